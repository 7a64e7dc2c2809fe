using Playbooks.Resolution;

namespace Playbooks.Steps.Support;

/// <summary>Counts the elements that a chain matches at this moment. No match is a number like any other, so nothing is waited for.</summary>
internal static class ElementCount
{
    /// <summary>Returns the number of elements that the first selector with a match matches, or 0 if none has one.</summary>
    /// <exception cref="PlaybookException">A frame that a selector names is missing.</exception>
    public static async Task<int> ReadAsync(StepContext context, SelectorChain chain)
    {
        string[] selectors = [chain.Primary, .. chain.Fallbacks];
        FrameProblem? missing = null;
        for (var rank = 0; rank < selectors.Length; rank++)
        {
            var selector = selectors[rank];
            await context.RequireFramesAsync(selector, ElementRequirement.Attached).ConfigureAwait(false);
            var count = await context.TryAsync($"Counting {selector}", CountAsync(context, selector)).ConfigureAwait(false);
            missing ??= count == 0 && FrameSelector.HasFrame(selector) ? await new FramePath(context.Page, selector).FindAsync().ConfigureAwait(false) : null;
            if (count > 0)
            {
                context.Resolved = new ResolvedElement(context.Page.Locate(selector), selector, rank);
                context.Resolver.Seen.Add(selector);
                return count;
            }
        }

        // Where the frame is missing, 0 would say that it is empty.
        return missing is null ? 0 : throw new PlaybookException(ErrorCode.StepFailed, $"Nothing was counted, because {missing.Sentence}.");
    }

    private static async Task<int> CountAsync(StepContext context, string selector) =>
        (await context.ReaderOf(selector).CountAsync().ConfigureAwait(false))?.Matches
        ?? await context.Page.Locate(selector).CountAsync().ConfigureAwait(false);
}
