namespace Playbooks.Language.Rules;

/// <summary>Reads a text as a value of a type; quotes make no difference.</summary>
internal static class TypedValues
{
    /// <summary>The canonical text of a value; null: it does not fit the type.</summary>
    public static string? Canonical(Model.ValueType type, string text) => CanonicalValue.Create(FormOf(type), text);

    /// <summary>A text that two canonical texts share if and only if they are one value: 1.0 is 1.</summary>
    public static string Key(Model.ValueType type, string canonical) => CanonicalValue.Key(FormOf(type), canonical);

    /// <summary>How the values of a type are written.</summary>
    public static ValueForm FormOf(Model.ValueType type) => type switch
    {
        Model.ValueType.Int => ValueForm.Int,
        Model.ValueType.Decimal => ValueForm.Decimal,
        Model.ValueType.Bool => ValueForm.Bool,
        Model.ValueType.Date => ValueForm.Date,
        Model.ValueType.List => ValueForm.List,
        _ => ValueForm.Text,
    };
}
