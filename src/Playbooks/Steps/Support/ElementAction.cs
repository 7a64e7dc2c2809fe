using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Resolution;

namespace Playbooks.Steps.Support;

/// <summary>Acts on the element of a chain, and explains a failure in one sentence.</summary>
internal static class ElementAction
{
    /// <summary>
    /// Acts on the element to which a chain resolves. A chain without fallbacks is not resolved first: Playwright itself waits for the element,
    /// so that successful actions have no overhead.
    /// </summary>
    /// <param name="context">The context of the attempt.</param>
    /// <param name="attempt">The activity, such as <c>Clicking</c>.</param>
    /// <param name="chain">The selectors.</param>
    /// <param name="requirement">Which matches count.</param>
    /// <param name="act">Performs the action. It must pass the remaining time to Playwright as its timeout.</param>
    /// <param name="text">The text to fill in, for the error, or null.</param>
    public static async Task ActOnAsync(
        this StepContext context, string attempt, SelectorChain chain, ElementRequirement requirement, Func<ILocator, Task> act, string? text = null)
    {
        var actsAtOnce = chain.Fallbacks.Count == 0;
        while (true)
        {
            var element = actsAtOnce
                ? new(context.Page.Locate(requirement.Narrow(chain.Primary)), chain.Primary, 0)
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
                // Several elements match now. The resolver waits until one does, or lists them.
                actsAtOnce = false;
            }
            catch (PlaywrightException error)
            {
                NoteDispatch(context, error);
                if (context.IsCarriedOut && PlaywrightError.IsClosed(error) && await ClosedPage.IsClosedAsync(context.Page, context.CancellationToken).ConfigureAwait(false))
                {
                    // A button that closes its own window has succeeded.
                    context.Resolver.Seen.Add(element.Selector);
                    return;
                }

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
