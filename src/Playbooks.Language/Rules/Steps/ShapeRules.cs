using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Names;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Steps;

/// <summary>Reads the record that a step outputs: PB0204 for a type that does not exist and for a record without fields, PB0105 for fields with one C# name.</summary>
internal static class ShapeRules
{
    /// <summary>The record as far as it can be read. Nothing is reported, because other steps need it before this one is read.</summary>
    /// <param name="value">The value of the param.</param>
    /// <param name="typeName">The name of the record.</param>
    /// <returns>The record; null: it has no fields.</returns>
    public static ShapeModel? Declare(YamlNode value, string typeName)
    {
        var fields = new List<ShapeFieldModel>();
        foreach (var entry in (value as MappingNode)?.Entries ?? [])
        {
            if (entry.Key is ScalarNode { IsEmpty: false, Value: var name } && PropertyName(name, typeName) is var property && fields.All(field => field.PropertyName != property))
            {
                fields.Add(new(name, property, TypeOf(entry.Value)));
            }
        }

        return fields.Count == 0 ? null : new(typeName, fields.ToEquatableArray());
    }

    /// <summary>Reports what is wrong with a record.</summary>
    public static void Check(Slot slot)
    {
        if (slot.OwnKeys() is not { } fields)
        {
            return;
        }

        if (fields.InOrder.Count == 0 && !fields.IsIncomplete)
        {
            slot.Report(Rule.InvalidParam, $"'{slot.Name}' requires at least one field, such as {slot.Key.Example}.");
        }

        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields.InOrder)
        {
            if (!Identifiers.IsValid(field.Name))
            {
                field.Report(Rule.InvalidName, field.KeySpan, $"The name of a field must start with a-z and contain only a-z, 0-9 and _; '{Values.Shorten(field.Name)}' does not" + (Identifiers.Propose(field.Name) is { } proposal ? $". Write '{proposal}'." : "."));
            }

            var property = CSharpNames.PropertyName(field.Name);
            if (properties.TryGetValue(property, out var other))
            {
                field.Report(Rule.DuplicateParameter, field.KeySpan, $"'{field.Name}' and '{other}' would both be called {property} in C#.");
            }
            else
            {
                properties.Add(property, field.Name);
            }

            (field with { Key = slot.Key }).Word(Rule.InvalidParam);
        }
    }

    // A member cannot have the name of its type.
    private static string PropertyName(string name, string typeName) =>
        CSharpNames.PropertyName(name) is var property && property == typeName ? property + "Value" : property;

    private static Model.ValueType TypeOf(YamlNode value) =>
        value is ScalarNode scalar && ParamKeys.Shape.Words.Any(word => word.Text == scalar.Value) ? WordsOf<Model.ValueType>.Find(scalar.Value) ?? Model.ValueType.String : Model.ValueType.String;
}
