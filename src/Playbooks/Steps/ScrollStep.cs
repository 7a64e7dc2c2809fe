using Playbooks.Running;

namespace Playbooks.Steps;

/// <summary>Turns the mouse wheel, over an element if there is one; or scrolls an element into view.</summary>
public abstract class ScrollStep : Step
{
    /// <summary>Makes the step that this describes.</summary>
    protected ScrollStep(StepInfo info)
        : base(info)
    {
    }

    /// <summary>Where to; by default an element into view, and without one down.</summary>
    public virtual ScrollDirection Direction => Selector is null ? ScrollDirection.Down : ScrollDirection.IntoView;

    /// <summary>How far, in pixels, 1 to 100000.</summary>
    public virtual int Amount => 600;

    internal override Task<object?> ActAsync(StepContext context) => throw new NotSupportedException("Comes with the next commit.");
}
