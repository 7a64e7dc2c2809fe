using Playbooks.Language.Model;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Generators.Emitting;

/// <summary>How a parameter and its values are written in C#.</summary>
internal static class ParameterTypes
{
    /// <summary>The C# type of a single value.</summary>
    public static string OfValue(ValueType type) => type switch
    {
        ValueType.Int => "int",
        ValueType.Decimal => "decimal",
        ValueType.Bool => "bool",
        ValueType.Date => FrameworkNames.DateOnly,
        _ => "string",
    };

    /// <summary>The C# type of a stored value, without a question mark.</summary>
    public static string From(PlaybookScope scope, StoredValueModel stored) =>
        stored.IsSecret ? RuntimeNames.Secret : stored.Shape is { } shape ? From(scope, shape) : OfValue(stored.Type, stored.ItemType);

    /// <summary>The C# type of a record.</summary>
    public static string From(PlaybookScope scope, ShapeModel shape) => shape.IsForeign ? shape.TypeName : scope.Own(shape.TypeName);

    /// <summary>The C# type of a value that a step gives.</summary>
    /// <param name="type">What it is.</param>
    /// <param name="itemType">What a list's items are.</param>
    public static string OfValue(ValueType type, ValueType itemType) =>
        type == ValueType.List ? FrameworkNames.List + "<" + OfValue(itemType) + ">" : OfValue(type);

    /// <summary>The C# type of a parameter, without a question mark.</summary>
    public static string From(PlaybookScope scope, ParameterModel parameter)
    {
        var item = OfItem(scope, parameter);
        return parameter.Type == ValueType.List ? FrameworkNames.List + "<" + item + ">" : item;
    }

    /// <summary>The C# type of a parameter's value, or of a list's item.</summary>
    public static string OfItem(PlaybookScope scope, ParameterModel parameter) =>
        HasEnum(parameter) ? scope.Own(EnumName(scope.Model, parameter))
        : IsSecret(parameter) ? RuntimeNames.Secret
        : OfValue(ItemType(parameter));

    /// <summary>What a parameter's value is, or a list's item.</summary>
    public static ValueType ItemType(ParameterModel parameter) =>
        parameter.Type == ValueType.List ? parameter.ItemType : parameter.Type;

    /// <summary>Whether the values are members of a generated enum: text choices are, unless nobody may see them.</summary>
    public static bool HasEnum(ParameterModel parameter) =>
        parameter.Choices.Count > 0 && !IsSecret(parameter) && (ItemType(parameter) is ValueType.String or ValueType.SelectorText);

    /// <summary>Whether the value is a secret; only a text can be one, and anything else that claims to be has a finding.</summary>
    public static bool IsSecret(ParameterModel parameter) => parameter.Secret && (parameter.Type is ValueType.String or ValueType.SelectorText);

    /// <summary>The name of the enum of a parameter's choices.</summary>
    public static string EnumName(PlaybookModel model, ParameterModel parameter) => EnumName(model.ClassName, parameter.PropertyName);

    /// <summary>The name of the enum of a parameter's choices.</summary>
    public static string EnumName(string className, string propertyName)
    {
        var name = propertyName + "Choice";
        return name == className ? name + "Value" : name;
    }

    /// <summary>Whether a default is written as the record's own default, which C# allows only for constants.</summary>
    public static bool HasConstantDefault(ParameterModel parameter) =>
        parameter.Default is not null && parameter.Type is not (ValueType.Date or ValueType.List) && !IsSecret(parameter);

    /// <summary>Whether the record takes null: nothing is given, or a default that is not a constant.</summary>
    public static bool TakesNull(ParameterModel parameter) => !parameter.Required && !HasConstantDefault(parameter);

    /// <summary>Whether the property may read as null: nothing is given and nothing stands in for it.</summary>
    public static bool MayBeUnset(ParameterModel parameter) => !parameter.Required && parameter.Default is null;

    /// <summary>A parameter's value, written out.</summary>
    public static string Write(PlaybookScope scope, ParameterModel parameter, ParameterValue value)
    {
        var items = value.Items.Select(item => WriteItem(scope, parameter, item));
        return parameter.Type == ValueType.List ? "[" + string.Join(", ", items) + "]" : items.First();
    }

    /// <summary>A single value, written out.</summary>
    public static string WriteItem(PlaybookScope scope, ParameterModel parameter, string text) =>
        HasEnum(parameter) ? OfItem(scope, parameter) + "." + parameter.Choices.First(choice => choice.Text == text).MemberName
        : Literal.From(ItemType(parameter), text);
}
