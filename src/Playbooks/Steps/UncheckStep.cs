using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Unchecks a checkbox.</summary>
public abstract class UncheckStep : Step
{
    /// <summary>Makes the step that this describes.</summary>
    protected UncheckStep(StepInfo info)
        : base(info)
    {
    }

    /// <inheritdoc/>
    public abstract override SelectorChain Selector { get; }

    internal override bool IsSafeToRepeat => true;

    internal override bool ChangesPage => true;

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
