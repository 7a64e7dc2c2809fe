using Playbooks.Running;

namespace Playbooks.Steps;

/// <summary>Clicks an element; a navigation that the click started is waited for.</summary>
public abstract class ClickStep : Step
{
    /// <summary>Makes the step that this describes.</summary>
    protected ClickStep(StepInfo info)
        : base(info)
    {
    }

    /// <inheritdoc/>
    public abstract override SelectorChain Selector { get; }

    /// <summary>The button.</summary>
    public virtual MouseButton Button => MouseButton.Left;

    /// <summary>How many times, 1 to 3.</summary>
    public virtual int Count => 1;

    /// <summary>Keys held meanwhile.</summary>
    public virtual IReadOnlyList<ModifierKey> Modifiers => [];

    internal override Task<object?> ActAsync(StepContext context) => throw new NotSupportedException("Comes with the next commit.");
}
