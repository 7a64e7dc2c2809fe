using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Sets the files of an <c>&lt;input type=file&gt;</c>.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="selector">The selectors of the element.</param>
/// <param name="files">The paths of the files, absolute or relative to the playbook's file.</param>
public class UploadStep(StepInfo info, SelectorChain selector, IReadOnlyList<string> files) : Step(info)
{
    /// <inheritdoc/>
    public override SelectorChain Selector { get; } = selector;

    /// <summary>Gets the paths of the files, absolute or relative to the playbook's file.</summary>
    public IReadOnlyList<string> Files { get; } = files;

    /// <inheritdoc/>
    public override string InputSummary => $"{Selector.Primary} {string.Join(", ", Files)}";

    internal override IEnumerable<(string Name, string? Text)> Inputs => [.. base.Inputs, ("files", string.Join(", ", Files))];

    internal override ActionFacts Facts => ActionFacts.Upload;

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
