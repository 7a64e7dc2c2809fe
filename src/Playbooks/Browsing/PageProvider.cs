using Microsoft.Playwright;
using Playbooks.Guarding;

namespace Playbooks.Browsing;

/// <summary>Where a run gets its page from. What it opened itself, and nothing else, is closed at the run's end.</summary>
internal abstract class PageProvider
{
    /// <summary>A page of the caller's, which stays open.</summary>
    public static PageProvider Of(IPage page) => new GivenPage(page);

    /// <summary>A new page in a context of the caller's.</summary>
    public static PageProvider In(IBrowserContext context) => new NewPage(context);

    /// <summary>A new page in a new context.</summary>
    public static PageProvider In(IBrowser browser, BrowserNewContextOptions? options) => new NewContext(browser, options);

    /// <summary>A new page in a new context of a browser that is to be waited for.</summary>
    public static PageProvider When(Func<CancellationToken, Task<IBrowser>> open, BrowserNewContextOptions? options) => new WaitedFor(open, options);

    /// <summary>Whether <see cref="WaitAsync"/> may take long.</summary>
    public virtual bool MustBeWaitedFor => false;

    /// <summary>Waits until the run may open something; asked first.</summary>
    /// <param name="cancellationToken">The run must end before it began.</param>
    public virtual Task WaitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Gives the page's context; asked before the page.</summary>
    /// <param name="guard">Stands between a context that is opened and the network.</param>
    /// <exception cref="PlaywrightException">It could not be opened.</exception>
    public abstract Task<IBrowserContext> OpenContextAsync(RunGuard guard);

    /// <summary>Gives the page.</summary>
    /// <exception cref="PlaywrightException">It could not be opened.</exception>
    public abstract Task<IPage> OpenPageAsync();

    /// <summary>Has the guard watch where the run goes: the page, and all pages of a context that is the run's own.</summary>
    public virtual IDisposable Watch(RunGuard guard, IPage page) => guard.Watch(page);

    /// <summary>Closes what was opened.</summary>
    /// <exception cref="PlaywrightException">It could not be closed.</exception>
    public abstract Task CloseAsync();

    private sealed class GivenPage(IPage page) : PageProvider
    {
        public override Task<IBrowserContext> OpenContextAsync(RunGuard guard) => Task.FromResult(page.Context);

        public override Task<IPage> OpenPageAsync() => Task.FromResult(page);

        public override Task CloseAsync() => Task.CompletedTask;
    }

    private sealed class NewPage(IBrowserContext context) : PageProvider
    {
        private IPage? page;

        public override Task<IBrowserContext> OpenContextAsync(RunGuard guard) => Task.FromResult(context);

        public override async Task<IPage> OpenPageAsync() => page = await context.NewPageAsync().ConfigureAwait(false);

        public override Task CloseAsync() => page?.CloseAsync() ?? Task.CompletedTask;
    }

    private sealed class WaitedFor(Func<CancellationToken, Task<IBrowser>> open, BrowserNewContextOptions? options) : PageProvider
    {
        private NewContext? opened;

        public override bool MustBeWaitedFor => true;

        public override async Task WaitAsync(CancellationToken cancellationToken) => opened = new(await open(cancellationToken).ConfigureAwait(false), options);

        public override Task<IBrowserContext> OpenContextAsync(RunGuard guard) => opened!.OpenContextAsync(guard);

        public override IDisposable Watch(RunGuard guard, IPage page) => opened!.Watch(guard, page);

        public override Task<IPage> OpenPageAsync() => opened!.OpenPageAsync();

        public override Task CloseAsync() => opened?.CloseAsync() ?? Task.CompletedTask;
    }

    private sealed class NewContext(IBrowser browser, BrowserNewContextOptions? options) : PageProvider
    {
        private IBrowserContext? context;

        // A proxy that the caller names is the way that the caller wants.
        public override async Task<IBrowserContext> OpenContextAsync(RunGuard guard) => context = await browser.NewContextAsync(
            options?.Proxy is null ? new(options ?? new()) { Proxy = guard.OpenProxy() } : options).ConfigureAwait(false);

        public override IDisposable Watch(RunGuard guard, IPage page) => guard.Watch(page.Context);

        public override Task<IPage> OpenPageAsync() => context!.NewPageAsync();

        public override Task CloseAsync() => context?.CloseAsync() ?? Task.CompletedTask;
    }
}
