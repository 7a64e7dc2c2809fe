using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>Records the recent requests and errors of a page, its frames, and the windows it opened, as evidence of a failure.</summary>
internal sealed class RequestAndErrorLog : IDisposable
{
    private const int RequestsKept = 5;
    private const int ErrorsKept = 20;
    private const string Aborted = "net::ERR_ABORTED";

    private readonly Lock gate = new();
    private readonly List<IPage> pages = [];
    private readonly List<Seen> requests = [];
    private readonly List<string> errors = [];
    private readonly List<string> pageErrors = [];

    public RequestAndErrorLog(IPage page) => Watch(page);

    /// <summary>Gets the last five requests, oldest first.</summary>
    public IReadOnlyList<RequestRecord> Requests
    {
        get
        {
            lock (gate)
            {
                return [.. requests.Select(static seen => new RequestRecord(seen.Request.Method, seen.Request.Url, seen.Status, seen.Failure))];
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

    public void Dispose()
    {
        IPage[] watched;
        lock (gate)
        {
            watched = [.. pages];
        }

        foreach (var page in watched)
        {
            page.Popup -= OnPopup;
            page.Request -= OnRequest;
            page.Response -= OnResponse;
            page.RequestFailed -= OnRequestFailed;
            page.Download -= OnDownload;
            page.Console -= OnConsole;
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
        page.Request += OnRequest;
        page.Response += OnResponse;
        page.RequestFailed += OnRequestFailed;
        page.Download += OnDownload;
        page.Console += OnConsole;
        page.PageError += OnPageError;
        page.Crash += OnCrash;
    }

    private void OnPopup(object? sender, IPage popup) => Watch(popup);

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
        if (message.Type == "error")
        {
            Add(message.Text);
        }
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
    }
}
