using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Steps.Support;

/// <summary>
/// Waits until a page has stopped scrolling: the browser accepts a wheel event and responds immediately, and scrolls afterwards. A page that
/// does not scroll at all is at rest.
/// </summary>
internal sealed class ScrollRest : IAsyncDisposable
{
    // In a traced run, reading a getter of a handle takes no snapshot of the page. Frames are counted because a busy page scrolls late. If the
    // clock of the page is stopped, there are no frames, and only time decides, which is therefore not the page's.
    private const string Script = """
        () => {
          const options = { capture: true, passive: true };
          const state = { wheels: 0, moves: 0, frames: 0, isOver: false };
          const wheel = () => { state.wheels++; move(); };
          const move = () => { state.moves++; state.frames = 0; };
          const frame = () => { state.frames++; if (!state.isOver) requestAnimationFrame(frame); };
          addEventListener('wheel', wheel, options);
          addEventListener('scroll', move, options);
          requestAnimationFrame(frame);
          return {
            get values() { return [state.wheels, state.moves, state.frames]; },
            stop: () => { state.isOver = true; removeEventListener('wheel', wheel, options); removeEventListener('scroll', move, options); },
          };
        }
        """;

    private const int StillFrames = 3;

    private static readonly TimeSpan Still = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan StillWithoutFrames = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // A page that scrolls on its own, as some banners do, is never at rest.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly StepContext context;
    private readonly IJSHandle? state;
    private readonly bool turnsWheel;

    private ScrollRest(StepContext context, IJSHandle? state, bool turnsWheel)
    {
        this.context = context;
        this.state = state;
        this.turnsWheel = turnsWheel;
    }

    /// <summary>Starts watching the page.</summary>
    /// <param name="context">The context of the attempt.</param>
    /// <param name="turnsWheel">Whether the wheel will scroll the page.</param>
    public static async Task<ScrollRest> WatchAsync(StepContext context, bool turnsWheel)
    {
        try
        {
            var state = await context.TryAsync("Scrolling", context.Page.EvaluateHandleAsync(Script)).ConfigureAwait(false);
            return new(context, state, turnsWheel);
        }
        catch (PlaybookException error) when (error.InnerException is PlaywrightException cause && PlaywrightError.IsTransient(cause))
        {
            // The document is being replaced; the next one is scrolled then.
            return new(context, null, turnsWheel);
        }
    }

    /// <summary>Waits for rest, at most until the deadline of the attempt.</summary>
    public async Task WaitAsync()
    {
        var limit = new Deadline(context.Time, context.Deadline.Remaining < Longest ? context.Deadline.Remaining : Longest);
        var (moves, since) = (-1, context.Time.GetTimestamp());
        try
        {
            while (state is not null && !limit.HasPassed)
            {
                var look = await state.JsonValueAsync<Look>().WaitAsync(limit.Remaining, context.Time, context.CancellationToken).ConfigureAwait(false);
                if (look.Values[1] != moves)
                {
                    (moves, since) = (look.Values[1], context.Time.GetTimestamp());
                }
                else if (IsAtRest(look.Values[0], look.Values[2], context.Time.GetElapsedTime(since)))
                {
                    return;
                }

                await Task.Delay(Pause, context.Time, context.CancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            // The page has navigated, or does not respond. Scrolling has ended either way.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (state is null)
        {
            return;
        }

        try
        {
            await state.EvaluateAsync("state => state.stop()").WaitAsync(Longest).ConfigureAwait(false);
            await state.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            // The document no longer exists, and neither does its watcher.
        }
    }

    // Nothing moves before the wheel event arrives. An event that a frame handles never arrives.
    private bool IsAtRest(int wheels, int frames, TimeSpan still) =>
        still >= StillWithoutFrames || ((wheels > 0 || !turnsWheel) && still >= Still && frames >= StillFrames);

    private sealed class Look
    {
        public int[] Values { get; set; } = [];
    }
}
