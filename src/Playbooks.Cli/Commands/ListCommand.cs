using System.CommandLine;
using System.Text.Json.Nodes;
using Playbooks.Cli.Projects;
using Playbooks.Language;

namespace Playbooks.Cli.Commands;

/// <summary><c>list</c>: the playbooks of a folder with what they take and give.</summary>
internal static class ListCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var paths = PathsArgument.CreateOptional("The playbooks to list, and folders whose playbooks are listed. The default is the current folder.");
        var tag = new Option<string>("--tag") { Description = "Lists only playbooks with this tag." };
        var json = new Option<bool>("--json") { Description = "Writes JSON, for programs." };
        var command = new DocumentedCommand(
            "list",
            "Lists playbooks with their parameters, outputs, and cases.",
            new("", "Lists all playbooks in the current folder."),
            new("Playbooks --tag smoke", "Lists the playbooks with a tag."),
            new("Playbooks --json", "Writes the list for a program."))
        {
            paths,
            tag,
            json,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var playbooks = CheckedProject.Check(PlaybookFiles.Expand(parsed.GetRequiredValue(paths), terminal), cancellationToken)
                .SelectMany(static project => project.Playbooks)
                .Where(playbook => parsed.GetValue(tag) is not { } wanted || playbook.Model.Tags.Contains(wanted))
                .OrderBy(static playbook => playbook.Model.Id, StringComparer.Ordinal)
                .ToList();
            if (parsed.GetValue(json))
            {
                terminal.Output.WriteLine(JsonText.Write(new JsonArray([.. playbooks.Select(playbook => PlaybookDescription.Describe(playbook, terminal))])));
            }
            else
            {
                playbooks.ForEach(playbook => Write(playbook, terminal));
            }

            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }

    private static void Write(PlaybookFile playbook, Terminal terminal)
    {
        var model = playbook.Model;
        terminal.Output.WriteLine($"{PlaybookDescription.Signature(model)}{(model.HasErrors ? "  has errors" : "")}");
        terminal.Output.WriteLine($"    {terminal.Shown(playbook.Path)}");
        if (model.Description is { } description)
        {
            terminal.Output.WriteLine($"    {description.Split('\n', 2)[0]}");
        }
    }
}
