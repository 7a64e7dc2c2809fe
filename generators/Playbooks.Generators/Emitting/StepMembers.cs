using Playbooks.Language;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Names;

namespace Playbooks.Generators.Emitting;

/// <summary>What a step's class overrides, by what the step says: no action is known here by name.</summary>
internal static class StepMembers
{
    public static IReadOnlyList<StepMember> Of(ActionStepModel step, TextExpression text)
    {
        var members = new List<StepMember>();
        if (step.Selector is { } selector)
        {
            members.Add(new(RuntimeNames.SelectorChain, "Selector", Chain(selector, text)));
        }

        members.AddRange(step.Params.Select(param => Param(param, text)));
        AddText(members, "Prompt", "string", step.Prompt, text);
        AddText(members, "Description", "string?", step.Description, text);
        AddText(members, "FailureMessage", "string?", step.FailureMessage, text);
        if (step.Verify is { } verify)
        {
            members.Add(new(RuntimeNames.StepVerification + "?", "Verify", VerifyExpression.Of(verify, text)));
        }

        return members;
    }

    /// <summary>The C# type of a param.</summary>
    public static string TypeOf(ParamModel param) => param switch
    {
        TextListParam => FrameworkNames.List + "<string>",
        TextMapParam => FrameworkNames.Map + "<string, string>",
        WordParam word => EnumOf(word.WordSet),
        WordListParam words => FrameworkNames.List + "<" + EnumOf(words.WordSet) + ">",
        IntParam => "int",
        BoolParam => "bool",
        _ => "string",
    };

    /// <summary>The runtime's enum for a set of words.</summary>
    public static string EnumOf(string wordSet) => RuntimeNames.Steps + CSharpNames.Pascal(wordSet);

    private static StepMember Param(ParamModel param, TextExpression text)
    {
        var type = TypeOf(param);
        var name = CSharpNames.Pascal(param.Name);
        return param switch
        {
            TextParam one => Text(type, name, one.Text, text),
            TextListParam list => new(type, name, "[" + string.Join(", ", list.Texts.Select(text.Of)) + "]"),
            TextMapParam map => new(type, name, Map(map.Entries, text)),
            VerbatimParam verbatim => new(type, name, Literal.Of(verbatim.Text), IsFixed: true),
            WordParam word => new(type, name, type + "." + CSharpNames.Pascal(word.Word), IsFixed: true),
            WordListParam words => new(type, name, "[" + string.Join(", ", words.Words.Select(word => EnumOf(words.WordSet) + "." + CSharpNames.Pascal(word))) + "]"),
            IntParam number => new(type, name, text.Injected(number.InjectedFrom, Literal.Of(number.Value)), IsFixed: number.InjectedFrom is null),
            BoolParam truth => new(type, name, text.Injected(truth.InjectedFrom, Literal.Of(truth.Value)), IsFixed: truth.InjectedFrom is null),
            _ => throw new NotSupportedException("No code is known for the param type " + param.GetType().Name + "."),
        };
    }

    private static void AddText(List<StepMember> members, string name, string type, BoundText? bound, TextExpression text)
    {
        if (bound is not null)
        {
            members.Add(Text(type, name, bound, text));
        }
    }

    private static StepMember Text(string type, string name, BoundText bound, TextExpression text) =>
        new(type, name, text.Of(bound), bound.IsLiteral, bound.Raw);

    private static string Chain(SelectorChainModel selector, TextExpression text)
    {
        var made = "new(" + string.Join(", ", selector.Candidates.Select(text.Of)) + ")";
        return selector.Description is { } description ? made + " { Description = " + text.Of(description) + " }" : made;
    }

    private static string Map(EquatableArray<NamedText> entries, TextExpression text) =>
        "new " + FrameworkNames.Dictionary + "<string, string>(" + FrameworkNames.Ordinal + ") { " +
        string.Concat(entries.Select(entry => "[" + Literal.Of(entry.Key) + "] = " + text.Of(entry.Text) + ", ")) + "}";
}
