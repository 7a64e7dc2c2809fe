using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Playbooks.Agent.Tools;

/// <summary>The tools of the model: the actions that the task's scope allows, with schemas made from the table of actions, and those that guide the recovery.</summary>
internal sealed class ToolSet
{
    private const string RefText = "The reference of the element in the latest view of the page, such as e12.";
    private const string SelectorText = "A selector of the element, if it has no reference.";

    public ToolSet(IReadOnlyList<RecoveryActionInfo> available, RecoveryScope scope)
    {
        // The tool of this name shows the picture to the model.
        Actions = [.. available.Where(one => one.Scope <= scope && one.Name != ToolNames.Screenshot)];
        Declarations = [.. Actions.Select(Declare), .. Guiding()];
    }

    /// <summary>Gets the actions.</summary>
    public IReadOnlyList<RecoveryActionInfo> Actions { get; }

    /// <summary>Gets the declarations of all tools.</summary>
    public IReadOnlyList<AITool> Declarations { get; }

    /// <summary>Finds an action by its name.</summary>
    public RecoveryActionInfo? Find(string name) => Actions.FirstOrDefault(one => one.Name == name);

    /// <summary>Returns what to say of a name that is not a tool.</summary>
    public string Unknown(string name)
    {
        var known = Actions.Select(static one => one.Name).Concat(ToolNames.All).ToList();
        var near = Shared.NearestName.Find(name, known);
        return $"Unknown action: {name}{(near is null ? $". Use one of {string.Join(", ", known)}." : $". Did you mean '{near}'?")}";
    }

    private static AIFunctionDeclaration Declare(RecoveryActionInfo action) => Declare(action.Name, action.Description, Properties(action), action.Params.Where(static one => one.IsRequired).Select(static one => one.Name));

    private static AIFunctionDeclaration Declare(string name, string description, JsonObject properties, IEnumerable<string> required)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. required.Select(static one => (JsonNode)one)]),
            ["additionalProperties"] = false,
        };
        return AIFunctionFactory.CreateDeclaration(name, description, JsonSerializer.SerializeToElement(schema));
    }

    private static JsonObject Properties(RecoveryActionInfo action)
    {
        var properties = new JsonObject();
        if (action.TakesSelector)
        {
            properties["ref"] = Text(RefText);
            properties["selector"] = Text(SelectorText);
        }

        foreach (var param in action.Params)
        {
            properties[param.Name] = param.IsNumber ? new JsonObject { ["type"] = "integer", ["description"] = param.Description }
                : param.Choices.Count == 0 ? Text(param.Description)
                : new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. param.Choices.Select(static one => (JsonNode)one)]), ["description"] = param.Description };
        }

        return properties;
    }

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private IEnumerable<AIFunctionDeclaration> Guiding()
    {
        yield return Declare(ToolNames.GetPage, "Shows the page as it is now. Older references are invalid afterwards.", new() { ["find"] = Text("The text to find: only the lines that contain it are shown.") }, []);
        yield return Declare(ToolNames.Screenshot, "Shows a picture of the visible part of the page.", [], []);
        yield return Declare(
            ToolNames.Sequence,
            "Performs several actions in order, and stops at the first that fails.",
            new()
            {
                ["steps"] = new JsonObject
                {
                    ["type"] = "array",
                    ["description"] = "The actions, each with its arguments.",
                    ["items"] = Step(),
                },
            },
            ["steps"]);
        yield return Declare(
            ToolNames.StepDone,
            "Reports that a step of the playbook is done. The run verifies it immediately, and continues with the next step by itself. If later steps are done as well, report each of them in order, in the same turn.",
            new()
            {
                ["step"] = Text("The address of the step, such as 3."),
                ["ref"] = Text("The element that shows the value which the step stores. The run reads the value itself."),
                ["selector"] = Text("A selector of that element, if it has no reference."),
                ["answer"] = Text("Only for an llm_extract step: the answer to its question, copied from the page; if the step has a shape, a JSON object of its fields."),
            },
            ["step"]);
        yield return Declare(ToolNames.GiveUp, "Ends the recovery without success.", new() { ["why"] = Text("Why the task cannot be done, in one sentence.") }, ["why"]);
    }

    private JsonObject Step()
    {
        var properties = new JsonObject { ["action"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Actions.Select(static one => (JsonNode)one.Name)]) } };
        foreach (var (name, schema) in Actions.SelectMany(static one => Properties(one)))
        {
            properties.TryAdd(name, schema?.DeepClone());
        }

        return new() { ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray("action"), ["additionalProperties"] = false };
    }
}
