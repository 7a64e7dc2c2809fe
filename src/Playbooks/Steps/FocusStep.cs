using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Moves the focus to an element.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="selector">The selectors of the element.</param>
public class FocusStep(StepInfo info, SelectorChain selector) : Step(info)
{
    /// <inheritdoc/>
    public override SelectorChain Selector { get; } = selector;

    internal override ActionFacts Facts => ActionFacts.Focus;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        await context.ActOnAsync(
            "Focusing",
            Selector,
            ElementRequirement.Visible,
            locator => locator.FocusAsync(new() { Timeout = context.Deadline.RemainingMilliseconds })).ConfigureAwait(false);
        return null;
    }
}
