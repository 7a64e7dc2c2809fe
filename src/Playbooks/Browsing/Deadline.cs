namespace Playbooks.Browsing;

/// <summary>A point in time by which an operation must complete.</summary>
internal sealed class Deadline
{
    private readonly TimeProvider time;
    private readonly long start;

    /// <summary>Starts a time limit.</summary>
    public Deadline(TimeProvider time, TimeSpan limit)
    {
        this.time = time;
        Limit = limit;
        start = time.GetTimestamp();
    }

    /// <summary>Gets the total time limit.</summary>
    public TimeSpan Limit { get; }

    /// <summary>Gets the remaining time, which is never negative.</summary>
    public TimeSpan Remaining
    {
        get
        {
            var left = Limit - time.GetElapsedTime(start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Gets whether no time remains.</summary>
    public bool HasPassed => Remaining == TimeSpan.Zero;

    /// <summary>Gets the remaining time in milliseconds for Playwright's options. The value is at least 1, because 0 would disable the limit.</summary>
    public float RemainingMilliseconds => Math.Max(1, (float)Remaining.TotalMilliseconds);
}
