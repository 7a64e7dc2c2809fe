using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Steps.Support;

/// <summary>
/// Waits until a page that was scrolled has come to rest: the browser takes the wheel and answers at once, and scrolls afterwards. A page
/// that does not scroll at all is at rest.
/// </summary>
internal sealed class ScrollRest : IAsyncDisposable
{
    // A getter of a handle is read without a snapshot of the page in a traced run. Frames are counted because a busy page is late with
    // what it scrolls; where the page's clock stands still there are none, and time alone decides, which is therefore not the page's.
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

    // A page that scrolls by itself, as some banners do, never comes to rest.
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

    /// <summary>Watches the page from now on.</summary>
    /// <param name="context">The attempt.</param>
    /// <param name="turnsWheel">Whether the wheel is what will scroll it.</param>
    public static async Task<ScrollRest> WatchAsync(StepContext context, bool turnsWheel)
    {
        try
        {
            var state = await context.TryAsync("Scrolling", context.Page.EvaluateHandleAsync(Script)).ConfigureAwait(false);
            return new(context, state, turnsWheel);
        }
        catch (PlaybookException error) when (error.InnerException is PlaywrightException cause && PlaywrightError.IsTransient(cause))
        {
            // The document is being replaced; what is scrolled then is the next one.
            return new(context, null, turnsWheel);
        }
    }

    /// <summary>Waits, no longer than the attempt's deadline.</summary>
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
            // The page has navigated, or does not answer; scrolling is done with either way.
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
            // The document is gone, and what watched it.
        }
    }

    // Until the wheel has come, nothing moves; one that a frame inside takes never comes.
    private bool IsAtRest(int wheels, int frames, TimeSpan still) =>
        still >= StillWithoutFrames || ((wheels > 0 || !turnsWheel) && still >= Still && frames >= StillFrames);

    private sealed class Look
    {
        public int[] Values { get; set; } = [];
    }
}
