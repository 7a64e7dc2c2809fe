namespace Playbooks.Execution.Steps;

/// <summary>Measures the time since a start.</summary>
internal sealed class StepClock(TimeProvider time)
{
    private long start = time.GetTimestamp();

    /// <summary>Gets the start, in UTC.</summary>
    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    /// <summary>Gets the time since the start.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(start);

    /// <summary>Restarts the clock after waiting, which does not count.</summary>
    /// <returns>The waiting time.</returns>
    public TimeSpan Restart()
    {
        var waited = Elapsed;
        start = time.GetTimestamp();
        return waited;
    }
}
