using Microsoft.Playwright;
using Playbooks.Guarding;

namespace Playbooks.Browsing;

/// <summary>Opens the page of one run. At the end of the run, everything that it opened is closed, and nothing else.</summary>
internal abstract class RunPage
{
    /// <summary>Returns a page of the caller, which stays open.</summary>
    public static RunPage From(IPage page) => new GivenPage(page);

    /// <summary>Returns a new page in a context of the caller.</summary>
    public static RunPage From(IBrowserContext context) => new NewPage(context);

    /// <summary>Returns a new page in a new context.</summary>
    public static RunPage From(IBrowser browser, BrowserNewContextOptions? options) => new NewContext(browser, options);

    /// <summary>Returns a new page in a new context of a browser that is not available yet.</summary>
    public static RunPage From(Func<CancellationToken, Task<IBrowser>> open, BrowserNewContextOptions? options) => new WaitedFor(open, options);

    /// <summary>Gets whether <see cref="WaitAsync"/> can take a long time.</summary>
    public virtual bool MustBeWaitedFor => false;

    /// <summary>Gets whether the context belongs to the run, so that the run may replace its cookies and storage.</summary>
    public virtual bool OwnsContext => false;

    /// <summary>Waits until the run can open a page. Called first.</summary>
    /// <param name="cancellationToken">Cancels waiting when the run is stopped before it starts.</param>
    public virtual Task WaitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Opens the context of the page. Called before <see cref="OpenPageAsync"/>.</summary>
    /// <param name="guard">The guardrails between an opened context and the network.</param>
    /// <param name="settings">The settings of an opened context.</param>
    /// <exception cref="PlaywrightException">The context could not be opened.</exception>
    public abstract Task<IBrowserContext> OpenContextAsync(RunGuard guard, BrowserSettings settings);

    /// <summary>Opens the page.</summary>
    /// <exception cref="PlaywrightException">The page could not be opened.</exception>
    public abstract Task<IPage> OpenPageAsync();

    /// <summary>Lets the guard watch the navigations of the page, and of all pages of a context that the run opened.</summary>
    public virtual IDisposable Watch(RunGuard guard, IPage page) => guard.Watch(page);

    /// <summary>Closes everything that the run opened.</summary>
    /// <exception cref="PlaywrightException">Something could not be closed.</exception>
    public abstract Task CloseAsync();

    private sealed class GivenPage(IPage page) : RunPage
    {
        public override Task<IBrowserContext> OpenContextAsync(RunGuard guard, BrowserSettings settings) => Task.FromResult(page.Context);

        public override Task<IPage> OpenPageAsync() => Task.FromResult(page);

        public override Task CloseAsync() => Task.CompletedTask;
    }

    private sealed class NewPage(IBrowserContext context) : RunPage
    {
        private IPage? page;

        public override Task<IBrowserContext> OpenContextAsync(RunGuard guard, BrowserSettings settings) => Task.FromResult(context);

        public override async Task<IPage> OpenPageAsync() => page = await context.NewPageAsync().ConfigureAwait(false);

        public override Task CloseAsync() => page?.CloseAsync() ?? Task.CompletedTask;
    }

    private sealed class WaitedFor(Func<CancellationToken, Task<IBrowser>> open, BrowserNewContextOptions? options) : RunPage
    {
        private NewContext? opened;

        public override bool MustBeWaitedFor => true;

        public override bool OwnsContext => true;

        public override async Task WaitAsync(CancellationToken cancellationToken) => opened = new(await open(cancellationToken).ConfigureAwait(false), options);

        public override Task<IBrowserContext> OpenContextAsync(RunGuard guard, BrowserSettings settings) => opened!.OpenContextAsync(guard, settings);

        public override IDisposable Watch(RunGuard guard, IPage page) => opened!.Watch(guard, page);

        public override Task<IPage> OpenPageAsync() => opened!.OpenPageAsync();

        public override Task CloseAsync() => opened?.CloseAsync() ?? Task.CompletedTask;
    }

    private sealed class NewContext(IBrowser browser, BrowserNewContextOptions? options) : RunPage
    {
        private IBrowserContext? context;

        public override bool OwnsContext => true;

        // A proxy that the caller sets takes precedence.
        public override async Task<IBrowserContext> OpenContextAsync(RunGuard guard, BrowserSettings settings)
        {
            var applied = await ContextSettings.ApplyAsync(settings, options).ConfigureAwait(false);
            applied.Proxy ??= guard.OpenProxy();
            context = await browser.NewContextAsync(applied).ConfigureAwait(false);
            if (settings.Clock is { } time)
            {
                await context.Clock.SetFixedTimeAsync(time.UtcDateTime).ConfigureAwait(false);
            }

            return context;
        }

        public override IDisposable Watch(RunGuard guard, IPage page) => guard.Watch(page.Context);

        public override Task<IPage> OpenPageAsync() => context!.NewPageAsync();

        public override Task CloseAsync() => context?.CloseAsync() ?? Task.CompletedTask;
    }
}
