using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Resolution;

namespace Playbooks.Steps.Support;

/// <summary>Waits until the frames of a selector can be queried, for steps that do not wait for an element.</summary>
internal static class FrameWait
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    // However short the time limit, the page has this long to respond once.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>Waits until no frame of the selector is still to load, and no frame selector matches several frames.</summary>
    /// <param name="context">The context of the attempt.</param>
    /// <param name="selector">The selector.</param>
    /// <param name="requirement">Which matches count, for the error.</param>
    /// <exception cref="SelectorException">The frames could not be queried at the deadline. The message says why.</exception>
    public static async Task RequireFramesAsync(this StepContext context, string selector, ElementRequirement requirement)
    {
        while (await context.HasObstacleAsync(selector).ConfigureAwait(false))
        {
            if (context.Deadline.HasPassed)
            {
                throw await new ResolutionFailure(context.Page, context.Time)
                    .DescribeAsync([selector], requirement, context.Deadline.Limit, context.CancellationToken).ConfigureAwait(false);
            }

            await Task.Delay(Interval < context.Deadline.Remaining ? Interval : context.Deadline.Remaining, context.Time, context.CancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Determines whether the frames of the selector cannot be queried now. The page can respond even after the deadline, so that a failure
    /// names the frames.
    /// </summary>
    /// <param name="context">The context of the attempt.</param>
    /// <param name="selector">The selector.</param>
    /// <exception cref="PlaybookException">The text is not a valid selector.</exception>
    public static async Task<bool> HasObstacleAsync(this StepContext context, string selector)
    {
        if (!FrameSelector.HasFrame(selector))
        {
            return false;
        }

        try
        {
            var patience = context.Deadline.Remaining > Grace ? context.Deadline.Remaining : Grace;
            return await new FramePath(context.Page, selector).FindObstacleAsync().WaitAsync(patience, context.Time, context.CancellationToken).ConfigureAwait(false) is not null;
        }
        catch (Exception error) when (error is TimeoutException || (error is PlaywrightException cause && PlaywrightError.IsTransient(cause)))
        {
            // The page is busy, or navigated while it was queried.
            return true;
        }
        catch (PlaywrightException error)
        {
            throw PlaywrightError.Explain(error, $"Looking for {selector}");
        }
    }
}
