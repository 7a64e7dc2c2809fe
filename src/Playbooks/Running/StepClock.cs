namespace Playbooks.Running;

/// <summary>When something began, and how long it has taken since.</summary>
internal sealed class StepClock(TimeProvider time)
{
    private readonly long start = time.GetTimestamp();

    /// <summary>When it began, in UTC.</summary>
    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    /// <summary>The time since.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(start);
}
