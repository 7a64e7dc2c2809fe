using Playbooks.Resolution;

namespace Playbooks.Steps.Support;

/// <summary>Counts the elements that a chain matches at this moment. No match is a number like any other, so nothing is waited for.</summary>
internal static class ElementCount
{
    /// <summary>Returns the number of elements that the first selector with a match matches, or 0 if none has one.</summary>
    public static async Task<int> ReadAsync(StepContext context, SelectorChain chain)
    {
        string[] selectors = [chain.Primary, .. chain.Fallbacks];
        for (var rank = 0; rank < selectors.Length; rank++)
        {
            var locator = context.Page.Locate(selectors[rank]);
            await context.RequireFramesAsync(selectors[rank], ElementRequirement.Attached).ConfigureAwait(false);
            var count = await context.TryAsync($"Counting {selectors[rank]}", locator.CountAsync()).ConfigureAwait(false);
            if (count > 0)
            {
                context.Resolved = new ResolvedElement(locator, selectors[rank], rank);
                context.Resolver.Seen.Add(selectors[rank]);
                return count;
            }
        }

        return 0;
    }
}
