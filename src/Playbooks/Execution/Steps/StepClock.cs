namespace Playbooks.Execution.Steps;

/// <summary>When something began, and how long it has taken since.</summary>
internal sealed class StepClock(TimeProvider time)
{
    private long start = time.GetTimestamp();

    /// <summary>When it began, in UTC.</summary>
    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    /// <summary>The time since.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(start);

    /// <summary>What was before was waiting, and does not count.</summary>
    /// <returns>How long that was.</returns>
    public TimeSpan Restart()
    {
        var waited = Elapsed;
        start = time.GetTimestamp();
        return waited;
    }
}
