using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Browsing.Documents;

namespace Playbooks.Resolution;

/// <summary>Counts the elements that a selector currently matches, of those that count.</summary>
internal sealed class MatchCounter(
    IPage page, PageDocuments documents, ElementRequirement requirement, Deadline deadline, TimeProvider time, CancellationToken cancellationToken)
{
    // Even after the deadline, the page has this long to respond, so that a time limit of 1 ms still allows one query.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, PlainCss> plain = [];

    /// <summary>Gets how long the page can take to respond.</summary>
    public TimeSpan Patience => deadline.Remaining > Grace ? deadline.Remaining : Grace;

    /// <summary>The number of matches of a selector that leads into several frames, so that it is unclear what it matches.</summary>
    public const int Ambiguous = -1;

    /// <summary>Returns the number of matches, or <see cref="Ambiguous"/>. A frame that has not loaded contains no match.</summary>
    /// <exception cref="PlaybookException">The text is not a valid selector.</exception>
    /// <exception cref="TimeoutException">The page does not respond.</exception>
    public async Task<int> CountAsync(string selector)
    {
        try
        {
            return await CountNowAsync(selector).WaitAsync(Patience, time, cancellationToken).ConfigureAwait(false);
        }
        catch (PlaywrightException error) when (PlaywrightError.IsTransient(error))
        {
            return 0;
        }
        catch (PlaywrightException error)
        {
            throw PlaywrightError.Explain(error, $"Looking for {selector}");
        }
    }

    /// <summary>Returns the number of matches of each selector, up to the first that matches or is ambiguous. Later selectors do not matter.</summary>
    public async Task<int[]> CountAllAsync(string[] selectors)
    {
        var counts = new int[selectors.Length];
        for (var index = 0; index < selectors.Length; index++)
        {
            counts[index] = await CountAsync(selectors[index]).ConfigureAwait(false);
            if (counts[index] != 0)
            {
                break;
            }
        }

        return counts;
    }

    /// <summary>Determines whether all selectors can be counted at almost no cost.</summary>
    public bool IsFree(string[] selectors) => Array.TrueForAll(selectors, selector => PlainOf(selector).IsPlain);

    private async Task<int> CountNowAsync(string selector)
    {
        if (await PlainOf(selector).CountAsync().ConfigureAwait(false) is var (matches, visible))
        {
            return requirement == ElementRequirement.Visible ? visible : matches;
        }

        return await new FramePath(page, selector).FindObstacleAsync().ConfigureAwait(false) is { } obstacle
            ? obstacle.IsAmbiguous ? Ambiguous : 0
            : await page.Locate(requirement.Narrow(selector)).CountAsync().ConfigureAwait(false);
    }

    private PlainCss PlainOf(string selector) => plain.TryGetValue(selector, out var known) ? known : plain[selector] = new(documents, selector);
}
