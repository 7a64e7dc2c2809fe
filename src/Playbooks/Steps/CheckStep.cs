using Playbooks.Running;

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

    internal override Task<object?> ActAsync(StepContext context) => throw new NotSupportedException("Comes with the next commit.");
}
