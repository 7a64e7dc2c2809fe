using System.Text.Json.Nodes;
using Playbooks.Language.Grammar;

namespace Playbooks.Cli.Schema;

/// <summary>The JSON schema of playbooks, draft-07, made from the grammar: a new key, word, or action is in it without an edit here.</summary>
internal static class PlaybookSchema
{
    /// <summary>The name of the file that projects keep the schema in.</summary>
    public const string FileName = "playbook.schema.json";

    /// <summary>Returns the text of the schema.</summary>
    public static string Write() => JsonText.Write(Create()) + "\n";

    /// <summary>Creates the schema.</summary>
    public static JsonObject Create()
    {
        var definitions = new SchemaDefinitions();
        var playbook = MappingSchema.Create(PlaybookKeys.Mapping, definitions);
        var steps = StepSchema.Create(definitions);
        var conditions = MappingSchema.Create(ConditionKeys.Mapping, definitions);
        definitions.Add(SchemaDefinitions.Step, steps);
        definitions.Add(SchemaDefinitions.Condition, conditions);

        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Playbook",
            ["description"] = "A browser flow that Playbooks compiles to C# and runs on Playwright.",
        };
        foreach (var (name, value) in playbook.ToList())
        {
            playbook.Remove(name);
            schema.Add(name, value);
        }

        schema["definitions"] = definitions.ToJson();
        return schema;
    }
}
