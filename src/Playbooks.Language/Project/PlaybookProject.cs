using Playbooks.Language.Model;

namespace Playbooks.Language.Project;

/// <summary>
/// Checks the playbooks of a project. Whoever reports findings asks here: with all files at once, or, where unchanged files are not
/// checked again, file by file and then together.
/// </summary>
public static class PlaybookProject
{
    /// <summary>Finds all that is wrong in the files of a project.</summary>
    /// <param name="files">The files; one path that is given twice counts once.</param>
    /// <param name="options">What is known of the project.</param>
    /// <returns>The findings by path and place, without those that a file switches off.</returns>
    public static EquatableArray<FileFinding> Check(IEnumerable<ProjectFile> files, ProjectOptions options) => CheckLinked(Link(files, options), options);

    /// <summary>Finds all that is wrong in the files of a project that know each other.</summary>
    /// <param name="all">What <see cref="Link"/> returned.</param>
    /// <param name="options">What is known of the project.</param>
    /// <returns>The findings by path and place, without those that a file switches off.</returns>
    public static EquatableArray<FileFinding> CheckLinked(IReadOnlyList<ProjectFile> all, ProjectOptions options)
    {
        var alone = all.SelectMany(file => CheckFile(file.Playbook, path => options.FileExists(file.Playbook.Path, path), options.ScansAccessibility).Select(finding => new FileFinding(file.Playbook.Path, finding)));
        var inCaseFiles = all.SelectMany(static file => file.Playbook.FindCaseFileFindings()).Distinct();
        var together = CheckTogether(all.Select(file => file.Summarize(options)), options.RootNamespace);
        return alone.Concat(inCaseFiles).Concat(together)
            .OrderBy(static found => found.Path, StringComparer.Ordinal)
            .ThenBy(static found => found.Finding.Span.Start)
            .ThenBy(static found => found.Finding.Id, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>Reads those that call others again, now that these are known.</summary>
    /// <param name="files">The files, read alone; one path that is given twice counts once.</param>
    /// <param name="options">What is known of the project.</param>
    public static IReadOnlyList<ProjectFile> Link(IEnumerable<ProjectFile> files, ProjectOptions options)
    {
        var alone = files.GroupBy(static file => file.Playbook.Path, StringComparer.Ordinal).Select(static same => same.First()).ToList();
        var known = KnownPlaybooks.Create(alone.Select(static file => new CallablePlaybook(PlaybookSignature.From(file.Playbook.Model), string.Empty)).Concat(options.Referenced));
        return alone.ConvertAll(file => file with { Playbook = PlaybookReader.ReadLinked(file.Playbook, known.For(file.Playbook.Model)) });
    }

    /// <summary>Finds what is wrong in one file, also in what it names on the disk.</summary>
    /// <param name="playbook">The file.</param>
    /// <param name="fileExists">Whether a file exists; its path is as written, relative to the playbook's file.</param>
    /// <param name="scansAccessibility">Whether the project references the package that checks accessibility.</param>
    /// <returns>The findings, without those that the file switches off.</returns>
    public static EquatableArray<Finding> CheckFile(PlaybookFile playbook, Func<string, bool> fileExists, bool scansAccessibility = false) =>
        playbook.Findings.Concat(UploadRules.Check(playbook, fileExists)).Concat(scansAccessibility ? [] : AccessibilityRules.Check(playbook)).ToEquatableArray();

    /// <summary>Finds what is wrong between files.</summary>
    /// <param name="playbooks">The playbooks; one path that is given twice counts once.</param>
    /// <param name="rootNamespace">The project's root namespace, which holds the generated catalog; empty: none.</param>
    /// <returns>The findings by path, without those that a file switches off.</returns>
    public static EquatableArray<FileFinding> CheckTogether(IEnumerable<ProjectPlaybook> playbooks, string rootNamespace) => ProjectRules.Check(playbooks, rootNamespace);
}

/// <summary>A file of a project.</summary>
/// <param name="Playbook">The playbook that was read from it.</param>
/// <param name="Namespace">The namespace that its folder gives its class; empty: none.</param>
public sealed record ProjectFile(PlaybookFile Playbook, string Namespace)
{
    internal ProjectPlaybook Summarize(ProjectOptions options) =>
        new(PlaybookSignature.From(Playbook.Model), PlaybookSummary.From(Playbook, Namespace, options.GeneratesTests));
}

/// <summary>What is known of a project.</summary>
/// <param name="RootNamespace">The root namespace, which holds the generated catalog; empty: none.</param>
/// <param name="GeneratesTests">Whether cases become test classes.</param>
/// <param name="FileExists">Whether a file exists: the path of the playbook that names it, and the path as written there. The language has no file system.</param>
public sealed record ProjectOptions(string RootNamespace, bool GeneratesTests, Func<string, string, bool> FileExists)
{
    /// <summary>Whether it references the package that checks accessibility.</summary>
    public bool ScansAccessibility { get; init; }

    /// <summary>The playbooks of referenced projects, which those of this one can call.</summary>
    public EquatableArray<CallablePlaybook> Referenced { get; init; }
}
