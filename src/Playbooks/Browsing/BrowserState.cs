using Microsoft.Playwright;
using Playbooks.Guarding;

namespace Playbooks.Browsing;

/// <summary>
/// The browser of a run at this moment: its context, its open pages, and what is observed of them. Steps ask for the current page when
/// they act, so that a new window or another page changes the state and not the steps.
/// </summary>
internal sealed class BrowserState : IDisposable
{
    /// <summary>The name of the page that the run began with.</summary>
    public const string MainPage = "main";

    /// <summary>The name of the page that has opened last.</summary>
    public const string NewestPage = "newest";

    private readonly Lock gate = new();
    private readonly List<OpenPage> pages = [];

    // The pages that were current, the current one last.
    private readonly List<OpenPage> visited = [];

    private readonly OpenPage main;
    private readonly IDisposable watch;
    private TaskCompletionSource<IPage>? expected;

    /// <summary>Observes a page, which becomes the current one.</summary>
    public BrowserState(RunPage source, IPage page, RunGuard guard, BrowserSettings settings)
    {
        main = Add(page, MainPage);
        visited.Add(main);
        RequestsAndErrors = new(page);
        Effects = new(page) { OnUnannounced = settings.OnDialog ?? DialogPolicy.Fail, FailsOnPageError = settings.OnPageError == PageErrorPolicy.Fail };
        watch = source.Watch(guard, page);
    }

    /// <summary>Gets the current page.</summary>
    public IPage Page => Current.Page;

    /// <summary>Gets the pending navigation of the current page.</summary>
    public PendingNavigation Navigation => Current.Navigation;

    /// <summary>Gets the recent requests and errors of the pages.</summary>
    public RequestAndErrorLog RequestsAndErrors { get; }

    /// <summary>Gets the side effects of the steps: dialogs, windows, and downloads.</summary>
    public PageEffects Effects { get; }

    /// <summary>Gets the downloads of the pages.</summary>
    public Downloads Downloads { get; } = new();

    /// <summary>Gets the open pages, in the order in which they opened.</summary>
    public IReadOnlyList<OpenPage> Pages
    {
        get
        {
            lock (gate)
            {
                return [.. pages];
            }
        }
    }

    private OpenPage Current
    {
        get
        {
            lock (gate)
            {
                return visited.Count == 0 ? main : visited[^1];
            }
        }
    }

    /// <summary>Announces that the next action must open a page. Call this before the action.</summary>
    /// <returns>A task that completes with the first page that opens.</returns>
    public Task<IPage> ExpectPage()
    {
        lock (gate)
        {
            expected = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return expected.Task;
        }
    }

    /// <summary>Announces that the next action does not have to open a page.</summary>
    public void ExpectNoPage()
    {
        lock (gate)
        {
            expected = null;
        }
    }

    /// <summary>Makes a page the current one.</summary>
    /// <param name="page">An open page.</param>
    /// <param name="name">The name that the page gets, or null if it keeps its name.</param>
    /// <returns>Whether the page is open.</returns>
    public bool SwitchTo(IPage page, string? name = null)
    {
        lock (gate)
        {
            if (pages.Find(one => one.Page == page) is not { } target)
            {
                return false;
            }

            if (name is not null)
            {
                // A name that is given again means the newer page.
                pages.ForEach(one => one.Name = one.Name == name ? null : one.Name);
                target.Name = name;
            }

            visited.Remove(target);
            visited.Add(target);
            return true;
        }
    }

    public void Dispose()
    {
        watch.Dispose();
        foreach (var page in Pages)
        {
            page.Page.Popup -= OnPopup;
            page.Page.Close -= OnClose;
            page.Dispose();
        }

        Downloads.Dispose();
        Effects.Dispose();
        RequestsAndErrors.Dispose();
    }

    private OpenPage Add(IPage page, string? name)
    {
        var opened = new OpenPage(page, name);
        lock (gate)
        {
            pages.Add(opened);
        }

        Downloads.Watch(page);
        page.Popup += OnPopup;
        page.Close += OnClose;
        return opened;
    }

    private void OnPopup(object? sender, IPage popup)
    {
        var opened = Add(popup, name: null);
        TaskCompletionSource<IPage>? waiting;
        lock (gate)
        {
            (waiting, expected) = (expected, null);
        }

        waiting?.TrySetResult(popup);
        if (popup.IsClosed)
        {
            Remove(opened);
        }
    }

    private void OnClose(object? sender, IPage closed)
    {
        if (Pages.FirstOrDefault(one => one.Page == closed) is { } page)
        {
            Remove(page);
        }
    }

    // The page before becomes the current one. The first page stays current to the end, so that its failure names the reason.
    private void Remove(OpenPage page)
    {
        lock (gate)
        {
            if (page != main || pages.Count > 1)
            {
                pages.Remove(page);
                visited.Remove(page);
                if (visited.Count == 0 && pages.Count > 0)
                {
                    visited.Add(pages[0]);
                }
            }
        }

        page.Dispose();
    }
}
