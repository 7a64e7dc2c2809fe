using Playbooks.Running;

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

    internal override Task<object?> ActAsync(StepContext context) => throw new NotSupportedException("Comes with the next commit.");
}
