using Playbooks.Language.Syntax.Paths;

namespace Playbooks.Language;

/// <summary>Where a playbook's <c>cases_from</c> leads in a project.</summary>
/// <param name="File">The file; null: the project does not have it.</param>
/// <param name="Nearest">Without a file, the path of the one that was probably meant, as the playbook would write it; null: none is near.</param>
public sealed record CaseFileMatch(CaseFile? File, string? Nearest)
{
    /// <summary>Finds the file that a playbook names.</summary>
    /// <param name="playbook">The playbook, read alone.</param>
    /// <param name="files">The files with cases that the project has.</param>
    /// <returns>Where it leads; null: the playbook names no file, or none that can be looked for.</returns>
    public static CaseFileMatch? Find(PlaybookFile playbook, IReadOnlyCollection<CaseFile> files)
    {
        if (playbook.Model.CaseFile is not { } named)
        {
            return null;
        }

        return files.FirstOrDefault(file => RelativePath.Normalize(file.Path) == named.Path) is { } found
            ? new(found, null)
            : new(null, FindNearest(playbook.Path, named, files));
    }

    // The same name in another folder is nearer than a similar name in the same folder.
    private static string? FindNearest(string playbookPath, Model.CaseFileModel named, IReadOnlyCollection<CaseFile> files)
    {
        var paths = files.Select(file => RelativePath.Between(playbookPath, file.Path)).OrderBy(static path => path, StringComparer.Ordinal).ToList();
        return paths.FirstOrDefault(path => NameOf(path) == NameOf(named.WrittenPath)) ?? NearestName.Find(named.WrittenPath, paths);
    }

    private static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
