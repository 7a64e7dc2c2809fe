using Microsoft.Playwright;
using Playbooks.Guarding;

namespace Playbooks.Browsing;

/// <summary>
/// The browser of a run at this moment: its context, its current page, and what is observed of them. Steps ask for the current page when
/// they act, so that a new window or another page changes the state and not the steps.
/// </summary>
internal sealed class BrowserState : IDisposable
{
    private readonly IDisposable watch;

    /// <summary>Observes a page, which becomes the current one.</summary>
    public BrowserState(RunPage source, IPage page, RunGuard guard)
    {
        Page = page;
        Observer = new(page);
        Effects = new(page);
        Navigation = new(page);
        watch = source.Watch(guard, page);
    }

    /// <summary>Gets the current page.</summary>
    public IPage Page { get; }

    /// <summary>Gets the recent requests and errors of the pages.</summary>
    public PageObserver Observer { get; }

    /// <summary>Gets the side effects of the steps: dialogs, windows, and downloads.</summary>
    public PageEffects Effects { get; }

    /// <summary>Gets the pending navigation of the current page.</summary>
    public PendingNavigation Navigation { get; }

    public void Dispose()
    {
        watch.Dispose();
        Navigation.Dispose();
        Effects.Dispose();
        Observer.Dispose();
    }
}
