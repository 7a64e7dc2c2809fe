using Playbooks.Running;

namespace Playbooks.Steps;

/// <summary>Waits until an element is in a state.</summary>
public abstract class WaitForStep : Step
{
    /// <summary>Makes the step that this describes.</summary>
    protected WaitForStep(StepInfo info)
        : base(info)
    {
    }

    /// <inheritdoc/>
    public abstract override SelectorChain Selector { get; }

    /// <summary>The state.</summary>
    public virtual ElementState State => ElementState.Visible;

    internal override Task<object?> ActAsync(StepContext context) => throw new NotSupportedException("Comes with the next commit.");
}
