using System.CommandLine;

namespace Playbooks.Cli.Commands;

/// <summary><c>merge-reports</c>: one overview and one JUnit file of the runs of several machines.</summary>
internal static class MergeReportsCommand
{
    private const string DefaultFolder = "merged-runs";

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var folders = PathsArgument.Create("Folders of runs, or folders that contain such folders at any depth.");
        var output = new Option<string>("--out") { Description = $"The folder for {MergedReport.IndexFile} and {MergedReport.JUnitFile}.", DefaultValueFactory = _ => DefaultFolder };
        var command = new DocumentedCommand(
            "merge-reports",
            $"Writes one {MergedReport.IndexFile} and one {MergedReport.JUnitFile} for all runs in several folders, for example for the shards of a CI job.",
            new("shard-1 shard-2 --out .", "Writes the files next to the folders of two shards. The overview links to the reports in those folders."),
            new("artifacts", "Finds all runs below a folder."))
        {
            folders,
            output,
        };
        command.SetAction((parsed, _) =>
        {
            var roots = parsed.GetRequiredValue(folders);
            if (roots.FirstOrDefault(root => !Directory.Exists(terminal.FullPath(root))) is { } missing)
            {
                throw new CommandException($"The folder '{missing}' does not exist.");
            }

            // A path that is mistyped must not pass as a job without runs.
            if (roots.FirstOrDefault(root => !Directory.EnumerateFiles(terminal.FullPath(root), RunFiles.Log, SearchOption.AllDirectories).Any()) is { } empty)
            {
                throw new CommandException($"The folder '{empty}' contains no runs.");
            }

            var report = MergedReport.Write(roots.Select(terminal.FullPath), terminal.FullPath(parsed.GetRequiredValue(output)));
            Write(report, terminal);
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }

    private static void Write(MergedReport report, Terminal terminal)
    {
        foreach (var problem in report.Problems)
        {
            terminal.Error.WriteLine(problem);
        }

        terminal.Output.WriteLine(report.RunCount == 1 ? $"1 run, {report.FailedCount} failed" : $"{report.RunCount} runs, {report.FailedCount} of them failed");
        terminal.Output.WriteLine($"  overview:  {terminal.Shown(report.IndexPath)}");
        terminal.Output.WriteLine($"  JUnit XML: {terminal.Shown(report.JUnitPath)}");
    }
}
