namespace Playbooks.Guarding.Egress;

/// <summary>Ends what waits on a connection when nothing has happened for too long, or when the proxy is closed.</summary>
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

    /// <summary>Time without anything happening.</summary>
    public TimeSpan Limit { get; set; }

    /// <summary>Is cancelled when the time is up.</summary>
    public CancellationToken Token => both.Token;

    /// <summary>Something happened: the time begins anew.</summary>
    public void Touch() => Allow(Limit);

    /// <summary>From now on this much time counts, until the next <see cref="Touch"/>.</summary>
    public void Allow(TimeSpan limit) => clock.CancelAfter(limit);

    /// <summary>Ends all that waits.</summary>
    public void Stop() => both.Cancel();

    public void Dispose()
    {
        both.Dispose();
        clock.Dispose();
    }
}
