using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Steps.Support;

/// <summary>Waits until a page's document is read.</summary>
internal static class DocumentReading
{
    // Playwright misses an event that comes just while it begins to wait for it; asked anew, it knows.
    private const float AskAnewAfterMilliseconds = 500;

    /// <summary>Waits for it; where it is read already, nothing is asked of the page.</summary>
    /// <exception cref="TimeoutException">It was not read in time.</exception>
    /// <exception cref="PlaywrightException">The page is gone.</exception>
    public static async Task WaitAsync(IPage page, Deadline deadline, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded, new() { Timeout = Math.Min(AskAnewAfterMilliseconds, deadline.RemainingMilliseconds) })
                    .WaitAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (TimeoutException) when (!deadline.HasPassed)
            {
            }
        }
    }
}
