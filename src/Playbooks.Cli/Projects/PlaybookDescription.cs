using System.Text.Json.Nodes;
using Playbooks.Language;
using Playbooks.Language.Grammar;
using Playbooks.Language.Model;

namespace Playbooks.Cli.Projects;

/// <summary>What a playbook takes and gives, for people and programs.</summary>
internal static class PlaybookDescription
{
    /// <summary>Returns the signature in one line: <c>cancel_order(order_id: int, reason?: string) -> order_status: string</c>.</summary>
    public static string Signature(PlaybookModel model)
    {
        var parameters = model.Parameters.Select(parameter => $"{parameter.Name}{(parameter.Required ? "" : "?")}: {TypeOf(parameter)}");
        var outputs = model.StoredValues.Select(static output => $"{output.Name}: {Word(output.Type)}");
        return $"{model.Id}({string.Join(", ", parameters)}){(model.StoredValues.Count > 0 ? " -> " : "")}{string.Join(", ", outputs)}";
    }

    /// <summary>Returns the description as JSON.</summary>
    public static JsonObject Describe(PlaybookFile playbook, Terminal terminal)
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
            ["outputs"] = new JsonArray([.. model.StoredValues.Select(static output => new JsonObject { ["name"] = output.Name, ["type"] = Word(output.Type) })]),
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
        parameter.Type == Language.Model.ValueType.List ? $"list of {Word(parameter.ItemType)}" : Word(parameter.Type);

    private static string Word(Language.Model.ValueType type) => WordsOf<Language.Model.ValueType>.Word(type);
}
