namespace Playbooks.Browsing;

/// <summary>A moment by which something must be done.</summary>
internal sealed class Deadline
{
    private readonly TimeProvider time;
    private readonly long start;

    /// <summary>Starts a time limit now.</summary>
    public Deadline(TimeProvider time, TimeSpan limit)
    {
        this.time = time;
        Limit = limit;
        start = time.GetTimestamp();
    }

    /// <summary>The whole limit.</summary>
    public TimeSpan Limit { get; }

    /// <summary>What is left of it; never negative.</summary>
    public TimeSpan Remaining
    {
        get
        {
            var left = Limit - time.GetElapsedTime(start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Whether nothing is left.</summary>
    public bool HasPassed => Remaining == TimeSpan.Zero;

    /// <summary>What is left, in milliseconds for Playwright's options, where 0 would mean no limit: at least 1.</summary>
    public float RemainingMilliseconds => Math.Max(1, (float)Remaining.TotalMilliseconds);
}
