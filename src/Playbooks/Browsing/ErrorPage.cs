using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>Determines whether the browser shows a page of its own, because a document could not be loaded. Nothing of the site is on it.</summary>
internal static class ErrorPage
{
    // Chromium and Firefox.
    private static readonly string[] Starts = ["chrome-error:", "about:neterror", "about:certerror"];

    /// <summary>Determines whether the page is such a page. The browser is not queried.</summary>
    public static bool IsShown(IPage page) => Array.Exists(Starts, start => page.Url.StartsWith(start, StringComparison.Ordinal));
}
