using System.Text.Json;
using Microsoft.Playwright;
using Playbooks.Guarding.Egress;

namespace Playbooks.Guarding.Urls;

/// <summary>Judges what main frames open, however it came to it: redirects, clicks and scripts too. It sees a navigation as it begins, and again when it has arrived or failed.</summary>
internal sealed class NavigationWatch : IDisposable
{
    private readonly UrlPolicy urls;
    private readonly VisitLimit visits;
    private readonly EgressLog egress;
    private readonly Action<Refusal> block;
    private readonly List<IPage> pages = [];
    private readonly List<ICDPSession> sessions = [];
    private readonly List<Task> judging = [];
    private volatile bool isDisposed;
    private Action unsubscribe = static () => { };

    private NavigationWatch(UrlPolicy urls, VisitLimit visits, EgressLog egress, Action<Refusal> block)
    {
        this.urls = urls;
        this.visits = visits;
        this.egress = egress;
        this.block = block;
    }

    /// <summary>Watches all pages of a context, those that open later too.</summary>
    public static NavigationWatch Of(IBrowserContext context, UrlPolicy urls, VisitLimit visits, EgressLog egress, Action<Refusal> block)
    {
        var watch = new NavigationWatch(urls, visits, egress, block);
        context.Request += watch.OnRequest;
        context.Response += watch.OnResponse;
        context.RequestFailed += watch.OnRequestFailed;
        watch.unsubscribe = () =>
        {
            context.Request -= watch.OnRequest;
            context.Response -= watch.OnResponse;
            context.RequestFailed -= watch.OnRequestFailed;
        };
        return watch;
    }

    /// <summary>Watches one page, with the windows that it opens and those that they open.</summary>
    public static NavigationWatch Of(IPage page, UrlPolicy urls, VisitLimit visits, EgressLog egress, Action<Refusal> block)
    {
        var watch = new NavigationWatch(urls, visits, egress, block);
        watch.Add(page);
        return watch;
    }

    /// <summary>Ends when all windows that have opened so far are judged.</summary>
    public Task SettledAsync()
    {
        lock (pages)
        {
            return Task.WhenAll(judging);
        }
    }

    /// <summary>Watches no longer.</summary>
    public void Dispose()
    {
        unsubscribe();
        lock (pages)
        {
            foreach (var page in pages)
            {
                page.Popup -= OnPopup;
                page.Request -= OnRequest;
                page.Response -= OnResponse;
                page.RequestFailed -= OnRequestFailed;
            }

            pages.Clear();
            isDisposed = true;
            foreach (var session in sessions)
            {
                _ = DetachAsync(session);
            }
        }
    }

    private void Add(IPage page)
    {
        lock (pages)
        {
            pages.Add(page);
        }

        _ = JudgeWindowsAsync(page);
        page.Popup += OnPopup;
        page.Request += OnRequest;
        page.Response += OnResponse;
        page.RequestFailed += OnRequestFailed;
    }

    /// <summary>Judges a window before it loads, where the browser tells of it then; elsewhere it is judged once it has loaded.</summary>
    private async Task JudgeWindowsAsync(IPage page)
    {
        try
        {
            var session = await page.Context.NewCDPSessionAsync(page).ConfigureAwait(false);
            lock (pages)
            {
                sessions.Add(session);
            }

            if (isDisposed)
            {
                await DetachAsync(session).ConfigureAwait(false);
                return;
            }

            session.Event("Page.windowOpen").OnEvent += (_, opened) => OnWindow(opened);
            await session.SendAsync("Page.enable").ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // Another browser, or the page is gone.
        }
    }

    private void OnWindow(JsonElement? opened)
    {
        if (!isDisposed && opened is { } window && window.GetProperty("url").GetString() is { Length: > 0 } url && url != "about:blank")
        {
            Block(urls.Navigation(url));
        }
    }

    private static async Task DetachAsync(ICDPSession session)
    {
        try
        {
            await session.DetachAsync().ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The page is gone, and the session with it.
        }
    }

    private void OnPopup(object? sender, IPage popup)
    {
        Add(popup);
        lock (pages)
        {
            judging.RemoveAll(static one => one.IsCompleted);
            judging.Add(JudgeFirstAsync(popup));
        }
    }

    /// <summary>Judges what a window asked for before it could be watched: its first document, with the redirects on the way to it.</summary>
    private async Task JudgeFirstAsync(IPage popup)
    {
        try
        {
            foreach (var request in await popup.RequestsAsync().ConfigureAwait(false))
            {
                OnRequest(popup, request);
                if (request.Failure is not null)
                {
                    OnRequestFailed(popup, request);
                }
                else if (request.ExistingResponse is { } response)
                {
                    OnResponse(popup, response);
                }
            }
        }
        catch (PlaywrightException)
        {
            // It is closed already; what it had opened, if anything, is all that is left of it.
            Block(popup.Url.Length > 0 ? urls.Navigation(popup.Url) : null);
        }
    }

    private void OnRequest(object? sender, IRequest request)
    {
        if (IsOfMainFrame(request))
        {
            Block(urls.Navigation(request.Url));
        }
    }

    private void OnResponse(object? sender, IResponse response)
    {
        if (!IsOfMainFrame(response.Request))
        {
            return;
        }

        if (response.Status == 403 && RefusalOf(response.Url) is { } refusal)
        {
            Block(refusal);
        }
        else if (response.Status is not (204 or 205 or (>= 300 and < 400)))
        {
            Block(visits.Opened(response.Url));
        }
    }

    private void OnRequestFailed(object? sender, IRequest request)
    {
        if (IsOfMainFrame(request))
        {
            Block(RefusalOf(request.Url));
        }
    }

    private Refusal? RefusalOf(string url) => HostText.Of(url) is { } host && egress.RefusalOf(host) is { } refusal ? refusal with { Subject = url } : null;

    private void Block(Refusal? refusal)
    {
        if (refusal is not null)
        {
            block(refusal);
        }
    }

    private static bool IsOfMainFrame(IRequest request)
    {
        if (!request.IsNavigationRequest)
        {
            return false;
        }

        try
        {
            return request.Frame.ParentFrame is null;
        }
        catch (PlaywrightException)
        {
            // The first document of a new window is asked for before its frame is known.
            return true;
        }
    }
}
