using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks;

/// <summary>Specifies where a run gets its page. At the end of the run, everything that the run opened is closed, and nothing else.</summary>
public sealed class PageProvider
{
    private readonly Func<BrowserNewContextOptions?, RunPage> create;

    private PageProvider(Func<BrowserNewContextOptions?, RunPage> create) => this.create = create;

    /// <summary>Uses a page of the caller, which stays open.</summary>
    /// <exception cref="ArgumentNullException">The page is null.</exception>
    public static PageProvider From(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new(_ => RunPage.From(page));
    }

    /// <summary>Opens a new page in a browser context of the caller, and closes the page afterwards.</summary>
    /// <exception cref="ArgumentNullException">The context is null.</exception>
    public static PageProvider From(IBrowserContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(_ => RunPage.From(context));
    }

    /// <summary>Opens a new context with <see cref="RunOptions.Context"/> in a browser of the caller, and closes the context afterwards.</summary>
    /// <exception cref="ArgumentNullException">The browser is null.</exception>
    public static PageProvider From(IBrowser browser)
    {
        ArgumentNullException.ThrowIfNull(browser);
        return new(options => RunPage.From(browser, options));
    }

    /// <summary>
    /// Opens a new context in a browser that is opened, or waited for, after the run has created its folder and its log. Intended for hosts
    /// that queue runs. A run that is stopped while it waits ends like any other run. The waiting time counts neither toward the timeout of
    /// the run nor toward its duration.
    /// </summary>
    /// <param name="open">Provides the browser, which stays open. The token is canceled when the run is stopped. An exception fails the run.</param>
    /// <exception cref="ArgumentNullException">The function is null.</exception>
    public static PageProvider From(Func<CancellationToken, Task<IBrowser>> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new(options => RunPage.From(open, options));
    }

    internal static PageProvider From(RunPage page) => new(_ => page);

    internal RunPage Create(BrowserNewContextOptions? options) => create(options);
}
