using System.Globalization;
using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Execution.Failure;

/// <summary>Describes the open pages of a run and the frames of the current one, from what is known without a query.</summary>
internal static class OpenPages
{
    private const int Most = 20;

    /// <summary>Returns a line for each open page, or nothing if there is only one.</summary>
    public static IReadOnlyList<string> Windows(BrowserState browser)
    {
        var pages = browser.Pages;
        return pages.Count < 2 ? [] : Shorten(pages.Select(page => $"{page.Name ?? "unnamed"}: {page.Page.Url}{(page.Page == browser.Page ? " (current)" : string.Empty)}"));
    }

    /// <summary>Returns a line for each frame of a page.</summary>
    public static IReadOnlyList<string> Frames(IPage page) => Shorten(
        from frame in page.Frames
        where frame.ParentFrame is not null
        select (frame.Name.Length > 0 ? $"{frame.Name}: " : string.Empty) + (frame.Url.Length > 0 ? frame.Url : "has not loaded"));

    private static string[] Shorten(IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        return all.Length <= Most ? all : [.. all.Take(Most), string.Create(CultureInfo.InvariantCulture, $"and {all.Length - Most} more")];
    }
}
