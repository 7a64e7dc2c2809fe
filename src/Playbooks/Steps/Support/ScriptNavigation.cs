using System.Text.Json;
using Microsoft.Playwright;
using Playbooks.Recording;

namespace Playbooks.Steps.Support;

/// <summary>
/// Notices a navigation of a page's main frame as soon as the browser does. Playwright itself waits for the navigations that its own
/// input causes, but not for those of a script, and it tells of a request too late to know of it when the script has ended.
/// </summary>
internal sealed class ScriptNavigation : IDisposable
{
    // A request to leave that comes to nothing, such as a link to mail somebody, starts no loading.
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

    /// <summary>Starts to watch. A browser without Chromium's protocol is not watched.</summary>
    public static async Task<ScriptNavigation> StartAsync(IPage page)
    {
        ICDPSession? session = null;
        try
        {
            session = await page.Context.NewCDPSessionAsync(page).ConfigureAwait(false);
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

    /// <summary>Waits until the document is read that a navigation has started to open since; nothing is waited for where none was.</summary>
    /// <param name="context">The attempt.</param>
    /// <param name="attempt">What was done, as <c>Running</c>.</param>
    /// <param name="target">To what.</param>
    /// <exception cref="PlaybookException">The document was not read in time.</exception>
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
            // The browser's process answers once it has heard what the page's process asked of it before.
            await session!.SendAsync("Page.getNavigationHistory").ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The page is just being replaced.
        }

        if (!requested)
        {
            return false;
        }

        var begun = Task.WhenAny(loading.Task, replaced.Task);
        return await Task.WhenAny(begun, Task.Delay(UntilLoading, time)).ConfigureAwait(false) == begun;
    }

    /// <summary>Ends with the navigation: another document is there, or the same one stays, as with a download.</summary>
    private async Task EndAsync()
    {
        await Task.WhenAny(replaced.Task, stopped.Task).ConfigureAwait(false);
        if (committed)
        {
            // Playwright tells the same a little later than the browser.
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
        // The document that is left may just have been read.
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
