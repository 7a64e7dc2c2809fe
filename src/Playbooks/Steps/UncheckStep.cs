using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Unchecks a checkbox.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="selector">The selectors of the element.</param>
public class UncheckStep(StepInfo info, SelectorChain selector) : Step(info)
{
    /// <inheritdoc/>
    public override SelectorChain Selector { get; } = selector;

    internal override ActionFacts Facts => ActionFacts.Uncheck;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        await context.ActOnAsync(
            "Unchecking",
            Selector,
            ElementRequirement.Visible,
            locator => locator.UncheckAsync(new() { Timeout = context.Deadline.RemainingMilliseconds })).ConfigureAwait(false);
        return null;
    }
}
