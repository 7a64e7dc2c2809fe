using Playbooks.Running;
using Playbooks.Running.Resolution;

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

    /// <inheritdoc/>
    public override string InputSummary => $"{Selector.Primary} {string.Join(", ", Files)}";

    internal override async Task<object?> ActAsync(StepContext context)
    {
        var paths = Files.Select(file => Path.GetFullPath(file, context.SourceFolder)).ToArray();
        if (Array.Find(paths, path => !File.Exists(path)) is { } missing)
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"The file to upload does not exist: {missing}. Paths are relative to the playbook's folder.");
        }

        await context.ActOnAsync(
            "Uploading to",
            Selector,
            ElementRequirement.Attached,
            locator => locator.SetInputFilesAsync(paths, new() { Timeout = context.Deadline.RemainingMilliseconds })).ConfigureAwait(false);
        return null;
    }
}
