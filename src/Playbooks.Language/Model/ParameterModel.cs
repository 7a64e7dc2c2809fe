namespace Playbooks.Language.Model;

/// <summary>A declared parameter.</summary>
public sealed record ParameterModel
{
    /// <summary>Its name in the YAML.</summary>
    public required string Name { get; init; }

    /// <summary>The place of the name.</summary>
    public required SourceSpan NameSpan { get; init; }

    /// <summary>Its C# property, renamed by rule where that would not compile.</summary>
    public required string PropertyName { get; init; }

    /// <summary>What its values are.</summary>
    public ValueType Type { get; init; }

    /// <summary>What a list's items are; <see cref="ValueType.String"/> where <see cref="Type"/> is not a list.</summary>
    public ValueType ItemType { get; init; }

    /// <summary>For people; becomes the XML documentation.</summary>
    public string? Description { get; init; }

    /// <summary>Whether a value must be given.</summary>
    public bool Required { get; init; }

    /// <summary>What it is without a value; null: unset, which binds as empty text.</summary>
    public ParameterValue? Default { get; init; }

    /// <summary>The only allowed values (for a list: items), canonical; empty: any.</summary>
    public EquatableArray<ChoiceModel> Choices { get; init; }

    /// <summary>A .NET regex that the whole text of a value must match; null: any.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whether the value is never shown anywhere.</summary>
    public bool Secret { get; init; }
}

/// <summary>What a value is.</summary>
public enum ValueType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>A whole number, C# <c>int</c>.</summary>
    Int,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Bool,

    /// <summary>A date, C# <c>DateOnly</c>.</summary>
    Date,

    /// <summary>Text that is also escaped where it lands unquoted in a selector.</summary>
    SelectorText,

    /// <summary>A list of one of the others.</summary>
    List,

    /// <summary>A record of named values, which only a step can output.</summary>
    Record,
}

/// <summary>A checked value: its canonical invariant text (<c>12.5</c>, <c>true</c>, <c>2024-01-31</c>), or a list's.</summary>
/// <param name="Items">The one text of a scalar, or the texts of a list's items.</param>
/// <param name="IsList">Whether it is a list.</param>
public sealed record ParameterValue(EquatableArray<string> Items, bool IsList);

/// <summary>An allowed value.</summary>
/// <param name="Text">Its canonical text.</param>
/// <param name="MemberName">Its member in the generated value type, unique among the choices; only text choices have one.</param>
public sealed record ChoiceModel(string Text, string MemberName);

/// <summary>A value that a step stores.</summary>
public sealed record StoredValueModel
{
    /// <summary>Its name in the YAML.</summary>
    public required string Name { get; init; }

    /// <summary>Its property in <c>Outputs</c>, renamed by rule where that would not compile.</summary>
    public required string PropertyName { get; init; }

    /// <summary>What it is: text, or what the step's <c>as</c> says.</summary>
    public ValueType Type { get; init; }

    /// <summary>What a list's items are; <see cref="ValueType.String"/> where <see cref="Type"/> is not a list.</summary>
    public ValueType ItemType { get; init; }

    /// <summary>The record that it is; null: it is none.</summary>
    public ShapeModel? Shape { get; init; }

    /// <summary>Running number of the step that stores it, from 1; 0: it is captured before the first step.</summary>
    public int StepNumber { get; init; }

    /// <summary>Whether it is never shown anywhere.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The canonical text of what it is where its step has not run; null: nothing.</summary>
    public string? Default { get; init; }

    /// <summary>The output of another playbook that it is; null: it is the step's own.</summary>
    public CallOutput? From { get; init; }

    /// <summary>Whether it is there in every run that has passed.</summary>
    public bool IsCertain { get; init; } = true;
}
