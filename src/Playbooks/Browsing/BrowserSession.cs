using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>Represents a running browser with its Playwright instance. Any number of runs can share a session, each in a browser context of its own.</summary>
public sealed class BrowserSession : IAsyncDisposable
{
    private readonly IPlaywright playwright;

    private BrowserSession(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        Browser = browser;
    }

    /// <summary>Gets the browser.</summary>
    public IBrowser Browser { get; }

    /// <summary>Starts a browser on this machine.</summary>
    /// <param name="options">The options of the browser, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels finding and installing the browser.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.SetupFailed"/>: there is no browser, or it failed to start. The message says what to do.</exception>
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

    /// <summary>Creates a new context, without cookies, storage, or pages of other runs.</summary>
    /// <param name="options">Playwright's options, or null for its defaults.</param>
    /// <returns>The context. The caller must dispose it.</returns>
    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null) => Browser.NewContextAsync(options);

    /// <summary>Closes the browser with all its contexts.</summary>
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
