using System.CommandLine;
using Playbooks.Cli.Findings;
using Playbooks.Cli.Projects;
using Playbooks.Language;

namespace Playbooks.Cli.Commands;

/// <summary><c>validate</c>: the findings of the compiler, without a build.</summary>
internal static class ValidateCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var paths = PathsArgument.Create("The playbooks to check, and folders whose playbooks are checked.");
        var format = new Option<string>("--format") { Description = "How the findings are written.", DefaultValueFactory = _ => FindingFormat.Names[0] };
        format.AcceptOnlyFromAmong(FindingFormat.Names);
        var command = new DocumentedCommand(
            "validate",
            "Checks playbooks, and reports the same findings as a build. Exits with 1 if any finding is an error.",
            new("Playbooks", "Checks all playbooks in a folder."),
            new("Playbooks/cancel_order.playbook.yaml", $"Checks one playbook, by itself and against the other playbooks of its project ({Rule.DuplicatePlaybook}, {Rule.UnknownPlaybook})."),
            new(". --format sarif > findings.sarif", "Writes the findings for a code scanning service."))
        {
            paths,
            format,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var playbooks = PlaybookFiles.Expand(parsed.GetRequiredValue(paths), terminal);
            var report = FindingReport.From(CheckedProject.Check(playbooks, cancellationToken));
            FindingFormat.Find(parsed.GetRequiredValue(format)).Write(report, terminal);
            return Task.FromResult(report.HasErrors ? ExitCodes.Failure : ExitCodes.Success);
        });
        return command;
    }
}
