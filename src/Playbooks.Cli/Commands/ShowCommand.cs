using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;

namespace Playbooks.Cli.Commands;

/// <summary><c>show</c>: how a run ended, and where its evidence is.</summary>
internal static class ShowCommand
{
    private static readonly (string Name, string File)[] Evidence =
    [
        ("report", RunFiles.Report),
        ("error context", RunFiles.ErrorContext),
        ("trace", RunFiles.Trace),
        ("log", RunFiles.Log),
    ];

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var run = new Argument<string>("run") { Description = "The id of the run, or its folder." };
        var root = RunsFolder.CreateOption();
        var open = new Option<bool>("--open") { Description = "Opens the report in the default browser." };
        var command = new DocumentedCommand(
            "show",
            "Shows how a run ended, and where its report, trace, and log are.",
            new("0198f3a27c5b7d4e8f1a2b3c4d5e6f70", "Shows the run with this id."),
            new("playbook-runs/nightly --open", "Opens the report of the run in this folder."))
        {
            run,
            root,
            open,
        };
        command.SetAction(parsed =>
        {
            var folder = RunsFolder.FindRun(parsed.GetRequiredValue(run), parsed.GetValue(root), terminal);
            Write(folder, terminal);
            if (parsed.GetValue(open))
            {
                Open(Path.Combine(folder, RunFiles.Report));
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static void Write(string folder, Terminal terminal)
    {
        StoredRun stored;
        try
        {
            stored = StoredRun.Read(folder);
        }
        catch (PlaybookException failure)
        {
            throw new CommandException(failure.Message);
        }

        var status = stored.Status;
        var state = status.Result?.ToString() ?? status.Status.ToString();
        terminal.Output.WriteLine($"{state.ToLowerInvariant()}: {status.PlaybookName ?? status.Playbook}{(status.Case is { } one ? $", {one}" : "")}");
        if (status.Error is { } error)
        {
            terminal.Output.WriteLine(error.Message);
        }

        foreach (var problem in stored.Problems.Concat(status.Problems).Distinct())
        {
            terminal.Output.WriteLine($"  {"problem:",-15} {problem}");
        }

        foreach (var (name, file) in Evidence.Where(one => File.Exists(Path.Combine(folder, one.File))))
        {
            terminal.Output.WriteLine($"  {name + ":",-15} {terminal.Shown(Path.Combine(folder, file))}");
        }
    }

    private static void Open(string report)
    {
        if (!File.Exists(report))
        {
            throw new CommandException($"The run has no report: {report} does not exist. It is written when the run ends.");
        }

        try
        {
            using var opened = Process.Start(new ProcessStartInfo(report) { UseShellExecute = true });
        }
        catch (Win32Exception)
        {
            throw new CommandException($"No browser could be started. Open the report yourself: {report}");
        }
    }
}
