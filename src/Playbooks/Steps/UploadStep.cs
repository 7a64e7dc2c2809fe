using Microsoft.Playwright;
using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Sets the files of an <c>&lt;input type=file&gt;</c>, or of the file chooser that a click on another element opens.</summary>
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
        var files = new PlaybookFolder(context.SourceFolder, AppContext.BaseDirectory);
        var paths = Files.Select(file => files.Find(file, "The file to upload")).ToArray();
        await context.ActOnAsync(
            "Uploading to",
            Selector,
            ElementRequirement.Attached,
            locator => SetAsync(context, locator, paths)).ConfigureAwait(false);
        return null;
    }

    private static async Task SetAsync(StepContext context, ILocator locator, string[] paths)
    {
        try
        {
            await locator.SetInputFilesAsync(paths, new() { Timeout = context.Deadline.RemainingMilliseconds }).ConfigureAwait(false);
        }
        catch (PlaywrightException error) when (FileChoice.IsDueAfter(error))
        {
            await FileChoice.SetAsync(context, locator, paths).ConfigureAwait(false);
        }
    }
}
