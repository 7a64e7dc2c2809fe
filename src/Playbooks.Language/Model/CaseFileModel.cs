using Playbooks.Language.Syntax.Paths;

namespace Playbooks.Language.Model;

/// <summary>The CSV file that more cases of a playbook come from.</summary>
/// <param name="WrittenPath">Its path as the playbook writes it, relative to the playbook's file.</param>
/// <param name="Path">Its path, resolved and with slashes.</param>
public sealed record CaseFileModel(string WrittenPath, string Path)
{
    /// <summary>The file's text, for evidence at run time; null: it was not read.</summary>
    public string? Text { get; init; }

    /// <summary>The file's path as seen from another path of the playbook's file.</summary>
    public string PathBeside(string playbookPath) => RelativePath.Resolve(playbookPath, WrittenPath);
}
