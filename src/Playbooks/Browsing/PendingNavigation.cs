using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>Tracks a navigation of a page's main frame that has started but not completed: the server has not responded, or the document is not available yet.</summary>
internal sealed class PendingNavigation : IDisposable
{
    private readonly IPage page;
    private readonly Lock gate = new();
    private IRequest? request;
    private int? status;
    private TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts watching a page.</summary>
    public PendingNavigation(IPage page)
    {
        this.page = page;
        ended.SetResult();
        page.Request += OnRequest;
        page.Response += OnResponse;
        page.RequestFinished += OnFinished;
        page.RequestFailed += OnFailed;
        page.FrameNavigated += OnNavigated;
        page.Close += OnGone;
        page.Crash += OnGone;
    }

    /// <summary>Waits until no navigation is in progress, but not for long.</summary>
    /// <returns>Whether none is in progress.</returns>
    public async Task<bool> TryEndAsync(TimeSpan patience, TimeProvider time)
    {
        try
        {
            await EndAsync(new(time, patience), time, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Waits until no navigation is in progress.</summary>
    /// <exception cref="TimeoutException">A navigation is still in progress at the deadline.</exception>
    public async Task EndAsync(Deadline deadline, TimeProvider time, CancellationToken cancellationToken)
    {
        while (Current is { IsCompleted: false } current)
        {
            await current.WaitAsync(deadline.Remaining, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        page.Request -= OnRequest;
        page.Response -= OnResponse;
        page.RequestFinished -= OnFinished;
        page.RequestFailed -= OnFailed;
        page.FrameNavigated -= OnNavigated;
        page.Close -= OnGone;
        page.Crash -= OnGone;
        End(static () => true);
    }

    private Task Current
    {
        get
        {
            lock (gate)
            {
                return ended.Task;
            }
        }
    }

    private void OnRequest(object? sender, IRequest begun)
    {
        if (!IsOfMainFrame(begun))
        {
            return;
        }

        lock (gate)
        {
            // A redirect, or a navigation that replaces another, is waited for instead of it.
            (request, status) = (begun, null);
            if (ended.Task.IsCompleted)
            {
                ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    private void OnResponse(object? sender, IResponse response)
    {
        lock (gate)
        {
            status = response.Request == request ? response.Status : status;
        }
    }

    // A response without a document, such as 204, ends without a new page.
    private void OnFinished(object? sender, IRequest finished) => End(() => finished == request && status is not null and not (>= 300 and < 400));

    private void OnFailed(object? sender, IRequest failed) => End(() => failed == request);

    private void OnNavigated(object? sender, IFrame frame) => End(() => frame == page.MainFrame && (status is not null || frame.Url == request?.Url));

    private void OnGone(object? sender, IPage gone) => End(static () => true);

    private void End(Func<bool> when)
    {
        lock (gate)
        {
            if (when())
            {
                request = null;
                ended.TrySetResult();
            }
        }
    }

    private bool IsOfMainFrame(IRequest begun)
    {
        try
        {
            return begun.IsNavigationRequest && begun.Frame == page.MainFrame;
        }
        catch (PlaywrightException)
        {
            // The frame belongs to a window that is still being opened.
            return false;
        }
    }
}
