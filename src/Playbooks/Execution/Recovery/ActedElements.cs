using Microsoft.Playwright;
using Playbooks.Execution.Run;
using Playbooks.Resolution;
using Playbooks.Steps;

namespace Playbooks.Execution.Recovery;

/// <summary>
/// Remembers the elements on which a recovery agent has acted, so that a later step that names the same element, and whose action is not
/// safe to repeat, first asks whether it is done already.
/// </summary>
internal sealed class ActedElements(RunContext run)
{
    private const string Contains = "(all, one) => all.includes(one)";

    private readonly HashSet<string> paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> selectors = new(StringComparer.Ordinal);

    /// <summary>Remembers the element before the agent acts on it, because it may be gone afterwards.</summary>
    /// <param name="action">The action of the agent.</param>
    /// <param name="fill">Fills the known values into a selector of a later step.</param>
    public async Task RememberAsync(Step action, Func<string, string> fill)
    {
        if (action.IsSafeToRepeat || action.Selector is not { } chain)
        {
            return;
        }

        selectors.Add(chain.Primary);
        await using var element = await FindAsync(chain.Primary).ConfigureAwait(false);
        foreach (var later in run.Current.Steps.Where(one => one.Number >= action.Info.Number))
        {
            foreach (var selector in later.Selectors)
            {
                var filled = fill(selector);
                if (filled == chain.Primary || (element is not null && await MatchesAsync(filled, element).ConfigureAwait(false)))
                {
                    paths.Add(run.Blocks.Locate(later).Path);
                    break;
                }
            }
        }
    }

    /// <summary>Determines whether the agent has acted on the element that a step names. An element that another selector names is reported once.</summary>
    public bool Take(Step step)
    {
        var isNamed = step.Selector is { } chain && chain.Fallbacks.Prepend(chain.Primary).Any(selectors.Contains);
        return paths.Remove(step.Info.Path) || isNamed;
    }

    private async Task<IElementHandle?> FindAsync(string selector)
    {
        try
        {
            var elements = await run.Page.QuerySelectorAllAsync(selector).WaitAsync(run.Stop.Token).ConfigureAwait(false);
            return elements.Count == 1 ? elements[0] : null;
        }
        catch (PlaywrightException)
        {
            // An invalid selector fails when the agent acts.
            return null;
        }
    }

    private async Task<bool> MatchesAsync(string selector, IElementHandle element)
    {
        try
        {
            return await new FramePath(run.Page, selector).FindObstacleAsync().WaitAsync(run.Stop.Token).ConfigureAwait(false) is null
                && await run.Page.Locate(selector).EvaluateAllAsync<bool>(Contains, element).WaitAsync(run.Stop.Token).ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // A selector with a value that is not known yet is not a selector.
            return false;
        }
    }
}
