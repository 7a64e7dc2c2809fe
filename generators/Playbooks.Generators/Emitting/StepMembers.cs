using Playbooks.Language;
using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Names;

namespace Playbooks.Generators.Emitting;

/// <summary>What a step is made with, by what the step says: no action is known here by name.</summary>
internal static class StepMembers
{
    /// <summary>The values, those that the constructor takes first and in its order.</summary>
    public static IReadOnlyList<StepMember> Create(ActionStepModel step, TextExpression text, PlaybookScope scope)
    {
        var members = new List<StepMember>();
        if (step.Selector is { } selector)
        {
            members.Add(new("Selector", Chain(selector, text)));
        }

        members.AddRange(step.Params.Select(param => new StepMember(PropertyOf(step, param), Param(param, text, scope))));
        AddText(members, "Prompt", step.Prompt, text);
        if (step.Request is { } request)
        {
            members.Add(new("Request", RequestExpression.From(request, text)));
        }

        if (step.Dialog is { } dialog)
        {
            members.Add(new("Dialog", Dialog(dialog, text)));
        }

        if (step.Opens is { } opens)
        {
            members.Add(new("Opens", Literal.From(opens)));
        }

        members.AddRange(Common(step, text));
        AddNumbers(members, step, text);
        var constructed = StepClass.ParametersOf(ActionTable.Find(step.Action)!)
            .SelectMany(parameter => members.Where(member => string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        return [.. constructed.Select(member => member with { Constructed = true }), .. members.Except(constructed)];
    }

    /// <summary>Adds the numbers that are known only in a run: where they count for the whole step, and to be checked before it.</summary>
    public static void AddNumbers(List<StepMember> members, StepModel step, TextExpression text)
    {
        if (BoundNumbers.InfoOf(step, text) is { } info)
        {
            members.Add(new("BoundInfo", info));
        }

        members.AddRange(BoundNumbers.ListOf(step, text).Select(static list => new StepMember("Numbers", list)));
    }

    /// <summary>The values that every step can have.</summary>
    public static IEnumerable<StepMember> Common(StepModel step, TextExpression text)
    {
        var members = new List<StepMember>();
        AddText(members, "Description", step.Description, text);
        AddText(members, "FailureMessage", step.FailureMessage, text);
        if (step.Verify is { } verify)
        {
            members.Add(new("Verify", VerifyExpression.From(verify, text)));
        }

        return members;
    }

    /// <summary>The runtime's enum for a set of words.</summary>
    public static string EnumOf(string wordSet) => RuntimeNames.Steps + CSharpNames.Pascal(wordSet);

    private static string PropertyOf(ActionStepModel step, ParamModel param) =>
        (param is TextListParam or IntListParam ? ActionTable.Find(step.Action)!.ParamMapping.Find(param.Name)!.ListProperty : null) ?? CSharpNames.Pascal(param.Name);

    private static string Param(ParamModel param, TextExpression text, PlaybookScope scope) => param switch
    {
        TextParam one => text.Of(one.Text),
        TextListParam list => "[" + string.Join(", ", list.Texts.Select(text.Of)) + "]",
        TextMapParam map => Map(map.Entries, text),
        VerbatimParam verbatim => Literal.From(verbatim.Text),
        WordParam word => EnumOf(word.WordSet) + "." + CSharpNames.Pascal(word.Word),
        ShapeParam record => ShapeEmitter.Expression(scope, record.Shape),
        WordListParam words => "[" + string.Join(", ", words.Words.Select(word => EnumOf(words.WordSet) + "." + CSharpNames.Pascal(word))) + "]",
        IntListParam numbers => "[" + string.Join(", ", numbers.Numbers.Select(number => text.Of(number))) + "]",
        IntParam number => text.Injected(number.InjectedFrom, text.Of(number.Number)),
        BoolParam truth => text.Injected(truth.InjectedFrom, Literal.From(truth.Value)),
        _ => throw new NotSupportedException("No code is known for the param type " + param.GetType().Name + "."),
    };

    private static void AddText(List<StepMember> members, string name, BoundText? bound, TextExpression text)
    {
        if (bound is not null)
        {
            members.Add(new(name, text.Of(bound)));
        }
    }

    private static string Chain(SelectorChainModel selector, TextExpression text)
    {
        var made = "new(" + string.Join(", ", selector.Candidates.Select(text.Of)) + ")";
        var members = new List<string>();
        if (selector.Frames.Count > 0)
        {
            members.Add("Frames = [" + string.Join(", ", selector.Frames.Select(text.Of)) + "]");
        }

        if (selector.Description is { } description)
        {
            members.Add("Description = " + text.Of(description));
        }

        return members.Count == 0 ? made : made + " { " + string.Join(", ", members) + " }";
    }

    private static string Dialog(DialogModel dialog, TextExpression text)
    {
        var members = new List<string>();
        if (!dialog.Accept)
        {
            members.Add("Accept = false");
        }

        if (dialog.ExpectedText is { } expected)
        {
            members.Add("ExpectedText = " + text.Of(expected));
        }

        if (dialog.Answer is { } answer)
        {
            members.Add("Answer = " + text.Of(answer));
        }

        return members.Count == 0 ? "new()" : "new() { " + string.Join(", ", members) + " }";
    }

    /// <summary>Named texts as a dictionary.</summary>
    public static string Map(EquatableArray<NamedText> entries, TextExpression text) =>
        "new " + FrameworkNames.Dictionary + "<string, string>(" + FrameworkNames.Ordinal + ") { " +
        string.Concat(entries.Select(entry => "[" + Literal.From(entry.Key) + "] = " + text.Of(entry.Text) + ", ")) + "}";
}
