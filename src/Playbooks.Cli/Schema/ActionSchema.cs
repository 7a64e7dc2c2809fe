using System.Text.Json.Nodes;
using Playbooks.Language.Grammar;

namespace Playbooks.Cli.Schema;

/// <summary>The schema of a step that acts: by its action, exactly the keys and params that the action accepts.</summary>
internal static class ActionSchema
{
    /// <summary>Creates the schema.</summary>
    /// <param name="definitions">Takes the definitions of the keys.</param>
    public static JsonObject Create(SchemaDefinitions definitions)
    {
        // An unknown action is reported as just that; what its keys may be is not known.
        JsonObject chain = new() { ["properties"] = new JsonObject { [StepKeys.Action.Name] = definitions.Reference(StepKeys.Mapping, StepKeys.Action) } };
        foreach (var action in ActionTable.All.Reverse())
        {
            chain = new()
            {
                ["if"] = new JsonObject { ["properties"] = new JsonObject { [StepKeys.Action.Name] = new JsonObject { ["const"] = action.Name } } },
                ["then"] = StepOf(action, definitions),
                ["else"] = chain,
            };
        }

        return chain;
    }

    /// <summary>Creates the schema of an action's name.</summary>
    public static JsonObject Names() => new()
    {
        ["enum"] = new JsonArray([.. ActionTable.All.Select(static action => (JsonNode)action.Name)]),
        ["enumDescriptions"] = new JsonArray([.. ActionTable.All.Select(static action => (JsonNode)action.Documentation)]),
    };

    private static JsonObject StepOf(ActionDefinition action, SchemaDefinitions definitions)
    {
        var presence = StepKeys.Mapping.Keys.Select(key => (Key: key, Presence: PresenceOf(key, action))).Where(static one => one.Presence != Presence.None).ToList();
        var step = MappingSchema.Close(
            [],
            presence.Select(one => (one.Key.Name, one.Key == StepKeys.Params ? ParamsOf(action, definitions) : (JsonNode)definitions.Reference(StepKeys.Mapping, one.Key))),
            [.. presence.Where(static one => one.Presence == Presence.Required).Select(static one => one.Key.Name)]);
        if (action.Params.Count == 0)
        {
            // Empty params are accepted, but an editor should not offer them.
            step["patternProperties"] = new JsonObject { [$"^{StepKeys.Params.Name}$"] = new JsonObject { ["type"] = new JsonArray("object", "null"), ["maxProperties"] = 0 } };
        }

        return step;
    }

    private static Presence PresenceOf(KeyDefinition key, ActionDefinition action) =>
        key == StepKeys.Selector ? action.Selector
        : key == StepKeys.Prompt ? RequiredIf(action.NeedsPrompt)
        : key == StepKeys.Request ? RequiredIf(action.NeedsRequest)
        : key == StepKeys.StoreAs || key == StepKeys.Default ? OptionalIf(action.Output != OutputKind.None)
        : key == StepKeys.Params && (action.Needs != ParamNeed.None || action.Params.Any(static param => param.Required)) ? Presence.Required
        : key == StepKeys.Params ? OptionalIf(action.Params.Count > 0)
        : key.Required ? Presence.Required
        : Presence.Optional;

    private static Presence RequiredIf(bool needed) => needed ? Presence.Required : Presence.None;

    private static Presence OptionalIf(bool accepted) => accepted ? Presence.Optional : Presence.None;

    private static JsonObject ParamsOf(ActionDefinition action, SchemaDefinitions definitions)
    {
        var schema = MappingSchema.Create(action.ParamMapping, definitions);
        var choice = action.Needs switch
        {
            ParamNeed.AtLeastOne => "anyOf",
            ParamNeed.ExactlyOne => "oneOf",
            _ => null,
        };
        if (choice is not null)
        {
            schema["type"] = "object";
            schema[choice] = new JsonArray([.. action.Alternatives.Select(static param => new JsonObject { ["required"] = new JsonArray(param.Name) })]);
        }

        schema["description"] = StepKeys.Params.Documentation;
        return schema;
    }
}
