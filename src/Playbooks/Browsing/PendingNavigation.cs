using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>The navigation of a page's main frame that has begun and has not arrived: its server has not answered, or its document is not there yet.</summary>
internal sealed class PendingNavigation : IDisposable
{
    private readonly IPage page;
    private readonly Lock gate = new();
    private IRequest? request;
    private int? status;
    private TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Watches a page from now on.</summary>
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

    /// <summary>Waits until no navigation is under way.</summary>
    /// <exception cref="TimeoutException">One is still under way at the deadline.</exception>
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
            // A redirect, or a navigation that takes the place of another, is waited for in its stead.
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

    // An answer without a document, as 204, ends without a new page.
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
            // Its frame is that of a window which is still being opened.
            return false;
        }
    }
}
