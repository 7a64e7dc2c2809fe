namespace Playbooks.Server.Working;

/// <summary>
/// Releases memory after the process has been idle for a while. The runtime collects garbage only on allocation, so the memory of a burst of
/// runs and readers would remain with an idle service forever.
/// </summary>
internal sealed class IdleMemory : IDisposable
{
    private readonly TimeSpan after;
    private readonly ITimer timer;

    /// <param name="after">How long the process must be idle.</param>
    /// <param name="time">The clock for the idle time.</param>
    public IdleMemory(TimeSpan after, TimeProvider time)
    {
        this.after = after;
        timer = time.CreateTimer(
            static _ => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Reports that the process is busy.</summary>
    public void Work() => timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Reports that the process is idle.</summary>
    public void Rest() => timer.Change(after, Timeout.InfiniteTimeSpan);

    public void Dispose() => timer.Dispose();
}
