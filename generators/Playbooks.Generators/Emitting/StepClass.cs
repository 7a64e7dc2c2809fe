using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Names;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Generators.Emitting;

/// <summary>The runtime's class for a step, by its action.</summary>
internal static class StepClass
{
    /// <summary>Its name. An action that gives what <c>as</c> says has a class for each type; the one for text has no type argument.</summary>
    public static string NameOf(PlaybookScope scope, ActionStepModel step)
    {
        var name = RuntimeNames.Steps + CSharpNames.Pascal(step.Action) + "Step";
        var isTyped = ActionTable.Find(step.Action)?.Output == OutputKind.As && step.Output is { } output && output != ValueType.String;
        return step.Shape is { } shape ? name + "<" + ParameterTypes.From(scope, shape) + ">"
            : isTyped ? name + "<" + ParameterTypes.OfValue(step.Output!.Value, step.OutputItem) + ">"
            : name;
    }

    /// <summary>What its constructor takes after the step's info: type, name, and whether it may be left out.</summary>
    public static IEnumerable<(string Type, string Name, bool IsOptional)> ParametersOf(ActionDefinition action)
    {
        if (action.Selector == Presence.Required)
        {
            yield return (RuntimeNames.SelectorChain, "selector", false);
        }

        foreach (var param in action.Params.Where(param => param.Required))
        {
            var name = CSharpNames.Pascal(param.Name);
            yield return (TypeOf(param), char.ToLowerInvariant(name[0]) + name.Substring(1), false);
        }

        if (action.NeedsPrompt)
        {
            yield return ("string", "prompt", false);
        }

        if (action.NeedsRequest)
        {
            yield return (RuntimeNames.ApiRequest, "request", false);
        }

        if (action.Selector == Presence.Optional)
        {
            yield return (RuntimeNames.SelectorChain + "?", "selector", true);
        }
    }

    private static string TypeOf(KeyDefinition param) => param.Kind switch
    {
        KeyKind.Files => FrameworkNames.List + "<string>",
        KeyKind.TextMap => FrameworkNames.Map + "<string, string>",
        KeyKind.Word => StepMembers.EnumOf(param.WordSet!),
        KeyKind.Words => FrameworkNames.List + "<" + StepMembers.EnumOf(param.WordSet!) + ">",
        KeyKind.Number => "int",
        KeyKind.Bool => "bool",
        _ => "string",
    };
}
