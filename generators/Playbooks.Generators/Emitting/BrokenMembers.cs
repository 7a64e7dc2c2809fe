using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Names;

namespace Playbooks.Generators.Emitting;

/// <summary>
/// What the class of a step overrides in a playbook with errors: all that the base class demands, so that it compiles, and
/// nothing that could be run.
/// </summary>
internal static class BrokenMembers
{
    public static IReadOnlyList<StepMember> Of(ActionStepModel step, string broken)
    {
        if (ActionTable.Find(step.Action) is not { } action)
        {
            return [];
        }

        var members = new List<StepMember>();
        if (action.Selector == Presence.Required)
        {
            members.Add(new(RuntimeNames.SelectorChain, "Selector", broken, IsFixed: true));
        }

        foreach (var param in action.Params.Where(param => param.Required))
        {
            members.Add(new(TypeOf(param), CSharpNames.Pascal(param.Name), broken, IsFixed: true));
        }

        if (action.NeedsPrompt)
        {
            members.Add(new("string", "Prompt", broken, IsFixed: true));
        }

        return members;
    }

    private static string TypeOf(KeyDefinition param) => param.Kind switch
    {
        KeyKind.Files => FrameworkNames.List + "<string>",
        KeyKind.TextMap => FrameworkNames.Map + "<string, string>",
        KeyKind.Word => StepMembers.EnumOf(param.WordSet!),
        KeyKind.Words => FrameworkNames.List + "<" + StepMembers.EnumOf(param.WordSet!) + ">",
        KeyKind.Int => "int",
        KeyKind.Bool => "bool",
        _ => "string",
    };
}
