using Playbooks.Language;
using Playbooks.Language.Project;

namespace Playbooks.Cli.Projects;

/// <summary>The playbooks of one project with all findings in them.</summary>
/// <param name="Folder">The project.</param>
/// <param name="Playbooks">The playbooks that were asked for, in the order of their paths.</param>
/// <param name="Findings">The findings in these playbooks and in their files of cases, by path and place.</param>
internal sealed record CheckedProject(ProjectFolder Folder, IReadOnlyList<PlaybookFile> Playbooks, IReadOnlyList<FileFinding> Findings)
{
    /// <summary>Checks playbooks together with all others of their projects, as a build does.</summary>
    /// <param name="paths">The full paths of the playbooks.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>The projects, by folder.</returns>
    public static IReadOnlyList<CheckedProject> Check(IEnumerable<string> paths, CancellationToken cancellationToken) =>
    [
        .. paths.GroupBy(static path => Path.GetDirectoryName(path)!, StringComparer.Ordinal)
            .GroupBy(static folder => ProjectFolder.Find(folder.Key))
            .Select(static project => (Folder: project.Key ?? new(CommonFolder([.. project.Select(static folder => folder.Key)]), null), Paths: project.SelectMany(static folder => folder)))
            .OrderBy(static project => project.Folder.Folder, StringComparer.Ordinal)
            .Select(project => Check(project.Folder, project.Paths.ToHashSet(StringComparer.Ordinal), cancellationToken)),
    ];

    /// <summary>Checks all playbooks of a project.</summary>
    /// <param name="folder">The project.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static CheckedProject AllOf(ProjectFolder folder, CancellationToken cancellationToken) =>
        Check(folder, folder.Playbooks().ToHashSet(StringComparer.Ordinal), cancellationToken);

    /// <summary>Checks all playbooks of the project that a playbook belongs to.</summary>
    /// <param name="path">The full path of the playbook.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static CheckedProject WithAllOf(string path, CancellationToken cancellationToken)
    {
        var folder = ProjectFolder.Around(path);
        return Check(folder, folder.Playbooks().Append(path).ToHashSet(StringComparer.Ordinal), cancellationToken);
    }

    /// <summary>Checks a playbook as if its file had another text, together with all others of its project.</summary>
    /// <param name="path">The full path of the playbook.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static CheckedProject WithText(string path, string text, CancellationToken cancellationToken)
    {
        return Check(ProjectFolder.Around(path), new HashSet<string>(StringComparer.Ordinal) { path }, cancellationToken, text);
    }

    /// <summary>Returns a playbook and those that it calls, directly or not.</summary>
    /// <param name="path">The full path of the playbook.</param>
    public IReadOnlyList<PlaybookFile> CalledBy(string path)
    {
        var found = Playbooks.Where(playbook => playbook.Path == path).ToList();
        for (var i = 0; i < found.Count; i++)
        {
            var calls = found[i].Model.Calls.ToHashSet(StringComparer.Ordinal);
            found.AddRange(Playbooks.Where(playbook => calls.Contains(playbook.Model.Id) && !found.Contains(playbook)));
        }

        return found;
    }

    private static CheckedProject Check(ProjectFolder folder, HashSet<string> asked, CancellationToken cancellationToken, string? textOfAsked = null)
    {
        var caseFiles = folder.CaseFiles().Select(ReadCases).ToList();
        var files = folder.Playbooks().Union(asked).Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(path => new ProjectFile(Read(path, asked.Contains(path) ? textOfAsked : null, caseFiles, cancellationToken), folder.NamespaceOf(path)))
            .ToList();
        var options = new ProjectOptions(folder.RootNamespace, GeneratesTests: true, FileExists)
        {
            ScansAccessibility = folder.ScansAccessibility,
            Referenced = ReferencedPlaybooks.Read(folder, path => Read(path, otherText: null, [], cancellationToken)),
        };
        var linked = PlaybookProject.Link(files, options);
        var findings = PlaybookProject.CheckLinked(linked, options);
        var playbooks = linked.Select(static file => file.Playbook).Where(playbook => asked.Contains(playbook.Path)).ToList();
        var shown = playbooks.Select(static playbook => playbook.Model.CaseFile?.Path).OfType<string>().Concat(asked).ToHashSet(StringComparer.Ordinal);
        return new(folder, playbooks, [.. findings.Where(found => shown.Contains(found.Path))]);
    }

    // Playbooks without a project form one together, so that they can call each other.
    private static string CommonFolder(IReadOnlyList<string> folders)
    {
        var common = folders[0];
        while (!folders.All(folder => folder == common || folder.StartsWith(common.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            common = Path.GetDirectoryName(common)!;
        }

        return common;
    }

    private static PlaybookFile Read(string path, string? otherText, IReadOnlyCollection<CaseFile> caseFiles, CancellationToken cancellationToken)
    {
        var (text, encoding) = PlaybookFiles.Read(path);
        text = otherText ?? text;
        var alone = PlaybookReader.Read(path, text, encoding, cancellationToken);
        return PlaybookReader.ReadLinked(alone, null, Match(alone, caseFiles), cancellationToken);
    }

    /// <summary>Finds the file of cases that a playbook names: among those of its project, or wherever its path leads if it has none.</summary>
    public static CaseFileMatch? Match(PlaybookFile playbook, IReadOnlyCollection<CaseFile> caseFiles) => CaseFileMatch.Find(playbook, caseFiles) switch
    {
        { File: null } when playbook.Model.CaseFile is { Path: var path } && ProjectFolder.Find(Path.GetDirectoryName(playbook.Path)!) is null && File.Exists(path) => new(ReadCases(path), null),
        var match => match,
    };

    /// <summary>Reads a file of cases.</summary>
    public static CaseFile ReadCases(string path)
    {
        var (text, encoding) = PlaybookFiles.Read(path);
        return CaseFile.From(path, text, encoding);
    }

    /// <summary>Determines whether a file exists that a playbook names.</summary>
    public static bool FileExists(string playbook, string file) => File.Exists(Path.Combine(Path.GetDirectoryName(playbook)!, file));
}
