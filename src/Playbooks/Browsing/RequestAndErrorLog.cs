using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>Records the recent requests and errors of a page, its frames, and the windows it opened, as evidence of a failure.</summary>
/// <remarks>Requests and console messages are events of the context, because a window sends its first ones before anybody could listen to the window.</remarks>
internal sealed class RequestAndErrorLog : IDisposable
{
    private const int RequestsShown = 5;

    // The caller's context may have pages that are not the run's.
    private const int RequestsKept = 100;

    private const int ErrorsKept = 20;
    private const string Aborted = "net::ERR_ABORTED";

    private readonly IBrowserContext context;
    private readonly Lock gate = new();
    private readonly List<IPage> pages = [];
    private readonly List<Seen> requests = [];
    private readonly List<string> errors = [];
    private readonly List<string> pageErrors = [];

    public RequestAndErrorLog(IPage page)
    {
        context = page.Context;
        context.Request += OnRequest;
        context.Response += OnResponse;
        context.RequestFailed += OnRequestFailed;
        context.Console += OnConsole;
        Watch(page);
    }

    /// <summary>Gets the last five requests, oldest first.</summary>
    public IReadOnlyList<RequestRecord> Requests
    {
        get
        {
            lock (gate)
            {
                return [.. requests.Where(seen => PageOf(seen.Request) is not { } page || pages.Contains(page)).TakeLast(RequestsShown).Select(static seen => seen.ToRecord())];
            }
        }
    }

    /// <summary>Gets the errors since the last call of <see cref="ForgetErrors"/>, oldest first.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (gate)
            {
                return [.. errors];
            }
        }
    }

    /// <summary>Gets the uncaught errors of all pages since the run began, oldest first.</summary>
    public IReadOnlyList<string> PageErrors
    {
        get
        {
            lock (gate)
            {
                return [.. pageErrors];
            }
        }
    }

    /// <summary>Discards the recorded errors, because everything has succeeded so far.</summary>
    public void ForgetErrors()
    {
        lock (gate)
        {
            errors.Clear();
        }
    }

    /// <summary>Records that a route answers a request, and not the network.</summary>
    public void MarkMocked(IRequest request) => Note(request, static seen => seen.IsMocked = true);

    public void Dispose()
    {
        context.Request -= OnRequest;
        context.Response -= OnResponse;
        context.RequestFailed -= OnRequestFailed;
        context.Console -= OnConsole;
        IPage[] watched;
        lock (gate)
        {
            watched = [.. pages];
        }

        foreach (var page in watched)
        {
            page.Popup -= OnPopup;
            page.Download -= OnDownload;
            page.PageError -= OnPageError;
            page.Crash -= OnCrash;
        }
    }

    private void Watch(IPage page)
    {
        lock (gate)
        {
            pages.Add(page);
        }

        page.Popup += OnPopup;
        page.Download += OnDownload;
        page.PageError += OnPageError;
        page.Crash += OnCrash;
    }

    private void OnPopup(object? sender, IPage popup) => Watch(popup);

    // The first request of a window has no page until the window is reported. One of a service worker never has.
    private static IPage? PageOf(IRequest request)
    {
        try
        {
            return request.Frame.Page;
        }
        catch (PlaywrightException)
        {
            return null;
        }
    }

    private void OnRequest(object? sender, IRequest request)
    {
        lock (gate)
        {
            requests.Add(new(request));
            if (requests.Count > RequestsKept)
            {
                requests.RemoveAt(0);
            }
        }
    }

    private void OnResponse(object? sender, IResponse response) => Note(response.Request, seen => seen.Status = response.Status);

    private void OnRequestFailed(object? sender, IRequest request) => Note(request, seen => seen.Failure = seen.IsDownload ? null : request.Failure ?? "failed");

    // The browser ends the request of a download as failed, before or after it reports the download, and receives the file by itself.
    private void OnDownload(object? sender, IDownload download)
    {
        lock (gate)
        {
            if (requests.FindLast(seen => seen.Request.Url == download.Url && (seen.Failure is null || seen.Failure == Aborted)) is { } found)
            {
                found.IsDownload = true;
                found.Failure = null;
            }
        }
    }

    private void Note(IRequest request, Action<Seen> note)
    {
        lock (gate)
        {
            if (requests.Find(seen => ReferenceEquals(seen.Request, request)) is { } found)
            {
                note(found);
            }
        }
    }

    private void OnConsole(object? sender, IConsoleMessage message)
    {
        lock (gate)
        {
            if (message.Type != "error" || (message.Page is { } page && !pages.Contains(page)))
            {
                return;
            }
        }

        Add(message.Text);
    }

    private void OnPageError(object? sender, string error)
    {
        lock (gate)
        {
            if (pageErrors.Count < ErrorsKept)
            {
                pageErrors.Add(error);
            }
        }

        Add(error);
    }

    private void OnCrash(object? sender, IPage page) => Add($"The page crashed: {page.Url}");

    private void Add(string error)
    {
        lock (gate)
        {
            errors.Add(error);
            if (errors.Count > ErrorsKept)
            {
                errors.RemoveAt(0);
            }
        }
    }

    private sealed class Seen(IRequest request)
    {
        public IRequest Request { get; } = request;

        public int? Status { get; set; }

        public string? Failure { get; set; }

        public bool IsDownload { get; set; }

        public bool IsMocked { get; set; }

        public RequestRecord ToRecord() => new(Request.Method, Request.Url, Status, Failure) { IsMocked = IsMocked };
    }
}
