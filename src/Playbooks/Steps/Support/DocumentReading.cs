using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Steps.Support;

/// <summary>Waits until the document of a page is loaded.</summary>
internal static class DocumentReading
{
    // Playwright misses an event that occurs just when it starts waiting for it, but a new query returns the current state.
    private const float AskAnewAfterMilliseconds = 500;

    /// <summary>Waits for the document. If it is already loaded, the page is not queried.</summary>
    /// <exception cref="TimeoutException">The document was not loaded in time.</exception>
    /// <exception cref="PlaywrightException">The page no longer exists.</exception>
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
