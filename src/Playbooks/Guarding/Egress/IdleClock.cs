namespace Playbooks.Guarding.Egress;

/// <summary>Cancels pending operations on a connection if there is no activity for too long, or if the proxy is closed.</summary>
internal sealed class IdleClock : IDisposable
{
    private readonly CancellationTokenSource clock;
    private readonly CancellationTokenSource both;

    public IdleClock(TimeProvider time, TimeSpan limit, CancellationToken closing)
    {
        clock = new(limit, time);
        both = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, closing);
        Limit = limit;
    }

    /// <summary>Gets or sets the time limit without activity.</summary>
    public TimeSpan Limit { get; set; }

    /// <summary>Gets a token that is canceled when the time limit is exceeded.</summary>
    public CancellationToken Token => both.Token;

    /// <summary>Reports an activity, which restarts the time limit.</summary>
    public void Touch() => Allow(Limit);

    /// <summary>Sets another time limit until the next call of <see cref="Touch"/>.</summary>
    public void Allow(TimeSpan limit) => clock.CancelAfter(limit);

    /// <summary>Cancels all pending operations.</summary>
    public void Stop() => both.Cancel();

    public void Dispose()
    {
        both.Dispose();
        clock.Dispose();
    }
}
