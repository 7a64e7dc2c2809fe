using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Browsing.Documents;

namespace Playbooks.Resolution;

/// <summary>Counts the elements that a selector matches now, of those that count.</summary>
internal sealed class MatchCounter(
    IPage page, PageDocuments documents, ElementRequirement requirement, Deadline deadline, TimeProvider time, CancellationToken cancellationToken)
{
    // Even a spent deadline leaves the page this long to answer, so that a time limit of 1 ms still looks once.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, PlainCss> plain = [];

    /// <summary>How long the page may take to answer.</summary>
    public TimeSpan Patience => deadline.Remaining > Grace ? deadline.Remaining : Grace;

    /// <summary>The number of matches.</summary>
    /// <exception cref="PlaybookException">The text is no selector.</exception>
    /// <exception cref="TimeoutException">The page does not answer.</exception>
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

    /// <summary>The number of matches of each, up to the first that matches; those after it decide nothing.</summary>
    public async Task<int[]> CountAllAsync(string[] selectors)
    {
        var counts = new int[selectors.Length];
        for (var index = 0; index < selectors.Length; index++)
        {
            counts[index] = await CountAsync(selectors[index]).ConfigureAwait(false);
            if (counts[index] > 0)
            {
                break;
            }
        }

        return counts;
    }

    /// <summary>Whether all of these are counted for next to nothing.</summary>
    public bool IsFree(string[] selectors) => Array.TrueForAll(selectors, selector => PlainOf(selector).IsPlain);

    private async Task<int> CountNowAsync(string selector) => await PlainOf(selector).CountAsync().ConfigureAwait(false) is var (matches, visible)
        ? requirement == ElementRequirement.Visible ? visible : matches
        : await page.Locator(requirement.Narrow(selector)).CountAsync().ConfigureAwait(false);

    private PlainCss PlainOf(string selector) => plain.TryGetValue(selector, out var known) ? known : plain[selector] = new(documents, selector);
}
