using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>
/// One browser for the runs of a process: started for the first, shared by all, closed some time after the last, so that an idle
/// process keeps none. One that has crashed is replaced by a new one.
/// </summary>
/// <param name="linger">How long it stays open without a run.</param>
/// <param name="triesAgain">Whether a start that failed is tried again for the next run; if not, each next run is told of the same failure.</param>
/// <param name="time">Measures how long it lingers; null: the system's clock.</param>
public sealed class SharedBrowser(TimeSpan linger, bool triesAgain = true, TimeProvider? time = null)
{
    private readonly Leased<BrowserSession> leased = new(static session => session.Browser.IsConnected, linger, triesAgain, time ?? TimeProvider.System);

    /// <summary>Takes part in the browser, which is started if nobody has.</summary>
    /// <param name="options">Which browser, and how; the one who starts it decides.</param>
    /// <param name="cancellationToken">Ends the waiting; the start goes on for others.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.SetupFailed"/>: there is no browser, or it did not start; the message says what to do.</exception>
    public async Task<BrowserLease> TakeAsync(BrowserOptions options, CancellationToken cancellationToken = default) =>
        new(await leased.TakeAsync(() => BrowserSession.StartAsync(options, CancellationToken.None), cancellationToken).ConfigureAwait(false));

    /// <summary>Closes it, whoever uses it: for the end of the process.</summary>
    public Task EndAsync() => leased.EndAsync();
}

/// <summary>A run's part in a shared browser.</summary>
public sealed class BrowserLease : IDisposable
{
    private readonly Lease<BrowserSession> lease;

    internal BrowserLease(Lease<BrowserSession> lease) => this.lease = lease;

    /// <summary>The browser's session.</summary>
    public BrowserSession Session => lease.Value;

    /// <summary>The browser.</summary>
    public IBrowser Browser => lease.Value.Browser;

    /// <summary>Ends the part; a second time does nothing.</summary>
    public void Dispose() => lease.Dispose();
}
