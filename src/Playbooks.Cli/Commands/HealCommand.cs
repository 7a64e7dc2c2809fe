using System.CommandLine;
using Playbooks.Cli.Projects;

namespace Playbooks.Cli.Commands;

/// <summary><c>heal</c>: the change to a playbook that the recovery of a run suggests.</summary>
internal static class HealCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var run = new Argument<string>("run") { Description = "The id of the run, or its folder." };
        var root = RunsFolder.CreateOption();
        var apply = new Option<bool>("--apply") { Description = "Changes the playbook, if nothing but selectors changes and there are no new findings." };
        var file = new Option<string>("--playbook") { Description = "The file of the playbook. The default is the file that the run was compiled from." };
        var command = new DocumentedCommand(
            "heal",
            "Shows the selectors that a recovery suggests for a playbook, and applies them with --apply. Exits with 1 if there is nothing to apply, or if the change cannot be applied.",
            new("0198f3a27c5b7d4e8f1a2b3c4d5e6f70", "Shows the change as a diff."),
            new("playbook-runs/nightly --apply", "Applies the change to the playbook of the run in this folder."),
            new("0198f3a27c5b7d4e8f1a2b3c4d5e6f70 --apply --playbook Playbooks/cancel_order.playbook.yaml", "Applies the change to the playbook on this machine, for a run on another machine."))
        {
            run,
            root,
            apply,
            file,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var written = parsed.GetRequiredValue(run);
            var folder = RunsFolder.FindRun(written, parsed.GetValue(root), terminal);
            var patch = Path.Combine(folder, RunFiles.HealPatch);
            if (!File.Exists(patch))
            {
                terminal.Error.WriteLine($"There is nothing to heal: the run has no {RunFiles.HealPatch}. The file is written only if a recovery completed a step and it is certain which element the step refers to.");
                return Task.FromResult(ExitCodes.Failure);
            }

            if (!parsed.GetValue(apply))
            {
                terminal.Output.Write(File.ReadAllText(patch));
                terminal.Error.WriteLine($"Review the change, and apply it with: {CommandLine.Name} heal {written} --apply");
                return Task.FromResult(ExitCodes.Success);
            }

            return Task.FromResult(Apply(patch, PlaybookOf(folder, parsed.GetValue(file), terminal), terminal, cancellationToken));
        });
        return command;
    }

    private static string PlaybookOf(string folder, string? written, Terminal terminal)
    {
        string path;
        try
        {
            path = written is null ? StoredRun.Read(folder).Header.SourcePath : terminal.FullPath(written);
        }
        catch (PlaybookException failure)
        {
            throw new CommandException(failure.Message);
        }

        return File.Exists(path) ? path : throw new CommandException($"The playbook {path} does not exist. Specify its file with --playbook.");
    }

    private static int Apply(string patch, string playbook, Terminal terminal, CancellationToken cancellationToken)
    {
        var result = Heal.Apply(patch, playbook, text => FindingsIn(playbook, text, cancellationToken));
        var shown = terminal.Shown(playbook);
        (result.Applied ? terminal.Output : terminal.Error).WriteLine(result.Applied ? $"Healed {shown}. Run it again, and review the change before you commit it." : $"{shown} was not changed. {terminal.ShownIn(result.Reason!)}");
        return result.Applied ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static List<string> FindingsIn(string playbook, string text, CancellationToken cancellationToken) =>
        [.. CheckedProject.WithText(playbook, text, cancellationToken).Findings.Select(static found => $"{found.Finding.Id} {found.Finding.Message}")];
}
