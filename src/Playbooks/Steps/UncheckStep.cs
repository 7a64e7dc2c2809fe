using Playbooks.Running;

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

    internal override Task<object?> ActAsync(StepContext context) => throw new NotSupportedException("Comes with the next commit.");
}
