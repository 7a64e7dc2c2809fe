using Microsoft.Playwright;

namespace Playbooks.Recording;

/// <summary>Sessions with the browser's own protocol.</summary>
internal static class DevTools
{
    /// <summary>Ends a session without waiting for it: while a page is on its way to another document, the browser does not answer.</summary>
    public static void Leave(this ICDPSession session) => _ = LeaveAsync(session);

    private static async Task LeaveAsync(ICDPSession session)
    {
        try
        {
            await session.DetachAsync().ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The page is gone, and the session with it.
        }
    }
}
