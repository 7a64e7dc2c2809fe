using System.CommandLine;
using System.Text.Json.Nodes;
using Playbooks.Cli.Projects;
using Playbooks.Language;
using Playbooks.Language.Model;

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
            new("", "Lists all playbooks of the current folder."),
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
                terminal.Output.WriteLine(JsonText.Write(new JsonArray([.. playbooks.Select(playbook => Describe(playbook, terminal))])));
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
        terminal.Output.WriteLine($"{Signature(model)}{(model.HasErrors ? "  has errors" : "")}");
        terminal.Output.WriteLine($"    {terminal.Shown(playbook.Path)}");
        if (model.Description is { } description)
        {
            terminal.Output.WriteLine($"    {description.Split('\n', 2)[0]}");
        }
    }

    // cancel_order(order_id: int, reason?: string) -> order_status: string
    private static string Signature(PlaybookModel model)
    {
        var parameters = model.Parameters.Select(parameter => $"{parameter.Name}{(parameter.Required ? "" : "?")}: {TypeOf(parameter)}");
        var outputs = model.StoredValues.Select(static output => $"{output.Name}: {Words.Of(output.Type)}");
        return $"{model.Id}({string.Join(", ", parameters)}){(model.StoredValues.Count > 0 ? " -> " : "")}{string.Join(", ", outputs)}";
    }

    private static JsonObject Describe(PlaybookFile playbook, Terminal terminal)
    {
        var model = playbook.Model;
        return new()
        {
            ["id"] = model.Id,
            ["name"] = model.Name,
            ["description"] = model.Description,
            ["path"] = terminal.Shown(playbook.Path),
            ["tags"] = new JsonArray([.. model.Tags.Select(static tag => (JsonNode)tag)]),
            ["parameters"] = new JsonArray([.. model.Parameters.Select(Describe)]),
            ["outputs"] = new JsonArray([.. model.StoredValues.Select(static output => new JsonObject { ["name"] = output.Name, ["type"] = Words.Of(output.Type) })]),
            ["cases"] = new JsonArray([.. model.Cases.Select(static one => (JsonNode)one.Name)]),
            ["steps"] = model.AllSteps().Count(),
            ["has_errors"] = model.HasErrors,
        };
    }

    private static JsonObject Describe(ParameterModel parameter) => new()
    {
        ["name"] = parameter.Name,
        ["type"] = TypeOf(parameter),
        ["required"] = parameter.Required,
        ["secret"] = parameter.Secret,
        ["description"] = parameter.Description,
    };

    private static string TypeOf(ParameterModel parameter) =>
        parameter.Type == Language.Model.ValueType.List ? $"list of {Words.Of(parameter.ItemType)}" : Words.Of(parameter.Type);

    /// <summary>The words of the language for types.</summary>
    private static class Words
    {
        public static string Of(Language.Model.ValueType type) => Language.Grammar.WordsOf<Language.Model.ValueType>.Word(type);
    }
}
