using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Yaml;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Language.Rules.Steps;

/// <summary>Reads the arguments of a call and checks that they fit its parameters: PB0210, and PB0112 for a secret that is written out.</summary>
internal sealed class ArgumentRules(StepTexts texts, string callee)
{
    /// <summary>Reads a value; null: it does not fit, which is reported.</summary>
    public ArgumentModel? Read(Slot slot, ParameterSignature parameter)
    {
        if (slot.Value is SequenceNode)
        {
            return ReadItems(slot, parameter);
        }

        if (texts.Binder.Text(slot, out var isSound, shown: !parameter.Secret) is not { } text || !isSound)
        {
            return null;
        }

        if (text.IsLiteral)
        {
            return ReadLiteral(slot, text, parameter);
        }

        if (text.Parts.Count == 1 && text.Parts[0] is ValuePart { Name: var name })
        {
            return WhyUnfit(name, parameter) is { } why ? Refuse(slot, why) : new(parameter.Name) { Value = name };
        }

        return IsText(parameter.Type) ? new(parameter.Name) { Text = text } : Refuse(slot, $"The parameter '{parameter.Name}' of '{callee}' is not of type string, so it does not accept text around a placeholder. Pass the placeholder alone.");
    }

    /// <summary>Reads a value of a parameter that is not known; only names in it count as used.</summary>
    public void ReadUnknown(Slot slot)
    {
        foreach (var item in slot.Value is SequenceNode ? slot.Items()! : [slot])
        {
            _ = item.Value is ScalarNode { IsEmpty: false } ? texts.Binder.Text(item) : null;
        }
    }

    private ArgumentModel? ReadLiteral(Slot slot, BoundText text, ParameterSignature parameter)
    {
        if (parameter.Secret)
        {
            slot.Report(Rule.SecretInFile, $"The parameter '{parameter.Name}' of '{callee}' is a secret, and this text would be visible in the playbook's file. Pass a secret parameter of this playbook.");
            return null;
        }

        if (parameter.Type == ValueType.List)
        {
            return Refuse(slot, $"The parameter '{parameter.Name}' of '{callee}' is a list. Write its items in brackets, or a parameter of type list in braces.");
        }

        return ReadOne(slot, text, parameter, parameter.Type) is { } value ? new(parameter.Name) { Constant = new(new([value]), IsList: false) } : null;
    }

    private ArgumentModel? ReadItems(Slot slot, ParameterSignature parameter)
    {
        if (parameter.Type != ValueType.List)
        {
            slot.Ignore();
            return Refuse(slot, $"The parameter '{parameter.Name}' of '{callee}' is not a list.");
        }

        var items = new List<BoundText>();
        foreach (var item in slot.Items()!)
        {
            if (texts.Binder.Text(item, out var isSound, shown: true) is not { } text || !isSound)
            {
                return null;
            }

            if (text.IsLiteral)
            {
                if (ReadOne(item, text, parameter, parameter.ItemType) is not { } value)
                {
                    return null;
                }

                text = text with { Parts = new([new LiteralPart(value)]) };
            }
            else if (!IsText(parameter.ItemType) || parameter.Choices.Count > 0)
            {
                return Refuse(item, $"An item of '{parameter.Name}' must be a literal value, not a placeholder, because the items are not plain strings.");
            }

            items.Add(text);
        }

        return new(parameter.Name) { Items = items.ToEquatableArray() };
    }

    private string? ReadOne(Slot slot, BoundText text, ParameterSignature parameter, ValueType type)
    {
        var written = string.Concat(text.Parts.Cast<LiteralPart>().Select(static part => part.Text));
        if (TypedValues.Canonical(type, written) is not { } value)
        {
            slot.Report(Rule.InvalidArgument, ParameterMistakes.Unfit($"The parameter '{parameter.Name}' of '{callee}'", TypedValues.FormOf(type), written));
            return null;
        }

        return ParameterDraft.From(parameter).Allow(slot, type, Rule.InvalidArgument, value);
    }

    /// <summary>The reason why the value of a name does not fit a parameter; null: it fits.</summary>
    private string? WhyUnfit(string name, ParameterSignature parameter)
    {
        var own = texts.Scope.Parameter(name);
        var type = own?.Type ?? texts.Scope.Stored(name)?.Type ?? texts.Place.ItemType(name) ?? (FreshValue.IsDate(name) ? ValueType.Date : ValueType.String);
        if (type == ValueType.List || parameter.Type == ValueType.List)
        {
            return type == parameter.Type && texts.Scope.ItemTypeOf(name) == parameter.ItemType ? null : $"'{name}' {Says(type)}, but the parameter '{parameter.Name}' of '{callee}' {Says(parameter.Type)}{(type == parameter.Type ? " with items of another type" : string.Empty)}.";
        }

        if (IsText(parameter.Type))
        {
            return null;
        }

        if (type != parameter.Type && (type, parameter.Type) is not (ValueType.Int, ValueType.Decimal))
        {
            return $"'{name}' {Says(type)}, but the parameter '{parameter.Name}' of '{callee}' {Says(parameter.Type)}.";
        }

        return own is { Required: false, Default: null } && parameter.Required
            ? $"'{name}' may be unset, but the parameter '{parameter.Name}' of '{callee}' is required. Give '{name}' a default."
            : null;
    }

    private static ArgumentModel? Refuse(Slot slot, string message)
    {
        slot.Report(Rule.InvalidArgument, message);
        return null;
    }

    private static bool IsText(ValueType type) => type is ValueType.String or ValueType.SelectorText;

    private static string Says(ValueType type) => type switch
    {
        ValueType.Int => "is a whole number",
        ValueType.Decimal => "is a number",
        ValueType.Bool => "is true or false",
        ValueType.Date => "is a date",
        ValueType.List => "is a list",
        ValueType.Record => "is a record",
        _ => "is text",
    };
}
