using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Checks a checkbox or radio button.</summary>
public abstract class CheckStep : Step
{
    /// <summary>Makes the step that this describes.</summary>
    protected CheckStep(StepInfo info)
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
            "Checking",
            Selector,
            ElementRequirement.Visible,
            locator => locator.CheckAsync(new() { Timeout = context.Deadline.RemainingMilliseconds })).ConfigureAwait(false);
        return null;
    }
}
