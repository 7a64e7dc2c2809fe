using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Text;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Steps;

/// <summary>Reads YAML as JSON. A quoted scalar is text; a plain one is a number, a truth value or null where YAML's core schema says so.</summary>
internal sealed class JsonRules(TextBinder binder)
{
    /// <summary>Reads the value of a key.</summary>
    /// <returns>The value; null: it cannot be read, which is reported.</returns>
    public JsonModel? Read(Slot slot) => slot is { Value: ScalarNode { Value.Length: 0 }, IsEmpty: true } ? Text(slot) : Value(slot);

    private JsonModel? Value(Slot slot) => slot.Value switch
    {
        // Nobody means {name}: an object whose only name has neither a colon nor a value.
        MappingNode { Entries.Count: 1 } mapping when slot.Reading.Source(mapping).IndexOf(':') < 0 && mapping.Entries[0].Key is ScalarNode && Advice.IsWordInBraces(mapping) && slot.Reading.Text[mapping.Start] == '{' => Text(slot),
        MappingNode => Object(slot),
        SequenceNode => List(slot),
        ScalarNode scalar => Scalar(slot, scalar),
        _ => null,
    };

    private JsonObjectModel? Object(Slot slot)
    {
        var members = new List<JsonMemberModel>();
        foreach (var member in slot.OwnKeys()?.InOrder ?? [])
        {
            if (Value(member) is { } value)
            {
                members.Add(new(member.Name, value));
            }
        }

        return new(members.ToEquatableArray());
    }

    private JsonListModel List(Slot slot) => new((slot.Items() ?? []).Select(Value).OfType<JsonModel>().ToEquatableArray());

    private JsonModel? Scalar(Slot slot, ScalarNode scalar)
    {
        if (slot.IsEmpty)
        {
            return IsCut(slot, scalar) ? Text(slot) : new JsonLiteralModel("null");
        }

        if (!scalar.IsPlain || CoreSchema.ToJson(scalar.Value) is not { } literal)
        {
            return Text(slot);
        }

        // Warns of a comment that cuts the value off.
        slot.Text();
        if (literal.Problem is { } problem)
        {
            slot.Report(Rule.WrongKind, $"{problem} Put it in quotes if it is text: {YamlText.Quote(scalar.Value)}");
            return null;
        }

        return new JsonLiteralModel(literal.Json);
    }

    private JsonModel? Text(Slot slot) =>
        binder.Text(slot) is not { } text ? null
        : text is { InjectedFrom: null, Parts.Count: 1 } && text.Parts[0] is ValuePart { Name: var name } && text.Raw == "{" + name + "}" ? new JsonPlaceholderModel(name, text)
        : new JsonTextModel(text);

    /// <summary>Whether nothing is written because a comment begins where the value should.</summary>
    private static bool IsCut(Slot slot, ScalarNode scalar)
    {
        var text = slot.Reading.Text;
        var at = Whitespace.Skip(text, scalar.End);
        return scalar.Value.Length == 0 && at + 1 < text.Length && text[at] == '#' && !char.IsWhiteSpace(text[at + 1]);
    }
}
