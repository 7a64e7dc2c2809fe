using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>
/// Shares one browser among the runs of a process. The browser is started for the first run and closed some time after the last, so that
/// an idle process has no browser. A crashed browser is replaced.
/// </summary>
/// <param name="linger">How long the browser stays open without a run.</param>
/// <param name="retriesFailedStart">Whether a failed start is attempted again for the next run. If false, all later runs fail with the same error.</param>
/// <param name="time">The clock for <paramref name="linger"/>, or null for the system clock.</param>
public sealed class SharedBrowser(TimeSpan linger, bool retriesFailedStart = true, TimeProvider? time = null)
{
    private readonly Leased<BrowserSession> leased = new(static session => session.Browser.IsConnected, linger, retriesFailedStart, time ?? TimeProvider.System);

    /// <summary>Takes a lease on the browser, and starts the browser if it is not running.</summary>
    /// <param name="options">The options of the browser. They apply only if this call starts it.</param>
    /// <param name="cancellationToken">Cancels waiting for the browser. The start continues for other callers.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.SetupFailed"/>: there is no browser, or it failed to start. The message says what to do.</exception>
    public async Task<BrowserLease> TakeAsync(BrowserOptions options, CancellationToken cancellationToken = default) =>
        new(await leased.TakeAsync(() => BrowserSession.StartAsync(options, CancellationToken.None), cancellationToken).ConfigureAwait(false));

    /// <summary>Closes the browser even if it is in use. Intended for the end of the process.</summary>
    public Task CloseAsync() => leased.EndAsync();
}

/// <summary>Represents a run's lease on a shared browser.</summary>
public sealed class BrowserLease : IDisposable
{
    private readonly Lease<BrowserSession> lease;

    internal BrowserLease(Lease<BrowserSession> lease) => this.lease = lease;

    /// <summary>Gets the session of the browser.</summary>
    public BrowserSession Session => lease.Value;

    /// <summary>Gets the browser.</summary>
    public IBrowser Browser => lease.Value.Browser;

    /// <summary>Ends the lease. Further calls have no effect.</summary>
    public void Dispose() => lease.Dispose();
}
