using System.Text.Json;
using Microsoft.Playwright;
using Playbooks.Guarding.Egress;

namespace Playbooks.Guarding.Urls;

/// <summary>Checks what main frames open, including by redirects, clicks, and scripts. A navigation is checked when it starts, and again when it has completed or failed.</summary>
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

    /// <summary>Watches all pages of a context, including those that open later.</summary>
    public static NavigationWatch Create(IBrowserContext context, UrlPolicy urls, VisitLimit visits, EgressLog egress, Action<Refusal> block)
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

    /// <summary>Watches one page, and the windows that it opens directly or indirectly.</summary>
    public static NavigationWatch Create(IPage page, UrlPolicy urls, VisitLimit visits, EgressLog egress, Action<Refusal> block)
    {
        var watch = new NavigationWatch(urls, visits, egress, block);
        watch.Add(page);
        return watch;
    }

    /// <summary>Completes when all windows that have opened so far have been checked.</summary>
    public Task SettledAsync()
    {
        lock (pages)
        {
            return Task.WhenAll(judging);
        }
    }

    /// <summary>Stops watching.</summary>
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

    /// <summary>Checks a window before it loads, if the browser supports this. In other browsers, a window is checked after it has loaded.</summary>
    private async Task JudgeWindowsAsync(IPage page)
    {
        try
        {
            // If the page closes in the meantime, Playwright may return null.
            if (await page.Context.NewCDPSessionAsync(page).ConfigureAwait(false) is not { } session)
            {
                return;
            }

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
            // The browser is not Chromium, or the page no longer exists.
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
            // The page no longer exists, and neither does the session.
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

    /// <summary>Checks what a window requested before it could be watched: its first document, with all redirects.</summary>
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
            // The window is already closed; only what it had opened, if anything, can be checked.
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

    private Refusal? RefusalOf(string url) => HostText.From(url) is { } host && egress.RefusalOf(host) is { } refusal ? refusal with { Subject = url } : null;

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
            // The first document of a new window is requested before its frame is known.
            return true;
        }
    }
}
