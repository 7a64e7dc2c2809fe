using System.Globalization;
using Playbooks.Language;
using Playbooks.Language.Model;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Generators.Pipeline;

/// <summary>
/// A playbook's signature as texts of an assembly's metadata, where the projects that reference the assembly read it. A member consists
/// of fields; what cannot be read, such as what a later version writes, makes the playbook unknown to callers.
/// </summary>
internal static class SignatureText
{
    private const char MemberEnd = '\u001D';
    private const char FieldEnd = '\u001F';
    private const char ItemEnd = '\u001E';

    // Tells an absent text from an empty one.
    private const string Absent = "\u0000";
    private const string ParameterMember = "parameter";
    private const string OutputMember = "output";

    // An output that is stored on some paths only. What does not know it does not know the playbook, instead of taking it for certain.
    private const string UncertainOutputMember = "uncertain output";

    /// <summary>Writes the members of a signature.</summary>
    public static string Write(PlaybookSignature signature) => Join(MemberEnd, [.. Members(signature)]);

    private static IEnumerable<string> Members(PlaybookSignature signature)
    {
        foreach (var parameter in signature.Parameters)
        {
            yield return Join(
                FieldEnd,
                ParameterMember,
                parameter.Name,
                parameter.PropertyName,
                parameter.Type.ToString(),
                parameter.ItemType.ToString(),
                Flag(parameter.Required),
                Flag(parameter.Secret),
                Join(ItemEnd, [.. parameter.Choices.SelectMany(static choice => new[] { choice.Text, choice.MemberName })]),
                parameter.Pattern ?? Absent,
                parameter.Default is { } standard ? Flag(standard.IsList) + ItemEnd + Join(ItemEnd, [.. standard.Items]) : Absent);
        }

        foreach (var output in signature.Outputs)
        {
            var member = output.IsCertain ? OutputMember : UncertainOutputMember;
            yield return output.Shape is { } shape
                ? Join(FieldEnd, member, output.Name, output.PropertyName, output.Type.ToString(), output.ItemType.ToString(), shape.TypeName, Join(ItemEnd, [.. shape.Fields.SelectMany(static field => new[] { field.Name, field.PropertyName, field.Type.ToString() })]))
                : Join(FieldEnd, member, output.Name, output.PropertyName, output.Type.ToString(), output.ItemType.ToString());
        }
    }

    /// <summary>Reads a signature; null: it is not one.</summary>
    public static CallablePlaybook? Read(string id, string typeName, string members)
    {
        var parameters = new List<ParameterSignature>();
        var outputs = new List<OutputSignature>();
        foreach (var member in members.Length == 0 ? [] : members.Split(MemberEnd))
        {
            var fields = member.Split(FieldEnd);
            if (fields[0] == ParameterMember && ReadParameter(fields) is { } parameter)
            {
                parameters.Add(parameter);
            }
            else if (fields[0] is OutputMember or UncertainOutputMember && ReadOutput(fields) is { } output)
            {
                outputs.Add(output with { IsCertain = fields[0] == OutputMember });
            }
            else
            {
                return null;
            }
        }

        var className = typeName.Substring(typeName.LastIndexOfAny(['.', ':']) + 1);
        return new(new(id, className, parameters.ToEquatableArray(), outputs.ToEquatableArray(), default), typeName);
    }

    private static OutputSignature? ReadOutput(string[] fields)
    {
        if (fields.Length is not (5 or 7) || !Enum.TryParse<ValueType>(fields[3], out var type) || !Enum.TryParse<ValueType>(fields[4], out var itemType))
        {
            return null;
        }

        var output = new OutputSignature(fields[1], fields[2], type) { ItemType = itemType };
        return fields.Length == 5 ? output : ReadShape(fields[5], fields[6].Split(ItemEnd)) is { } shape ? output with { Shape = shape } : null;
    }

    private static ShapeModel? ReadShape(string typeName, string[] texts)
    {
        var fields = new List<ShapeFieldModel>();
        for (var i = 0; i + 2 < texts.Length; i += 3)
        {
            if (!Enum.TryParse<ValueType>(texts[i + 2], out var type))
            {
                return null;
            }

            fields.Add(new(texts[i], texts[i + 1], type));
        }

        return new(typeName, fields.ToEquatableArray());
    }

    private static ParameterSignature? ReadParameter(string[] fields)
    {
        if (fields.Length != 10 || !Enum.TryParse<ValueType>(fields[3], out var type) || !Enum.TryParse<ValueType>(fields[4], out var itemType))
        {
            return null;
        }

        var choices = fields[7].Length == 0 ? [] : fields[7].Split(ItemEnd);
        var standard = fields[9] == Absent ? null : fields[9].Split(ItemEnd);
        return new(
            fields[1],
            fields[2],
            type,
            itemType,
            fields[5] == Flag(true),
            fields[6] == Flag(true),
            Enumerable.Range(0, choices.Length / 2).Select(index => new ChoiceModel(choices[index * 2], choices[(index * 2) + 1])).ToEquatableArray(),
            fields[8] == Absent ? null : fields[8])
        {
            Default = standard is null ? null : new(standard.Skip(1).ToEquatableArray(), standard[0] == Flag(true)),
        };
    }

    private static string Join(char separator, params string[] texts) => string.Join(separator.ToString(CultureInfo.InvariantCulture), texts);

    private static string Flag(bool value) => value ? "true" : "false";
}
