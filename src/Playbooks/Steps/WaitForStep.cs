using Microsoft.Playwright;
using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Waits until an element is in a given state.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="selector">The selectors of the element.</param>
public class WaitForStep(StepInfo info, SelectorChain selector) : Step(info)
{
    /// <inheritdoc/>
    public override SelectorChain Selector { get; } = selector;

    /// <summary>Gets the state to wait for. The default is <see cref="ElementState.Visible"/>.</summary>
    public ElementState State { get; init; } = ElementState.Visible;

    /// <inheritdoc/>
    public override string InputSummary => $"{Selector.Primary} {State.ToString().ToLowerInvariant()}";

    internal override IEnumerable<(string Name, string? Text)> Inputs => [.. base.Inputs, ("state", State.ToString().ToLowerInvariant())];

    internal override ActionFacts Facts => ActionFacts.WaitFor;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        switch (State)
        {
            case ElementState.Visible:
                await WaitUntilThereAsync(context, ElementRequirement.Visible).ConfigureAwait(false);
                break;
            case ElementState.Attached:
                await WaitUntilThereAsync(context, ElementRequirement.Attached).ConfigureAwait(false);
                break;
            case ElementState.Hidden:
                await new Disappearance(context, ElementRequirement.Visible).WaitAsync(Selector).ConfigureAwait(false);
                break;
            default:
                await new Disappearance(context, ElementRequirement.Attached).WaitAsync(Selector).ConfigureAwait(false);
                break;
        }

        return null;
    }

    private Task WaitUntilThereAsync(StepContext context, ElementRequirement requirement) => context.ActOnAsync(
        "Waiting for",
        Selector,
        requirement,
        locator => locator.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = context.Deadline.RemainingMilliseconds }));
}
