using Playbooks.Running;

namespace Playbooks.Steps;

/// <summary>Chooses an option of a <c>select</c> element, by one of value, label and index.</summary>
public abstract class SelectStep : Step
{
    /// <summary>Makes the step that this describes.</summary>
    protected SelectStep(StepInfo info)
        : base(info)
    {
    }

    /// <inheritdoc/>
    public abstract override SelectorChain Selector { get; }

    /// <summary>The option's value; null: chosen otherwise.</summary>
    public virtual string? Value => null;

    /// <summary>The option's text; null: chosen otherwise.</summary>
    public virtual string? Label => null;

    /// <summary>The option's place, from 0; -1: chosen otherwise.</summary>
    public virtual int Index => -1;

    internal override Task<object?> ActAsync(StepContext context) => throw new NotSupportedException("Comes with the next commit.");
}
