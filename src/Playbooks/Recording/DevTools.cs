using Microsoft.Playwright;

namespace Playbooks.Recording;

/// <summary>Manages sessions with the browser's own protocol.</summary>
internal static class DevTools
{
    /// <summary>Starts a session with a page.</summary>
    /// <exception cref="PlaywrightException">The browser is not Chromium, or the page no longer exists.</exception>
    public static async Task<ICDPSession> ConnectAsync(IPage page) =>
        // If the page closes in the meantime, Playwright may return null.
        await page.Context.NewCDPSessionAsync(page).ConfigureAwait(false) ?? throw new PlaywrightException("The page has been closed.");

    /// <summary>Ends a session without waiting, because the browser does not respond while a page navigates.</summary>
    public static void Leave(this ICDPSession session) => _ = LeaveAsync(session);

    private static async Task LeaveAsync(ICDPSession session)
    {
        try
        {
            await session.DetachAsync().ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The page no longer exists, and neither does the session.
        }
    }
}
