using Playbooks.Resolution;
using Playbooks.Steps.Support;

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

    internal override IEnumerable<(string Name, string? Text)> Inputs => [.. base.Inputs, ("files", string.Join(", ", Files))];

    internal override bool IsSafeToRepeat => true;

    internal override bool ChangesPage => true;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        var files = new UploadFile(context.SourceFolder, AppContext.BaseDirectory);
        var paths = Files.Select(files.Find).ToArray();
        await context.ActOnAsync(
            "Uploading to",
            Selector,
            ElementRequirement.Attached,
            locator => locator.SetInputFilesAsync(paths, new() { Timeout = context.Deadline.RemainingMilliseconds })).ConfigureAwait(false);
        return null;
    }
}
