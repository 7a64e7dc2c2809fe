using System.Text.Json.Nodes;
using Playbooks.Language.Grammar;

namespace Playbooks.Cli.Schema;

/// <summary>
/// The schema of a step: a chain of conditions, by the key that makes a step what it is, and for a step that acts by its action. Editors
/// then offer exactly the keys that the step accepts, and report a wrong one as just that.
/// </summary>
internal static class StepSchema
{
    /// <summary>Creates the schema.</summary>
    /// <param name="definitions">Takes the definitions of the keys.</param>
    public static JsonObject Create(SchemaDefinitions definitions)
    {
        // A step that is none of the kinds probably has its action still to be written.
        JsonObject chain = new() { ["required"] = new JsonArray(StepKeys.Action.Name), ["properties"] = Heads(definitions) };
        foreach (var mapping in StepMappings.All.Reverse())
        {
            chain = new()
            {
                ["if"] = new JsonObject { ["required"] = new JsonArray(Head(mapping).Name) },
                ["then"] = mapping == StepKeys.Mapping ? ActionSchema.Create(definitions) : MappingSchema.Create(mapping, definitions),
                ["else"] = chain,
            };
        }

        JsonObject schema = new() { ["type"] = "object" };
        foreach (var (name, value) in chain.ToList())
        {
            chain.Remove(name);
            schema.Add(name, value);
        }

        return schema;
    }

    private static JsonObject Heads(SchemaDefinitions definitions) =>
        new(StepMappings.All.Select(mapping => KeyValuePair.Create<string, JsonNode?>(Head(mapping).Name, definitions.Reference(mapping, Head(mapping)))));

    /// <summary>Returns the key that makes a step one of this kind.</summary>
    private static KeyDefinition Head(MappingDefinition mapping) => mapping.Keys.First(static key => key.Required);
}
