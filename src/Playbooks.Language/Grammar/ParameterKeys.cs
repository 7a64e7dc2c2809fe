using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Language.Grammar;

/// <summary>The keys of a parameter.</summary>
public static class ParameterKeys
{
    // A record is what a step outputs.
    private static readonly Word[] Types = [.. WordsOf<ValueType>.All.Where(word => word.Text != WordsOf<ValueType>.Word(ValueType.Record))];

    /// <summary><c>name</c>.</summary>
    public static KeyDefinition Name { get; } = new("name", KeyKind.Name, "The name that placeholders and callers use.", "order_id") { Required = true };

    /// <summary><c>type</c>.</summary>
    public static KeyDefinition Type { get; } = new("type", KeyKind.Word, "The type of the parameter's values.", "int") { Words = Types, Default = "`string`" };

    /// <summary><c>items</c>.</summary>
    public static KeyDefinition Items { get; } = new("items", KeyKind.Word, "The type of the items of a list; required with `type: list`.", "int")
    {
        Words = [.. Types.Where(word => word.Text != WordsOf<ValueType>.Word(ValueType.List))],
        OnlyWith = new(Type, WordsOf<ValueType>.Word(ValueType.List)),
    };

    /// <summary><c>description</c>.</summary>
    public static KeyDefinition Description { get; } = new("description", KeyKind.PlainText, "What the parameter is; becomes its XML documentation.", "The order's number");

    /// <summary><c>required</c>.</summary>
    public static KeyDefinition Required { get; } = new("required", KeyKind.Bool, "Whether the caller must pass a value.", "false") { Default = "`true`, unless there is a `default`" };

    /// <summary><c>default</c>.</summary>
    public static KeyDefinition Default { get; } = new("default", KeyKind.Value, "The value if the caller passes none.", "100");

    /// <summary><c>choices</c>.</summary>
    public static KeyDefinition Choices { get; } = new("choices", KeyKind.Values, "The only allowed values. Text values become an enum.", "[100, 200]");

    /// <summary><c>pattern</c>.</summary>
    public static KeyDefinition Pattern { get; } = new("pattern", KeyKind.Pattern, "A .NET regular expression that the whole value must match.", "'\\d{3,}'");

    /// <summary><c>secret</c>.</summary>
    public static KeyDefinition Secret { get; } = new("secret", KeyKind.Bool, "Whether the value is never shown anywhere; only with `type: string`.", "true") { Default = "`false`" };

    /// <summary><c>inject_into</c>.</summary>
    public static KeyDefinition InjectInto { get; } = new("inject_into", KeyKind.ValuePath, "A path, with zero-based indexes, to a value in the steps. When the parameter is set, it replaces that value.", "steps.0.params.text");

    /// <summary>The mapping of a parameter.</summary>
    public static MappingDefinition Mapping { get; } = new(
        "parameter", "The parameter", Name, Type, Items, Description, Required, Default, Choices, Pattern, Secret, InjectInto);
}
