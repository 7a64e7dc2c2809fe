using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Resolution;
using Playbooks.Texts;

namespace Playbooks.Steps.Support;

/// <summary>Waits until no selector of a chain matches an element that counts.</summary>
internal sealed class Disappearance(StepContext context, ElementRequirement requirement)
{
    private const int MostDescribed = 5;

    /// <summary>Waits for the disappearance.</summary>
    /// <exception cref="PlaybookException">An element still matched at the deadline. The message describes it.</exception>
    public async Task WaitAsync(SelectorChain chain)
    {
        string[] selectors = [chain.Primary, .. chain.Fallbacks];
        await NoteIfNeverThereAsync(selectors).ConfigureAwait(false);
        var counter = NewCounter();
        do
        {
            foreach (var selector in selectors)
            {
                await GoneAsync(selector).ConfigureAwait(false);
            }
        }
        while (selectors.Length > 1 && (await counter.CountAllAsync(selectors).ConfigureAwait(false)).Any(count => count > 0));
    }

    private async Task NoteIfNeverThereAsync(string[] selectors)
    {
        var seen = context.Resolver.Seen;
        if (context.Effects is not { } effects || Array.Exists(selectors, seen.Contains))
        {
            return;
        }

        var counter = NewCounter();
        var counts = await counter.CountAllAsync(selectors).ConfigureAwait(false);
        if (Array.FindIndex(counts, static count => count > 0) is >= 0 and var index)
        {
            seen.Add(selectors[index]);
            return;
        }

        effects.Note("wait_for", $"wait_for did not wait, because {string.Join(", ", selectors)} was never there: no step of this run has seen it. Check the selector.");
    }

    private MatchCounter NewCounter() =>
        new(context.Page, context.Resolver.ActivityOf(context.Page).Documents, requirement, context.Deadline, context.Time, context.CancellationToken);

    private async Task GoneAsync(string selector)
    {
        await context.RequireFramesAsync(selector, requirement).ConfigureAwait(false);
        var locator = context.Page.Locate(requirement.Narrow(selector));
        try
        {
            await locator.First.WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = context.Deadline.RemainingMilliseconds })
                .WaitAsync(context.CancellationToken).ConfigureAwait(false);
        }
        catch (PlaywrightException error)
        {
            throw PlaywrightError.Explain(error, $"Waiting until {selector} is gone");
        }
        catch (TimeoutException error)
        {
            var count = await locator.CountAsync().ConfigureAwait(false);
            var elements = await ElementDescription.DescribeAsync(locator, MostDescribed, count).ConfigureAwait(false);
            var state = requirement == ElementRequirement.Visible ? "visible" : "there";
            throw new PlaybookException(
                ErrorCode.StepFailed,
                $"{selector} was still {state} after {context.Deadline.Limit.InWords()}: {string.Join(", ", elements.Take(MostDescribed))}.",
                PlaywrightError.Clean(error));
        }
    }
}
