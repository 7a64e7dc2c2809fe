using System.Text.Json.Nodes;
using Playbooks.Language.Grammar;

namespace Playbooks.Cli.Schema;

/// <summary>The schema of a mapping: closed, with all keys of its definition.</summary>
internal static class MappingSchema
{
    /// <summary>Creates the schema.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="definitions">Takes the definitions of the keys.</param>
    public static JsonObject Create(MappingDefinition mapping, SchemaDefinitions definitions)
    {
        var required = mapping.Keys.Where(static key => key.IsRequired).Select(static key => key.Name).ToList();

        // A key without a value is an empty mapping.
        var schema = Close(
            new() { ["type"] = required.Count > 0 ? "object" : new JsonArray("object", "null") },
            mapping.Keys.Select(key => (key.Name, (JsonNode)definitions.Reference(mapping, key))),
            required);
        var dependent = mapping.Keys.Where(static key => key.OnlyWith is not null || key.OnlyBeside is not null).ToList();
        if (dependent.Count > 0)
        {
            schema["dependencies"] = new JsonObject(dependent.Select(static key => KeyValuePair.Create<string, JsonNode?>(key.Name, key.OnlyWith is { } other ? Demand(other) : new JsonArray(key.OnlyBeside!.Name))));
        }

        return schema;
    }

    /// <summary>Adds the keys to a schema, and closes it: no other key is accepted.</summary>
    public static JsonObject Close(JsonObject schema, IEnumerable<(string Name, JsonNode Schema)> keys, IReadOnlyCollection<string> required)
    {
        schema["properties"] = new JsonObject(keys.Select(static key => KeyValuePair.Create<string, JsonNode?>(key.Name, key.Schema)));
        if (required.Count > 0)
        {
            schema["required"] = new JsonArray([.. required.Select(static name => (JsonNode)name)]);
        }

        schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject Demand(KeyCondition other) => new()
    {
        ["required"] = new JsonArray(other.Key.Name),
        ["properties"] = new JsonObject { [other.Key.Name] = new JsonObject { ["const"] = other.Word } },
    };
}
