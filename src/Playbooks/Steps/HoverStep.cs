using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Moves the mouse over an element.</summary>
public abstract class HoverStep : Step
{
    /// <summary>Makes the step that this describes.</summary>
    protected HoverStep(StepInfo info)
        : base(info)
    {
    }

    /// <inheritdoc/>
    public abstract override SelectorChain Selector { get; }

    internal override bool IsSafeToRepeat => true;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        await context.ActOnAsync(
            "Hovering over",
            Selector,
            ElementRequirement.Visible,
            locator => locator.HoverAsync(new() { Timeout = context.Deadline.RemainingMilliseconds })).ConfigureAwait(false);
        return null;
    }
}
