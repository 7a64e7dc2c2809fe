using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>A running browser with the Playwright that drives it. Any number of runs share it, each in a context of its own.</summary>
public sealed class BrowserSession : IAsyncDisposable
{
    private readonly IPlaywright playwright;

    private BrowserSession(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        Browser = browser;
    }

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; }

    /// <summary>Starts a browser of this machine.</summary>
    /// <param name="options">Which browser, and how; null: the defaults.</param>
    /// <param name="cancellationToken">Ends finding and installing.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.SetupFailed"/>: there is no browser, or it did not start; the message says what to do.</exception>
    public static async Task<BrowserSession> StartAsync(BrowserOptions? options = null, CancellationToken cancellationToken = default)
    {
        var playwright = await Playwright.CreateAsync().ConfigureAwait(false);
        try
        {
            var browser = await new BrowserLauncher().LaunchAsync(playwright, options ?? new(), cancellationToken).ConfigureAwait(false);
            return new(playwright, browser);
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>A fresh context: no cookie, storage or page of another run is in it.</summary>
    /// <param name="options">Playwright's options; null: its defaults.</param>
    /// <returns>The caller disposes it.</returns>
    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null) => Browser.NewContextAsync(options);

    /// <summary>Closes the browser and all its contexts.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Browser.CloseAsync().ConfigureAwait(false);
        }
        finally
        {
            playwright.Dispose();
        }
    }
}
