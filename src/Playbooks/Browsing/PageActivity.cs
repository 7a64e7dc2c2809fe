using Microsoft.Playwright;
using Playbooks.Browsing.Documents;

namespace Playbooks.Browsing;

/// <summary>Tracks the last activity on a page, and whether a navigation or fetch is in progress.</summary>
internal sealed class PageActivity : IDisposable
{
    private readonly TimeProvider time;
    private readonly IPage page;
    private readonly Lock gate = new();
    private readonly HashSet<IRequest> underWay = [];
    private long last;
    private TaskCompletionSource next = NewSignal();

    /// <summary>Starts watching the requests and frames of a page, for as long as the page exists.</summary>
    public PageActivity(IPage page, TimeProvider time)
    {
        this.time = time;
        this.page = page;
        last = time.GetTimestamp();
        Documents = new(page);
        page.Request += OnRequest;
        page.RequestFinished += OnRequestEnded;
        page.RequestFailed += OnRequestEnded;
        page.FrameNavigated += OnNavigated;
        page.FrameAttached += OnFrames;
        page.FrameDetached += OnFrames;
    }

    /// <summary>Gets the documents of the page.</summary>
    public PageDocuments Documents { get; }

    /// <summary>Gets a task that completes at the next activity. Get it before you look at the page, so that no activity is missed.</summary>
    public Task Next
    {
        get
        {
            lock (gate)
            {
                return next.Task;
            }
        }
    }

    /// <summary>Gets whether a navigation or fetch is in progress.</summary>
    public bool IsLoading
    {
        get
        {
            lock (gate)
            {
                return underWay.Count > 0;
            }
        }
    }

    /// <summary>Gets the time since the last activity, or zero while something is in progress.</summary>
    public TimeSpan QuietFor
    {
        get
        {
            lock (gate)
            {
                return underWay.Count > 0 ? TimeSpan.Zero : time.GetElapsedTime(last);
            }
        }
    }

    /// <summary>Records an activity.</summary>
    public void Touch()
    {
        lock (gate)
        {
            last = time.GetTimestamp();
        }

        Wake();
    }

    /// <summary>Signals that the page may look different now, although its content is unchanged.</summary>
    public void Wake()
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            signal = next;
            next = NewSignal();
        }

        signal.TrySetResult();
    }

    /// <summary>Stops watching the page.</summary>
    public void Dispose()
    {
        page.Request -= OnRequest;
        page.RequestFinished -= OnRequestEnded;
        page.RequestFailed -= OnRequestEnded;
        page.FrameNavigated -= OnNavigated;
        page.FrameAttached -= OnFrames;
        page.FrameDetached -= OnFrames;
        Documents.Dispose();
    }

    // Images, fonts, and endless streams do not indicate that more elements will appear.
    private static bool Counts(IRequest request) => request.ResourceType is "document" or "xhr" or "fetch" or "script";

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void OnFrames(object? sender, IFrame frame) => Touch();

    private void OnRequest(object? sender, IRequest request)
    {
        if (!Counts(request))
        {
            return;
        }

        lock (gate)
        {
            underWay.Add(request);
        }

        Touch();
    }

    private void OnRequestEnded(object? sender, IRequest request)
    {
        bool counted;
        lock (gate)
        {
            counted = underWay.Remove(request);
        }

        if (counted)
        {
            Touch();
        }
    }

    private void OnNavigated(object? sender, IFrame frame)
    {
        if (frame == page.MainFrame)
        {
            Documents.ForgetMain();
            lock (gate)
            {
                // The requests of the old document have ended, but the browser does not always report it.
                underWay.RemoveWhere(request => !request.IsNavigationRequest);
            }
        }

        Touch();
    }
}
