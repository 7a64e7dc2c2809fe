using Microsoft.Playwright;

namespace Playbooks.Running.Resolution;

/// <summary>When something last happened on a page, and whether a navigation or fetch is under way.</summary>
internal sealed class PageActivity
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
        page.Request += (_, request) => Started(request);
        page.RequestFinished += (_, request) => Ended(request);
        page.RequestFailed += (_, request) => Ended(request);
        page.FrameNavigated += (_, frame) => Navigated(frame);
        page.FrameAttached += (_, _) => Touch();
        page.FrameDetached += (_, _) => Touch();
    }

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
        TaskCompletionSource signal;
        lock (gate)
        {
            last = time.GetTimestamp();
            signal = next;
            next = NewSignal();
        }

        signal.TrySetResult();
    }

    // Images, fonts and streams that never end say nothing about elements that are still to come.
    private static bool Counts(IRequest request) => request.ResourceType is "document" or "xhr" or "fetch" or "script";

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Started(IRequest request)
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

    private void Ended(IRequest request)
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

    private void Navigated(IFrame frame)
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
