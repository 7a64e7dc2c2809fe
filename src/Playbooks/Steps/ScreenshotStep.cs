using Playbooks.Running;

namespace Playbooks.Steps;

/// <summary>Saves a screenshot of the page, or of an element, in the run's folder.</summary>
public abstract class ScreenshotStep : Step
{
    /// <summary>Makes the step that this describes.</summary>
    protected ScreenshotStep(StepInfo info)
        : base(info)
    {
    }

    /// <summary>Part of the file's name; null: <c>screenshot</c>.</summary>
    public virtual string? Name => null;

    internal override Task<object?> ActAsync(StepContext context) => throw new NotSupportedException("Comes with the next commit.");
}
