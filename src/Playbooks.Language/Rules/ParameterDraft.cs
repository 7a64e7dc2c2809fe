using System.Text.RegularExpressions;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>A declared parameter with what is needed to check values of it.</summary>
/// <param name="Model">What it is.</param>
/// <param name="TypeIsKnown">Whether its type could be read; else no value of it is judged.</param>
/// <param name="Regex">Its pattern; null: none, or none that can be used.</param>
/// <param name="Injection">Its <c>inject_into</c>.</param>
/// <param name="IsTyped">Whether it has a C# name of its own.</param>
internal sealed record ParameterDraft(ParameterModel Model, bool TypeIsKnown, Regex? Regex, Slot? Injection, bool IsTyped)
{
    private HashSet<string>? choiceKeys;

    /// <summary>Whether it is certain that a value must be given.</summary>
    public bool MustBeGiven { get; init; }

    /// <summary>Whether a case must give a value: secrets may come from the credentials.</summary>
    public bool MustBeInCase => MustBeGiven && !Model.Secret;

    /// <summary>Whether its name is written correctly and texts can use it; if not, its use is not checked.</summary>
    public bool IsJudged { get; init; }

    /// <summary>Creates the draft of a parameter of another playbook.</summary>
    public static ParameterDraft From(ParameterSignature parameter)
    {
        var model = new ParameterModel
        {
            Name = parameter.Name,
            NameSpan = default,
            PropertyName = parameter.PropertyName,
            Type = parameter.Type,
            ItemType = parameter.ItemType,
            Secret = parameter.Secret,
            Choices = parameter.Choices,
            Pattern = parameter.Pattern,
        };
        return new(model, TypeIsKnown: true, parameter.Pattern is { } pattern ? Patterns.Read(pattern, out _) : null, Injection: null, IsTyped: true);
    }

    /// <summary>Reads a value and checks that it fits type, choices and pattern.</summary>
    /// <param name="slot">The value.</param>
    /// <param name="rule">The rule for a value that does not fit.</param>
    /// <param name="what">What the value is, for messages.</param>
    public ParameterValue? Check(Slot slot, Rule rule, string what)
    {
        if (!TypeIsKnown)
        {
            slot.Ignore();
            return null;
        }

        if (Model.Type != Playbooks.Language.Model.ValueType.List)
        {
            return CheckOne(slot, Model.Type, rule, what) is { } text ? new(new([text]), IsList: false) : null;
        }

        if (slot.Items() is not { } items)
        {
            return null;
        }

        var texts = items.Select(item => CheckOne(item, Model.ItemType, rule, what)).ToList();
        return texts.Contains(null) ? null : new(texts.Select(text => text!).ToEquatableArray(), IsList: true);
    }

    private HashSet<string> ChoiceKeys(Playbooks.Language.Model.ValueType type) =>
        choiceKeys ??= new(Model.Choices.Select(choice => TypedValues.Key(type, choice.Text)), StringComparer.Ordinal);

    private string? CheckOne(Slot slot, Playbooks.Language.Model.ValueType type, Rule rule, string what)
    {
        if (TypedText(slot, type, rule, what) is not { } text)
        {
            return null;
        }

        return Allow(slot, type, rule, text);
    }

    /// <summary>The value, if choices and pattern allow it; null: they do not, which is reported.</summary>
    /// <param name="slot">The value.</param>
    /// <param name="type">The type of the parameter, or of a list's items.</param>
    /// <param name="rule">The rule for a value that is not allowed.</param>
    /// <param name="text">The canonical text of the value.</param>
    public string? Allow(Slot slot, Playbooks.Language.Model.ValueType type, Rule rule, string text)
    {
        var shown = Model.Secret ? null : text;
        if (Model.Choices.Count > 0 && !ChoiceKeys(type).Contains(TypedValues.Key(type, text)))
        {
            slot.Report(rule, ParameterMistakes.NotAChoice(shown, Model.Name, Model.Choices.Select(choice => choice.Text)));
            return null;
        }

        if (Regex is not null && !Patterns.Matches(slot.Reading, Regex, text))
        {
            slot.Report(rule, ParameterMistakes.NoMatch(shown, Model.Name, Model.Pattern ?? string.Empty));
            return null;
        }

        return text;
    }

    /// <summary>The canonical text of a value of a type; null: it does not fit, which is reported.</summary>
    public static string? TypedText(Slot slot, Playbooks.Language.Model.ValueType type, Rule rule, string what)
    {
        // Only a text can be cut by a comment without anybody noticing.
        var isText = type is Playbooks.Language.Model.ValueType.String or Playbooks.Language.Model.ValueType.SelectorText;
        if (!isText && (slot.IsEmpty || slot.Value is not ScalarNode))
        {
            slot.Report(Rule.WrongKind, $"{what} must be {CanonicalValue.Expected(TypedValues.FormOf(type))}, {(slot.IsEmpty ? "but is empty" : $"not {slot.Value.Kind}")}.");
            slot.Ignore();
            return null;
        }

        var scalar = isText ? slot.Text() : (ScalarNode)slot.Value;
        if (scalar is null)
        {
            return null;
        }

        if (TypedValues.Canonical(type, scalar.Value) is { } text)
        {
            return text;
        }

        slot.Report(rule, ParameterMistakes.Unfit(what, TypedValues.FormOf(type), scalar.Value));
        return null;
    }
}
