namespace Playbooks.Server.Working;

/// <summary>
/// Gives memory back once nothing has been at work for a while. The runtime collects only when something is allocated: what a burst of
/// runs and readers left would stay with an idle service for ever.
/// </summary>
internal sealed class IdleMemory : IDisposable
{
    private readonly TimeSpan after;
    private readonly ITimer timer;

    /// <param name="after">How long nothing must have been at work.</param>
    /// <param name="time">Measures that.</param>
    public IdleMemory(TimeSpan after, TimeProvider time)
    {
        this.after = after;
        timer = time.CreateTimer(
            static _ => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something is at work.</summary>
    public void Work() => timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Nothing is at work any more.</summary>
    public void Rest() => timer.Change(after, Timeout.InfiniteTimeSpan);

    public void Dispose() => timer.Dispose();
}
