using Playbooks.Reports;
using Playbooks.Reports.Index;
using Playbooks.RunFolder;

namespace Playbooks;

/// <summary>Represents the overview and the JUnit XML of the runs in several folders, for example of the shards of a CI job.</summary>
public sealed class MergedReport
{
    /// <summary>The name of the overview.</summary>
    public const string IndexFile = RunFiles.Index;

    /// <summary>The name of the JUnit XML.</summary>
    public const string JUnitFile = "junit.xml";

    private MergedReport()
    {
    }

    /// <summary>Gets the full path of the overview, which links to the reports in their original folders.</summary>
    public string IndexPath { get; private init; } = string.Empty;

    /// <summary>Gets the full path of the JUnit XML, with one suite for each run.</summary>
    public string JUnitPath { get; private init; } = string.Empty;

    /// <summary>Gets the number of runs that were found.</summary>
    public int RunCount { get; private init; }

    /// <summary>Gets the number of runs that did not end as expected, including those that were interrupted.</summary>
    public int FailedCount { get; private init; }

    /// <summary>Gets the runs that could not be read, one sentence each. The overview lists them, too.</summary>
    public IReadOnlyList<string> Problems { get; private init; } = [];

    /// <summary>Writes the files, replacing older ones.</summary>
    /// <param name="roots">Output roots, or folders above them. A root inside another root is counted only once. Links are not followed.</param>
    /// <param name="folder">The folder for the files. It is created if it does not exist.</param>
    /// <exception cref="IOException">A folder cannot be read, or the files cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The process is not permitted to read a folder or to write the files.</exception>
    public static MergedReport Write(IEnumerable<string> roots, string folder)
    {
        ArgumentNullException.ThrowIfNull(roots);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var target = Path.GetFullPath(folder);
        var runs = roots.SelectMany(static root => RunsBelow(new(Path.GetFullPath(root)))).DistinctBy(static run => run.FullName).OrderBy(static run => run.FullName, StringComparer.Ordinal).ToList();
        var problems = new List<string>();
        var reported = runs.Select(run => Read(run, problems)).OfType<ReportedRun>().OrderBy(static run => run.Header.StartedAt).ToList();
        Directory.CreateDirectory(target);
        var report = new MergedReport
        {
            IndexPath = Path.Combine(target, IndexFile),
            JUnitPath = Path.Combine(target, JUnitFile),
            RunCount = runs.Count,
            FailedCount = reported.Count(static run => run.Verdict.IsBad()),
            Problems = problems,
        };
        // A run that was removed meanwhile has no entry.
        var entries = runs.Select(run => IndexEntry.Read(run) is { } entry ? entry with { Folder = Path.GetRelativePath(target, run.FullName).Replace('\\', '/') } : null).OfType<IndexEntry>();
        WholeFile.Write(report.IndexPath, new IndexHtml(target, [.. entries], older: 0).Write());
        WholeFile.Write(report.JUnitPath, Reports.JUnit.JUnitFile.Merge(reported));
        return report;
    }

    // A run's folder contains no other runs, but for earlier ones with its id. Names that start with a dot belong to tools.
    private static IEnumerable<DirectoryInfo> RunsBelow(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, RunFiles.Log)) ? [folder]
        : folder.EnumerateDirectories().Where(static one => one.Name[0] != '.' && !SymbolicLinks.IsLink(one)).SelectMany(RunsBelow);

    private static ReportedRun? Read(DirectoryInfo run, List<string> problems)
    {
        try
        {
            return new(StoredRun.Read(run.FullName));
        }
        catch (PlaybookException failure)
        {
            problems.Add(failure.Message);
            return null;
        }
    }
}
