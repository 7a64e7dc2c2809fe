using Microsoft.Playwright;

namespace Playbooks.Resolution;

/// <summary>Finds matches of a selector in frames, which the selector does not search.</summary>
internal sealed class FrameMatches(IPage page)
{
    private const int MostAsked = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Describes the first frame that contains a match. Returns null if there is none, or if no frame responds.</summary>
    public async Task<string?> DescribeAsync(IEnumerable<string> selectors)
    {
        // A frame without a URL has no document, and never responds.
        var frames = page.Frames.Where(static frame => frame.ParentFrame is not null && frame.Url.Length > 0).Take(MostAsked);
        var found = await Task.WhenAll(
            from frame in frames
            from selector in selectors
            where !FrameSelector.HasFrame(selector)
            select HoldsAsync(frame, selector)).ConfigureAwait(false);
        return found.OfType<string>().FirstOrDefault();
    }

    private static async Task<string?> HoldsAsync(IFrame frame, string selector)
    {
        try
        {
            return await frame.Locator(selector).CountAsync().WaitAsync(Patience).ConfigureAwait(false) > 0
                ? $"the frame {frame.Url} contains {selector}, but selectors do not search frames"
                : null;
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            return null;
        }
    }
}
