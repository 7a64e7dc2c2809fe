using System.Text.Json.Nodes;
using Playbooks.Language.Grammar;

namespace Playbooks.Cli.Schema;

/// <summary>The schema of a key's value. What the schema cannot say, such as what a placeholder may name, the compiler checks.</summary>
internal static class KeySchema
{
    /// <summary>Creates the schema, with the documentation of the key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="definitions">Takes the definitions of the keys inside.</param>
    public static JsonObject Create(KeyDefinition key, SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["description"] = Describe(key) };
        foreach (var (name, value) in Value(key, definitions).ToList())
        {
            schema[name] = value?.DeepClone();
        }

        schema["examples"] = new JsonArray(ExampleValue.Parse(key.Example));
        return schema;
    }

    /// <summary>Returns a list of items that may be empty. A key without a value is an empty list.</summary>
    public static JsonObject ListOf(JsonNode items) => new() { ["type"] = new JsonArray("array", "null"), ["items"] = items };

    private static string Describe(KeyDefinition key) => key.Default is { } standard ? $"{key.Documentation} Default: {standard}." : key.Documentation;

    private static JsonObject Value(KeyDefinition key, SchemaDefinitions definitions) => key.Kind switch
    {
        KeyKind.Name => new() { ["type"] = Scalars(), ["pattern"] = "^[a-z][a-z0-9_]*$" },
        KeyKind.Action => ActionSchema.Names(),
        KeyKind.Word => WordOf(key),
        KeyKind.Words => ListOf(WordOf(key)),
        KeyKind.Int => NumberOf(key),
        KeyKind.Number => NumberOrPlaceholder(key),
        KeyKind.Numbers => ListOf(NumberOrPlaceholder(key)),
        KeyKind.Bool => new() { ["type"] = "boolean" },
        KeyKind.PlainTexts => ListOf(ScalarOrNull()),
        KeyKind.Selectors when key == SelectorKeys.Frame => ScalarOrList(),
        KeyKind.Selectors or KeyKind.Files or KeyKind.Values => ListOf(Scalar()),
        KeyKind.TextPair => new() { ["type"] = "array", ["items"] = Scalar(), ["minItems"] = 2, ["maxItems"] = 2 },
        KeyKind.TextMap or KeyKind.StoredOutputs => MapOf(Scalar()),
        KeyKind.WordMap => MapOf(WordOf(key)),
        KeyKind.NamedValues when key == CaseKeys.ExpectKeys.Outputs => MapOf(ValueOrRecord()),
        KeyKind.NamedValues or KeyKind.Arguments => MapOf(ScalarOrList()),
        KeyKind.NumberOrNumbers => new() { ["anyOf"] = new JsonArray(NumberOf(key), Placeholder(), new JsonObject { ["type"] = "array", ["items"] = NumberOrPlaceholder(key), ["minItems"] = 1 }) },
        KeyKind.TextOrTexts => new() { ["anyOf"] = new JsonArray(Scalar(), new JsonObject { ["type"] = "array", ["items"] = Scalar(), ["minItems"] = 1 }) },
        KeyKind.Value or KeyKind.Items => ScalarOrList(),
        KeyKind.Json => [],
        KeyKind.SelectorChain or KeyKind.FramedSelector => new() { ["anyOf"] = new JsonArray(Scalar(), MappingSchema.Create(key.Mapping!, definitions)) },
        KeyKind.Mappings => ListOf(MappingSchema.Create(key.Mapping!, definitions)),
        KeyKind.Steps => new() { ["type"] = "array", ["items"] = SchemaDefinitions.Reference(SchemaDefinitions.Step), ["minItems"] = key.MayBeEmpty ? 0 : 1 },
        KeyKind.Condition => new() { ["allOf"] = new JsonArray(SchemaDefinitions.Reference(SchemaDefinitions.Condition)) },
        KeyKind.Conditions => ListOf(SchemaDefinitions.Reference(SchemaDefinitions.Condition)),
        KeyKind.Params => new() { ["type"] = new JsonArray("object", "null") },
        _ when key.Mapping is { } mapping => MappingSchema.Create(mapping, definitions),
        _ => Scalar(),
    };

    private static JsonObject WordOf(KeyDefinition key) => new() { ["enum"] = new JsonArray([.. key.Words.Select(static word => (JsonNode)word.Text)]) };

    private static JsonObject NumberOf(KeyDefinition key) => new() { ["type"] = "integer", ["minimum"] = key.Minimum, ["maximum"] = key.Maximum };

    private static JsonObject NumberOrPlaceholder(KeyDefinition key) => new() { ["anyOf"] = new JsonArray(NumberOf(key), Placeholder()) };

    private static JsonObject Placeholder() => new() { ["type"] = "string", ["pattern"] = "^\\{[A-Za-z_][A-Za-z0-9_]*(:raw)?\\}$" };

    private static JsonObject MapOf(JsonNode values) => new() { ["type"] = new JsonArray("object", "null"), ["additionalProperties"] = values };

    private static JsonObject ScalarOrList() => new() { ["anyOf"] = new JsonArray(Scalar(), ListOf(Scalar())) };

    // What a step with a shape has stored is a record.
    private static JsonObject ValueOrRecord() => new() { ["anyOf"] = new JsonArray(Scalar(), ListOf(Scalar()), MapOf(Scalar())) };

    private static JsonObject Scalar() => new() { ["type"] = Scalars() };

    // In a list of plain texts, a word such as NULL is text, but is nothing to YAML.
    private static JsonObject ScalarOrNull() => new() { ["type"] = new JsonArray("string", "number", "boolean", "null") };

    // Text is read exactly as it is written, also where YAML sees a number.
    private static JsonArray Scalars() => new("string", "number", "boolean");
}
