using Microsoft.Playwright;

namespace Playbooks.Recording;

/// <summary>Manages sessions with the browser's own protocol.</summary>
internal static class DevTools
{
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
