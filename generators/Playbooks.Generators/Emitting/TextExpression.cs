using Playbooks.Language;
using Playbooks.Language.Model;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Generators.Emitting;

/// <summary>Turns the texts of a playbook into C# expressions of type string.</summary>
/// <param name="scope">The playbook.</param>
/// <param name="run">The expression that holds the built-in values where the text is bound.</param>
/// <param name="locals">The variables of the loops around the text; null: there are none.</param>
internal sealed class TextExpression(PlaybookScope scope, string run, LoopLocals? locals = null)
{
    private const string Parameters = "this.parameters.";
    private const string Outputs = "steps.Outputs.";

    /// <summary>The text as a string.</summary>
    public string Of(BoundText text) => text.Frames.Count == 0
        ? OfText(text)
        : RuntimeNames.Bind + ".InFrames(" + string.Join(", ", text.Frames.Select(OfText).Prepend(OfText(text))) + ")";

    private string OfText(BoundText text)
    {
        var otherwise = OfParts(text.Parts);
        return text.InjectedFrom is { } name && scope.FindParameter(name) is { } parameter
            ? Injected(parameter, otherwise)
            : otherwise;
    }

    /// <summary>A number or truth value that a parameter may stand in for.</summary>
    public string Injected(string? parameterName, string otherwise) =>
        parameterName is null || scope.FindParameter(parameterName) is not { } parameter ? otherwise
        : ParameterTypes.MayBeUnset(parameter) ? Property(parameter) + " ?? " + otherwise
        : Property(parameter);

    /// <summary>A number of type int; one whose value may be missing is 0 then, because the run checks it before the step.</summary>
    /// <param name="number">The number.</param>
    /// <param name="mayBeNull">Whether a value that may be missing is null instead.</param>
    public string Of(NumberModel number, bool mayBeNull = false) =>
        number.Name is not { } name ? Literal.From(number.Value)
        : locals?.TextOf(name) is not null ? locals.Local(name)
        : scope.FindParameter(name) is { } parameter ? Property(parameter)
        : Outputs + scope.FindStored(name)!.PropertyName + (mayBeNull ? string.Empty : ".GetValueOrDefault()");

    /// <summary>A parameter's value as invariant text.</summary>
    public string TextOf(ParameterModel parameter) =>
        (ParameterTypes.HasEnum(parameter) ? scope.Own("ToText") : Binder(parameter)) + "(" + Property(parameter) + ")";

    /// <summary>Whether a name is that of a number or truth value, whose text JSON writes without quotes.</summary>
    public bool IsNumberOrTruth(string name) =>
        (locals?.TypeOf(name) ?? scope.FindParameter(name)?.Type ?? scope.FindStored(name)?.Type) is ValueType.Int or ValueType.Decimal or ValueType.Bool;

    /// <summary>The expression of a parameter's value.</summary>
    public static string Property(ParameterModel parameter) => Parameters + parameter.PropertyName;

    // A method for each type: choosing one of many overloads takes the compiler longer than all else in such an expression.
    private static string Binder(ParameterModel parameter) =>
        parameter.Type == ValueType.List ? Binder(parameter.ItemType) + "s"
        : ParameterTypes.IsSecret(parameter) ? RuntimeNames.Bind + ".Secret"
        : Binder(parameter.Type);

    /// <summary>An item of a list parameter as invariant text.</summary>
    public static string TextOf(PlaybookScope scope, ParameterModel list, string item) =>
        (ParameterTypes.HasEnum(list) ? scope.Own("ToText") : Binder(list.ItemType)) + "(" + item + ")";

    /// <summary>An item of a stored list as invariant text.</summary>
    public static string TextOf(StoredValueModel list, string item) => Binder(list.ItemType) + "(" + item + ")";

    private static string Binder(ValueType type) => RuntimeNames.Bind + "." + (type == ValueType.SelectorText ? nameof(ValueType.String) : type.ToString());

    private string Injected(ParameterModel parameter, string otherwise) =>
        ParameterTypes.MayBeUnset(parameter)
            ? RuntimeNames.Bind + ".Injected(" + Property(parameter) + " is null ? null : " + TextOf(parameter) + ", " + otherwise + ")"
            : TextOf(parameter);

    private string OfParts(EquatableArray<TextPart> parts)
    {
        var operands = new List<string>();
        var literal = string.Empty;
        foreach (var part in parts)
        {
            if (part is LiteralPart { Text: var text })
            {
                literal += text;
                continue;
            }

            if (literal.Length > 0)
            {
                operands.Add(Literal.From(literal));
                literal = string.Empty;
            }

            operands.Add(part switch
            {
                ValuePart value => OfValue(value.Name),
                EncodedPart encoded => RuntimeNames.Bind + "." + encoded.Encoding + "(" + OfParts(encoded.Parts) + ")",
                _ => throw new NotSupportedException("No code is known for the text part " + part.GetType().Name + "."),
            });
        }

        if (literal.Length > 0 || operands.Count == 0)
        {
            operands.Add(Literal.From(literal));
        }

        return string.Join(" + ", operands);
    }

    /// <summary>The value of a name as a string.</summary>
    public string OfName(string name) => OfValue(name);

    private string OfValue(string name) =>
        locals?.TextOf(name) is { } local ? local
        : scope.FindParameter(name) is { } parameter ? TextOf(parameter)
        : scope.FindStored(name) is { } stored ? (stored.IsSecret ? RuntimeNames.Bind + ".Secret" : stored.Type == ValueType.List ? Binder(stored.ItemType) + "s" : Binder(stored.Type)) + "(" + Outputs + stored.PropertyName + ")"
        : name switch
        {
            "base_url" => run + ".BaseUrl",
            "run_id" => run + ".RunId",
            _ when new ValuePart(name).IsFresh => run + ".Fresh(" + Literal.From(name) + ")",
            _ => throw new InvalidOperationException("The placeholder '" + name + "' names nothing, and no finding says so."),
        };
}
