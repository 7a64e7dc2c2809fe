using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Playbooks.Generators.Pipeline;

/// <summary>A playbook as an item of the project.</summary>
/// <param name="Path">Its path, as the compiler has it.</param>
/// <param name="Link">Where the project shows it, if that is not where it is; empty: where it is.</param>
internal sealed record ProjectItem(string Path, string Link)
{
    /// <summary>The item of a text.</summary>
    public static ProjectItem From((AdditionalText Text, AnalyzerConfigOptionsProvider Options) pair, CancellationToken cancellationToken) =>
        new(
            pair.Text.Path,
            pair.Options.GetOptions(pair.Text).TryGetValue("build_metadata.AdditionalFiles.Link", out var link) ? link.Trim() : string.Empty);

    /// <summary>The path by which the project knows it, with slashes; a file from elsewhere stands at the project's root.</summary>
    public string ProjectPath(string projectFolder)
    {
        var path = PlaybookPath.Slashed(Link.Length > 0 ? Link : Path);
        if (Link.Length > 0)
        {
            return path.TrimStart('/');
        }

        return projectFolder.Length > 0 && path.StartsWith(projectFolder, StringComparison.OrdinalIgnoreCase)
            ? path.Substring(projectFolder.Length)
            : path.Substring(path.LastIndexOf('/') + 1);
    }
}
