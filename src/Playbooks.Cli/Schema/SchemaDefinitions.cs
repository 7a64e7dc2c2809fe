using System.Text.Json.Nodes;
using Playbooks.Language.Grammar;

namespace Playbooks.Cli.Schema;

/// <summary>What the schema says once and refers to: each key, and what can contain itself.</summary>
internal sealed class SchemaDefinitions
{
    /// <summary>The name of the definition of a step.</summary>
    public const string Step = "step";

    /// <summary>The name of the definition of a condition.</summary>
    public const string Condition = "condition";

    private readonly Dictionary<KeyDefinition, string> names = [];
    private readonly SortedDictionary<string, JsonNode> all = new(StringComparer.Ordinal);

    /// <summary>Adds a definition.</summary>
    public void Add(string name, JsonNode definition) => all.Add(name, definition);

    /// <summary>Returns a reference to a definition.</summary>
    public static JsonObject Reference(string name) => new() { ["$ref"] = "#/definitions/" + name };

    /// <summary>Returns a reference to the definition of a key, which is added the first time.</summary>
    /// <param name="mapping">The mapping that has the key.</param>
    /// <param name="key">The key.</param>
    public JsonObject Reference(MappingDefinition mapping, KeyDefinition key)
    {
        if (!names.TryGetValue(key, out var name))
        {
            name = $"{mapping.Name}.{key.Name}".Replace(' ', '_');
            names.Add(key, name);
            all.Add(name, KeySchema.Create(key, this));
        }

        return Reference(name);
    }

    /// <summary>Returns all definitions.</summary>
    public JsonObject ToJson() => new(all.Select(static pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value)));
}
