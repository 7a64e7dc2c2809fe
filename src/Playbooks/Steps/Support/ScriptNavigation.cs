using System.Text.Json;
using Microsoft.Playwright;
using Playbooks.Recording;

namespace Playbooks.Steps.Support;

/// <summary>
/// Detects a navigation of a page's main frame as soon as the browser does. Playwright waits for navigations that its own input causes, but
/// not for those of a script, and it reports a request too late to be known when the script has ended.
/// </summary>
internal sealed class ScriptNavigation : IDisposable
{
    // A navigation request without effect, such as a mailto link, starts no loading.
    private static readonly TimeSpan UntilLoading = TimeSpan.FromMilliseconds(500);

    private readonly IPage page;
    private readonly ICDPSession? session;
    private readonly string? mainFrame;
    private readonly TaskCompletionSource loading = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool requested;
    private volatile bool committed;

    private ScriptNavigation(IPage page, ICDPSession? session, string? mainFrame)
    {
        this.page = page;
        this.session = session;
        this.mainFrame = mainFrame;
        page.FrameNavigated += OnFrameNavigated;
        if (session is not null)
        {
            Listen("Page.frameRequestedNavigation", () => requested = true);
            Listen("Page.frameStartedNavigating", Begin);
            Listen("Page.frameStartedLoading", () => loading.TrySetResult());
            Listen("Page.frameNavigated", () => committed = true);
            Listen("Page.frameStoppedLoading", Stop);
        }
    }

    /// <summary>Starts watching. A browser without Chromium's protocol is not watched.</summary>
    public static async Task<ScriptNavigation> StartAsync(IPage page)
    {
        ICDPSession? session = null;
        try
        {
            session = await DevTools.ConnectAsync(page).ConfigureAwait(false);
            var tree = await session.SendAsync("Page.getFrameTree").ConfigureAwait(false);
            var watch = new ScriptNavigation(page, session, tree?.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString());
            await session.SendAsync("Page.enable").ConfigureAwait(false);
            return watch;
        }
        catch (PlaywrightException)
        {
            session?.Leave();
            return new(page, null, null);
        }
    }

    /// <summary>Waits until the document is loaded that a navigation has started to open since. If no navigation has started, returns immediately.</summary>
    /// <param name="context">The context of the attempt.</param>
    /// <param name="attempt">The activity, such as <c>Running</c>.</param>
    /// <param name="target">The target of the activity.</param>
    /// <exception cref="PlaybookException">The document was not loaded in time.</exception>
    public async Task WaitForDocumentAsync(StepContext context, string attempt, string target)
    {
        try
        {
            if (session is not null && await HasBegunAsync(context.Time).WaitAsync(context.Deadline.Remaining, context.Time, context.CancellationToken).ConfigureAwait(false))
            {
                await EndAsync().WaitAsync(context.Deadline.Remaining, context.Time, context.CancellationToken).ConfigureAwait(false);
            }
        }
        catch (TimeoutException error)
        {
            throw PageAction.NotRead(attempt, target, context.Deadline, error);
        }

        await context.WaitForDocumentAsync(attempt, target).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        page.FrameNavigated -= OnFrameNavigated;
        session?.Leave();
    }

    private async Task<bool> HasBegunAsync(TimeProvider time)
    {
        try
        {
            // The browser process responds only after it has handled the earlier messages of the page's process.
            await session!.SendAsync("Page.getNavigationHistory").ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The page is being replaced.
        }

        if (!requested)
        {
            return false;
        }

        var begun = Task.WhenAny(loading.Task, replaced.Task);
        return await Task.WhenAny(begun, Task.Delay(UntilLoading, time)).ConfigureAwait(false) == begun;
    }

    /// <summary>Waits for the end of the navigation: there is another document, or the same one remains, as for a download.</summary>
    private async Task EndAsync()
    {
        await Task.WhenAny(replaced.Task, stopped.Task).ConfigureAwait(false);
        if (committed)
        {
            // Playwright reports this slightly later than the browser.
            await replaced.Task.ConfigureAwait(false);
        }
    }

    private void Begin()
    {
        requested = true;
        loading.TrySetResult();
    }

    private void Stop()
    {
        // The old document may just have finished loading.
        if (loading.Task.IsCompleted)
        {
            stopped.TrySetResult();
        }
    }

    private void OnFrameNavigated(object? sender, IFrame frame)
    {
        if (frame == page.MainFrame)
        {
            replaced.TrySetResult();
        }
    }

    private void Listen(string name, Action act) => session!.Event(name).OnEvent += (_, parameters) =>
    {
        if (parameters is { } told && FrameOf(told) == mainFrame)
        {
            act();
        }
    };

    private static string? FrameOf(JsonElement told) => told.TryGetProperty("frameId", out var id)
        ? id.GetString()
        : told.GetProperty("frame").GetProperty("id").GetString();
}
