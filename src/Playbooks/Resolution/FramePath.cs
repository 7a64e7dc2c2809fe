using Microsoft.Playwright;
using Playbooks.Texts;

namespace Playbooks.Resolution;

/// <summary>
/// The frames that a selector leads through. Each of their selectors must match exactly one frame, as that of an element must match one
/// element. Playwright does not demand it of queries that accept several elements: they would be about the first frame only.
/// </summary>
internal sealed class FramePath(IPage page, string selector)
{
    private readonly IReadOnlyList<string> frames = FrameSelector.FramesOf(selector);

    /// <summary>
    /// Returns why the elements cannot be queried, or null if they can: several frames match, so that it is unclear which is meant; or a frame
    /// has not loaded anything, so that a query inside it would not end.
    /// </summary>
    /// <exception cref="PlaywrightException">A selector is invalid, or the page has just navigated.</exception>
    public async Task<FrameProblem?> FindObstacleAsync()
    {
        if (frames.Count == 0)
        {
            return null;
        }

        // A page with as many frames as the selector names has no two that match the same, so that most pages are not queried here.
        IFrame[] inner = [.. page.Frames.Where(static frame => frame.ParentFrame is not null)];
        return inner.Length > frames.Count || Array.Exists(inner, IsUnloaded) ? await FindAsync().ConfigureAwait(false) is { IsMissing: false } obstacle ? obstacle : null : null;
    }

    /// <summary>Returns what is wrong with the frames, including that there is none, or null.</summary>
    /// <exception cref="PlaywrightException">A selector is invalid, or the page has just navigated.</exception>
    public async Task<FrameProblem?> FindAsync()
    {
        var inside = page.MainFrame;
        for (var level = 0; level < frames.Count; level++)
        {
            var matches = inside.Locator(frames[level]);
            var elements = await matches.ElementHandlesAsync().ConfigureAwait(false);
            if (elements.Count != 1)
            {
                var outer = level == 0 ? string.Empty : $" in the frame {frames[level - 1]}";
                return elements.Count == 0
                    ? new($"the frame {frames[level]} was not found{outer}") { IsMissing = true }
                    : new($"the frame selector {frames[level]} matches {elements.Count.Of("element")}{outer}, but exactly one is needed") { Matches = matches };
            }

            // The query itself says that an element is not a frame.
            if (await elements[0].ContentFrameAsync().ConfigureAwait(false) is not { } frame)
            {
                return null;
            }

            if (IsUnloaded(frame))
            {
                return new($"the frame {frames[level]} has not loaded");
            }

            inside = frame;
        }

        return null;
    }

    private static bool IsUnloaded(IFrame frame) => frame.Url.Length == 0;
}

/// <summary>Why a selector does not lead into one frame.</summary>
/// <param name="Sentence">The reason, without a period.</param>
internal sealed record FrameProblem(string Sentence)
{
    private const int MostDescribed = 3;

    /// <summary>Gets whether a frame was not found. Then no element is in it either.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Gets a locator of the frames if several match, or null.</summary>
    public ILocator? Matches { get; init; }

    /// <summary>Gets whether several frames match.</summary>
    public bool IsAmbiguous => Matches is not null;

    /// <summary>Returns the reason, followed by what distinguishes the frames if there are several.</summary>
    public async Task<string> DescribeAsync()
    {
        if (Matches is null)
        {
            return Sentence;
        }

        // The names of frames are not asked for, because one that has not loaded would not answer.
        var elements = await ElementDescription.DescribeAsync(Matches, most: 0, count: 0).ConfigureAwait(false);
        return $"{Sentence}: {string.Join(", ", elements.Take(MostDescribed))}{(elements.Count > MostDescribed ? ", …" : string.Empty)}";
    }
}
