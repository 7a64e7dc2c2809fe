using Playbooks.Running;

namespace Playbooks.Steps;

/// <summary>Opens a URL and waits until its document is read.</summary>
public abstract class GotoStep : Step
{
    /// <summary>Makes the step that this describes.</summary>
    protected GotoStep(StepInfo info)
        : base(info)
    {
    }

    /// <summary>The URL; a relative one is resolved against the run's base URL.</summary>
    public abstract string Url { get; }

    /// <summary>Whether an HTTP status of 400 or more is fine.</summary>
    public virtual bool AllowStatus => false;

    internal override Task<object?> ActAsync(StepContext context) => throw new NotSupportedException("Comes with the next commit.");
}
