using Microsoft.Playwright;

namespace Playbooks.Resolution;

/// <summary>
/// Writes a selector with the frames that contain its element as one text, such as <c>frame=#payment |> #pay</c>, and locates it. Playwright
/// has no such notation, so none of its own selectors is taken for one.
/// </summary>
internal static class FrameSelector
{
    private const string Prefix = "frame=";
    private const string Separator = " |> ";

    /// <summary>Adds frames to a selector.</summary>
    /// <param name="frames">The selectors of the frames, the outermost first.</param>
    /// <param name="selector">The selector within the innermost frame.</param>
    public static string Compose(IReadOnlyList<string> frames, string selector) =>
        frames.Count == 0 ? selector : string.Concat(frames.Select(static frame => Prefix + frame + Separator)) + selector;

    /// <summary>Returns whether a selector begins with a frame.</summary>
    public static bool HasFrame(string selector) => selector.StartsWith(Prefix, StringComparison.Ordinal) && selector.Contains(Separator, StringComparison.Ordinal);

    /// <summary>Returns the locator of a selector, which may begin with frames.</summary>
    public static ILocator Locate(this IPage page, string selector)
    {
        if (!HasFrame(selector))
        {
            return page.Locator(selector);
        }

        var (frame, rest) = Split(selector);
        var inner = page.FrameLocator(frame);
        while (HasFrame(rest))
        {
            (frame, rest) = Split(rest);
            inner = inner.FrameLocator(frame);
        }

        return inner.Locator(rest);
    }

    /// <summary>Returns the selectors of the frames that a selector begins with, the outermost first.</summary>
    public static IReadOnlyList<string> FramesOf(string selector)
    {
        var frames = new List<string>();
        while (HasFrame(selector))
        {
            (var frame, selector) = Split(selector);
            frames.Add(frame);
        }

        return frames;
    }

    private static (string Frame, string Inside) Split(string selector)
    {
        var end = selector.IndexOf(Separator, StringComparison.Ordinal);
        return (selector[Prefix.Length..end], selector[(end + Separator.Length)..]);
    }
}
