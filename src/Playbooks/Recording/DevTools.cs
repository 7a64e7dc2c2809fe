using Microsoft.Playwright;

namespace Playbooks.Recording;

/// <summary>Manages sessions with the browser's own protocol.</summary>
internal static class DevTools
{
    /// <summary>Starts a session with a page.</summary>
    /// <exception cref="PlaywrightException">The browser is not Chromium, or the page no longer exists.</exception>
    public static Task<ICDPSession> ConnectAsync(IPage page) => RequireAsync(page.Context.NewCDPSessionAsync(page));

    /// <summary>Starts a session with a frame that has a process of its own.</summary>
    /// <exception cref="PlaywrightException">The browser is not Chromium, the frame shares its parent's process, or it no longer exists.</exception>
    public static Task<ICDPSession> ConnectAsync(IFrame frame) => RequireAsync(frame.Page.Context.NewCDPSessionAsync(frame));

    /// <summary>Ends a session without waiting, because the browser does not respond while a page navigates.</summary>
    public static void Leave(this ICDPSession session) => _ = LeaveAsync(session);

    // If the page closes in the meantime, Playwright may return null.
    private static async Task<ICDPSession> RequireAsync(Task<ICDPSession> session) =>
        await session.ConfigureAwait(false) ?? throw new PlaywrightException("The page has been closed.");

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
