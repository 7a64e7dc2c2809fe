using Microsoft.Playwright;

namespace Playbooks.Resolution;

/// <summary>The frames that a selector leads through.</summary>
internal sealed class FramePath(IPage page, string selector)
{
    private readonly IReadOnlyList<string> frames = FrameSelector.FramesOf(selector);

    /// <summary>Returns a description of the first frame that has not loaded anything, or null if there is none. A query inside such a frame would not end.</summary>
    public async Task<string?> FindUnloadedAsync()
    {
        if (!page.Frames.Any(static frame => frame.ParentFrame is not null && IsUnloaded(frame)))
        {
            return null;
        }

        var inside = page.MainFrame;
        foreach (var selector in frames)
        {
            // Where no frame or several match, the query itself says so.
            var elements = await inside.Locator(selector).ElementHandlesAsync().ConfigureAwait(false);
            if (elements.Count != 1 || await elements[0].ContentFrameAsync().ConfigureAwait(false) is not { } frame)
            {
                return null;
            }

            if (IsUnloaded(frame))
            {
                return $"the frame {selector} has not loaded";
            }

            inside = frame;
        }

        return null;
    }

    private static bool IsUnloaded(IFrame frame) => frame.Url.Length == 0;
}
