using Microsoft.Playwright;
using Playbooks.Browsing.Documents;

namespace Playbooks.Browsing;

/// <summary>When something last happened on a page, and whether a navigation or fetch is under way.</summary>
internal sealed class PageActivity : IAsyncDisposable
{
    private readonly TimeProvider time;
    private readonly IPage page;
    private readonly Lock gate = new();
    private readonly HashSet<IRequest> underWay = [];
    private long last;
    private TaskCompletionSource next = NewSignal();

    /// <summary>Watches the page's requests and frames from now on, as long as the page lives.</summary>
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

    /// <summary>The page's documents.</summary>
    public PageDocuments Documents { get; }

    /// <summary>Ends at the next activity; take it before looking at the page, so that nothing falls in between.</summary>
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

    /// <summary>Whether a navigation or fetch is under way.</summary>
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

    /// <summary>Time since the last activity; none while something is under way.</summary>
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

    /// <summary>Something happened just now.</summary>
    public void Touch()
    {
        lock (gate)
        {
            last = time.GetTimestamp();
        }

        Wake();
    }

    /// <summary>The page may look otherwise now, though its content is as it was.</summary>
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

    /// <summary>Watches the page no longer.</summary>
    public ValueTask DisposeAsync()
    {
        page.Request -= OnRequest;
        page.RequestFinished -= OnRequestEnded;
        page.RequestFailed -= OnRequestEnded;
        page.FrameNavigated -= OnNavigated;
        page.FrameAttached -= OnFrames;
        page.FrameDetached -= OnFrames;
        return Documents.DisposeAsync();
    }

    // Images, fonts and streams that never end say nothing about elements that are still to come.
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
            lock (gate)
            {
                // The old document's requests are gone, and their end is not always told.
                underWay.RemoveWhere(request => !request.IsNavigationRequest);
            }
        }

        Touch();
    }
}
