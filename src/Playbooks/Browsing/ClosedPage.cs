using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>Tells a page that has closed, as the windows of logins do after a click, from a browser that is gone.</summary>
internal static class ClosedPage
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Determines whether a page has closed while another page of its context is still open.</summary>
    /// <param name="page">The page.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    public static async Task<bool> IsClosedAsync(IPage page, CancellationToken cancellationToken)
    {
        if (page.Context.Pages.FirstOrDefault(one => one != page) is not { } other)
        {
            return false;
        }

        try
        {
            // An error can arrive before the event that the page has closed, but an answer to a later question cannot.
            await other.TitleAsync().WaitAsync(Patience, cancellationToken).ConfigureAwait(false);
            return page.IsClosed;
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            return false;
        }
    }
}
