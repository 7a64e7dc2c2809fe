using Playbooks.Running;

namespace Playbooks.Steps;

/// <summary>Sets the files of an <c>input type=file</c>.</summary>
public abstract class UploadStep : Step
{
    /// <summary>Makes the step that this describes.</summary>
    protected UploadStep(StepInfo info)
        : base(info)
    {
    }

    /// <inheritdoc/>
    public abstract override SelectorChain Selector { get; }

    /// <summary>Paths, absolute or relative to the playbook's file.</summary>
    public abstract IReadOnlyList<string> Files { get; }

    internal override Task<object?> ActAsync(StepContext context) => throw new NotSupportedException("Comes with the next commit.");
}
