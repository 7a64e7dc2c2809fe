using System.Text.Json.Nodes;

namespace Playbooks.Steps.Support;

/// <summary>The JSON schema of the answer to an <c>llm_extract</c> with a shape.</summary>
internal static class AnswerSchema
{
    /// <summary>Returns the schema.</summary>
    /// <param name="fields">The fields of the answer.</param>
    /// <param name="hasCulture">Whether numbers and dates are read as a culture writes them. If not, the model has to convert them.</param>
    public static string Create(IReadOnlyList<AnswerField> fields, bool hasCulture) => new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)Create(field.Type, hasCulture)))),
        ["required"] = new JsonArray([.. fields.Select(static field => (JsonNode)field.Name)]),
        ["additionalProperties"] = false,
    }.ToJsonString();

    // Numbers and dates are texts, because only a text that is copied can be found on the page again.
    private static JsonObject Create(ValueKind type, bool hasCulture) => type switch
    {
        ValueKind.Bool => new() { ["type"] = "boolean" },
        ValueKind.String => Text("Copied from the text."),
        _ when hasCulture => Text($"{(type == ValueKind.Date ? "A date" : "A number")}, copied exactly as the text shows it."),
        ValueKind.Date => Text("A date from the text, as yyyy-MM-dd."),
        ValueKind.Int => Text("A whole number from the text, as digits without separators."),
        _ => Text("A number from the text, as digits with an optional decimal point. Keep all of its decimals."),
    };

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };
}
