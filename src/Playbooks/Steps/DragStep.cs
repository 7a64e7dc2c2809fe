using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Drags an element and drops it on another.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="selector">The selectors of the element to drag.</param>
/// <param name="to">The selector of the element to drop on.</param>
public class DragStep(StepInfo info, SelectorChain selector, string to) : Step(info)
{
    /// <inheritdoc/>
    public override SelectorChain Selector { get; } = selector;

    /// <summary>Gets the selector of the element to drop on.</summary>
    public string To { get; } = to;

    /// <inheritdoc/>
    public override string InputSummary => $"{Selector.Primary} to {To}";

    internal override IEnumerable<(string Name, string? Text)> Inputs => [.. base.Inputs, ("to", To)];

    internal override ActionFacts Facts => ActionFacts.Drag;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        // Found first, so that an error about the element to drag is not one about the other.
        var target = await context.ResolveAsync(new SelectorChain(To) { Frames = Selector.Frames }, ElementRequirement.Visible).ConfigureAwait(false);
        await context.ActOnAsync(
            "Dragging",
            Selector,
            ElementRequirement.Visible,
            locator => locator.DragToAsync(target.Locator, new() { Timeout = context.Deadline.RemainingMilliseconds })).ConfigureAwait(false);
        await context.WaitForDocumentAsync("Dragging", Selector.Primary).ConfigureAwait(false);
        return null;
    }
}
