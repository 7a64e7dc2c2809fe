using Playbooks.Cli.Projects;
using Playbooks.Cli.Running;
using Playbooks.Language;

namespace Playbooks.Cli.Watching;

/// <summary>The files that a run of watched playbooks is made of, each with its time and length, by which an edit is noticed.</summary>
internal sealed class WatchedFiles
{
    private readonly Dictionary<string, (DateTime Changed, long Length)> stamps;

    private WatchedFiles(Dictionary<string, (DateTime Changed, long Length)> stamps) => this.stamps = stamps;

    /// <summary>Looks at the files of the projects of playbooks, and of the projects that these reference.</summary>
    /// <param name="playbooks">The full paths of the playbooks.</param>
    public static WatchedFiles LookAt(IReadOnlyList<string> playbooks)
    {
        var projects = playbooks.Select(ProjectFolder.Around).Distinct().SelectMany(static project => ProjectReferences.Find(project).Prepend(project)).Distinct();
        var files = projects.SelectMany(static project => project.Playbooks().Concat(project.CaseFiles()).Concat(project.CSharpFiles())).Concat(playbooks).Distinct(StringComparer.Ordinal);
        return new(files.Select(static path => new FileInfo(path)).Where(static file => file.Exists).ToDictionary(static file => file.FullName, static file => (file.LastWriteTimeUtc, file.Length), StringComparer.Ordinal));
    }

    /// <summary>Returns the full paths of the files that were written or deleted since an earlier look.</summary>
    public IReadOnlySet<string> ChangedSince(WatchedFiles earlier) =>
        stamps.Except(earlier.stamps).Concat(earlier.stamps.Except(stamps)).Select(static file => file.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>Determines whether an edit can change how a playbook runs: an edit of the playbook, of one that it calls, of their cases, or of their C#.</summary>
    /// <param name="project">The project of the playbook.</param>
    /// <param name="path">The full path of the playbook.</param>
    /// <param name="changed">The full paths of the files that were edited.</param>
    public static bool IsTouched(CheckedProject project, string path, IReadOnlySet<string> changed)
    {
        var called = project.CalledBy(path);
        return called.Any(playbook => changed.Contains(playbook.Path) || (playbook.Model.CaseFile is { } cases && changed.Contains(cases.Path)))
            || HasCodeIn(called, changed)
            || (CallsOutside(called, project) && changed.Any(file => PlaybookFiles.IsPlaybook(file) && project.Playbooks.All(own => own.Path != file)));
    }

    private static bool HasCodeIn(IReadOnlyList<PlaybookFile> called, IReadOnlySet<string> changed)
    {
        var classes = called.Select(static playbook => playbook.Model.ClassName).ToHashSet(StringComparer.Ordinal);
        return changed.Where(static path => PlaybookFiles.IsCSharp(path) && File.Exists(path)).Any(path => CompiledProject.PartialClassesIn(path).Any(classes.Contains));
    }

    private static bool CallsOutside(IReadOnlyList<PlaybookFile> called, CheckedProject project)
    {
        var own = project.Playbooks.Select(static playbook => playbook.Model.Id).ToHashSet(StringComparer.Ordinal);
        return called.SelectMany(static playbook => playbook.Model.Calls).Any(id => !own.Contains(id));
    }
}
