using Microsoft.Playwright;

namespace Playbooks.Running.Resolution;

/// <summary>Counts the elements that a selector matches now, of those that count.</summary>
internal sealed class MatchCounter(
    IPage page, ElementRequirement requirement, Deadline deadline, TimeProvider time, CancellationToken cancellationToken)
{
    // Even a spent deadline leaves the page this long to answer, so that a time limit of 1 ms still looks once.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>How long the page may take to answer.</summary>
    public TimeSpan Patience => deadline.Remaining > Grace ? deadline.Remaining : Grace;

    /// <summary>The number of matches.</summary>
    /// <exception cref="PlaybookException">The text is no selector.</exception>
    /// <exception cref="TimeoutException">The page does not answer.</exception>
    public async Task<int> CountAsync(string selector)
    {
        try
        {
            return await page.Locator(requirement.Narrow(selector)).CountAsync().WaitAsync(Patience, time, cancellationToken).ConfigureAwait(false);
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

    /// <summary>The number of matches of each, asked at once.</summary>
    public Task<int[]> CountAllAsync(string[] selectors) => Task.WhenAll(selectors.Select(CountAsync));
}
