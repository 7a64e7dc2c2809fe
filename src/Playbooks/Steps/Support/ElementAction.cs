using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Resolution;

namespace Playbooks.Steps.Support;

/// <summary>Acts on the element of a chain and says in one sentence why that failed.</summary>
internal static class ElementAction
{
    /// <summary>
    /// Acts on the one element that the chain means. A chain without fallbacks needs no look beforehand: Playwright itself
    /// waits for the element, so that nothing is spent on what goes well.
    /// </summary>
    /// <param name="context">The try.</param>
    /// <param name="attempt">What is attempted, as <c>Clicking</c>.</param>
    /// <param name="chain">The selectors.</param>
    /// <param name="requirement">Which matches count.</param>
    /// <param name="act">Acts; it must give Playwright the deadline's rest as its timeout.</param>
    /// <param name="text">What is filled in, for the error; null: nothing.</param>
    public static async Task ActOnAsync(
        this StepContext context, string attempt, SelectorChain chain, ElementRequirement requirement, Func<ILocator, Task> act, string? text = null)
    {
        var actsAtOnce = chain.Fallbacks.Count == 0;
        while (true)
        {
            var element = actsAtOnce
                ? new(context.Page.Locator(requirement.Narrow(chain.Primary)), chain.Primary, 0)
                : await context.ResolveAsync(chain, requirement).ConfigureAwait(false);
            context.Resolved = element;
            try
            {
                await act(element.Locator).WaitAsync(context.CancellationToken).ConfigureAwait(false);
                context.CarryOut();
                context.Resolver.Seen.Add(element.Selector);
                return;
            }
            catch (PlaywrightException error) when (PlaywrightError.IsSeveral(error))
            {
                // Several match now; the resolver waits until one does, or names them.
                actsAtOnce = false;
            }
            catch (PlaywrightException error)
            {
                NoteDispatch(context, error);
                throw await ElementMisuse.ExplainAsync(error, context, attempt, text).ConfigureAwait(false) ?? PlaywrightError.Explain(error, $"{attempt} {element.Selector}");
            }
            catch (TimeoutException error)
            {
                NoteDispatch(context, error);
                throw await new ActionTimeout(context, attempt, requirement).ExplainAsync(element, chain, error).ConfigureAwait(false);
            }
        }
    }
    private static void NoteDispatch(StepContext context, Exception error)
    {
        if (ActionDispatch.IsPossible(error))
        {
            context.CarryOut();
        }
    }
}
