using Playbooks.Running;

namespace Playbooks.Steps;

/// <summary>Fills an element and presses a key on it, or types at the keyboard.</summary>
public abstract class KeyPressStep : Step
{
    /// <summary>Makes the step that this describes.</summary>
    protected KeyPressStep(StepInfo info)
        : base(info)
    {
    }

    /// <summary>What is filled in or typed; null: nothing.</summary>
    public virtual string? Text => null;

    /// <summary>A key or chord of Playwright's, such as <c>Control+A</c>; null: none.</summary>
    public virtual string? Key => null;

    internal override Task<object?> ActAsync(StepContext context) => throw new NotSupportedException("Comes with the next commit.");
}
