using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Names;
using Playbooks.Language.Syntax.Yaml;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Language.Rules;

/// <summary>Reads the declared parameters: PB0105, PB0112, PB0501, PB0502, and the names' form PB0007.</summary>
internal sealed class ParameterRules(Reading reading, NameScope scope)
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> properties = new(StringComparer.Ordinal);

    /// <summary>Reads the list; names with findings of their own are still declared.</summary>
    public List<ParameterDraft> Read(Slot slot)
    {
        var drafts = new List<ParameterDraft>();
        var items = slot.Items();
        scope.IsOpen |= items is null;
        foreach (var item in items ?? [])
        {
            if (item.Keys() is { } fields && ReadOne(fields) is { } draft)
            {
                drafts.Add(draft);
            }
            else
            {
                // A parameter without a readable name may be the one that a text means.
                scope.IsOpen = true;
            }
        }

        return drafts;
    }

    private ParameterDraft? ReadOne(Fields fields)
    {
        var name = fields[ParameterKeys.Name]?.Text();
        var type = ReadType(fields, out var itemType, out var typeIsKnown);
        var secret = fields[ParameterKeys.Secret] is { Muted: false } secretSlot && secretSlot.Flag() == true;
        if (secret && typeIsKnown && type != ValueType.String)
        {
            fields[ParameterKeys.Secret]!.Report(Rule.WrongKind, "Only a parameter of type string can be a secret.");
            secret = false;
        }

        var pattern = fields[ParameterKeys.Pattern] is { Muted: false } patternSlot ? Patterns.Read(patternSlot) : null;
        var required = fields[ParameterKeys.Required]?.Flag();
        var description = fields[ParameterKeys.Description]?.Text()?.Value;
        var model = new ParameterModel
        {
            Name = name?.Value ?? string.Empty,
            NameSpan = name is null ? fields.Owner : reading.Span(name),
            PropertyName = CSharpNames.PropertyName(name?.Value ?? "parameter"),
            Type = type,
            ItemType = itemType,
            Description = description,
            Pattern = pattern is null ? null : fields[ParameterKeys.Pattern]!.Value is ScalarNode scalar ? scalar.Value : null,
            Secret = secret,
        };
        var draft = new ParameterDraft(model, typeIsKnown, pattern, fields[ParameterKeys.InjectInto], IsTyped: false);
        draft = draft with { Model = model with { Choices = ReadChoices(fields[ParameterKeys.Choices], draft) } };
        var standard = ReadDefault(fields[ParameterKeys.Default], draft);
        draft = draft with
        {
            Model = draft.Model with { Default = standard, Required = required ?? fields[ParameterKeys.Default] is null },
            MustBeGiven = fields[ParameterKeys.Secret] is not { Muted: true } && fields[ParameterKeys.Name] is { Muted: false } && (fields[ParameterKeys.Required] is null ? fields[ParameterKeys.Default] is null : required == true),
            TypeIsKnown = typeIsKnown && fields[ParameterKeys.Name] is { Muted: false },
            IsJudged = fields[ParameterKeys.Name] is { Muted: false } && name is not null && Identifiers.CanBePlaceholder(name.Value),
        };
        return name is null ? null : Declare(draft, fields[ParameterKeys.Name]!, name);
    }

    private ParameterDraft Declare(ParameterDraft draft, Slot slot, ScalarNode name)
    {
        scope.Declare(draft.Model);
        Identifiers.Check(slot, name, "A parameter's name");
        if (!names.Add(name.Value))
        {
            slot.Report(Rule.DuplicateParameter, $"There is already a parameter '{name.Value}'.");
            return draft;
        }

        if (properties.TryGetValue(draft.Model.PropertyName, out var other))
        {
            slot.Report(Rule.DuplicateParameter, $"'{name.Value}' and '{other}' would both be called {draft.Model.PropertyName} in C#.");
            return draft;
        }

        properties.Add(draft.Model.PropertyName, name.Value);
        return draft with { IsTyped = true };
    }

    private static ValueType ReadType(Fields fields, out ValueType itemType, out bool isKnown)
    {
        itemType = ValueType.String;
        isKnown = true;
        var type = ValueType.String;
        if (fields[ParameterKeys.Type] is { } slot)
        {
            var written = slot.Word<ValueType>();
            isKnown = written is not null && !slot.Muted;
            type = written ?? ValueType.String;
        }

        if (fields[ParameterKeys.Items] is not { } items)
        {
            if (type == ValueType.List)
            {
                fields.Require(ParameterKeys.Items, "A parameter of type list");
                isKnown = false;
            }

            return type;
        }

        if (isKnown && type != ValueType.List)
        {
            items.Report(Rule.NotApplicable, items.KeySpan, "'items' can only be used with the type list.");
            items.Ignore();
            return type;
        }

        var writtenItems = items.Word<ValueType>();
        isKnown &= writtenItems is not null && !items.Muted;
        itemType = writtenItems ?? ValueType.String;
        return type;
    }

    private static EquatableArray<ChoiceModel> ReadChoices(Slot? slot, ParameterDraft draft)
    {
        // The value of a misspelled key is not checked, and nothing is checked against it.
        if (slot is null or { Muted: true } || slot.Items() is not { } items)
        {
            return default;
        }

        if (slot.IsEmptyList())
        {
            slot.Report(Rule.WrongKind, $"'{slot.Name}' is empty, so no value would be allowed. List the allowed values, or remove the key to allow any value.");
        }

        var type = draft.Model.Type == ValueType.List ? draft.Model.ItemType : draft.Model.Type;
        var texts = new List<string>();
        foreach (var item in items)
        {
            if (draft.Model.Secret)
            {
                item.Report(Rule.SecretInFile, "A secret's value does not belong in the file. Remove the choices.");
                item.Ignore();
            }
            else if (!draft.TypeIsKnown)
            {
                item.Ignore();
            }
            else if (ParameterDraft.TypedText(item, type, Rule.InvalidDefault, "Each choice") is { } text)
            {
                if (draft.Regex is not null && !Patterns.Matches(item.Reading, draft.Regex, text))
                {
                    item.Report(Rule.InvalidDefault, $"'{Values.Shorten(text)}' does not match the pattern of '{draft.Model.Name}', so it could never be chosen.");
                }

                texts.Add(text);
            }
        }

        var distinct = texts.Distinct(StringComparer.Ordinal).ToList();
        var members = CSharpNames.ChoiceMembers(distinct);
        return distinct.Select((text, index) => new ChoiceModel(text, members[index])).ToEquatableArray();
    }

    private static ParameterValue? ReadDefault(Slot? slot, ParameterDraft draft)
    {
        if (slot is null)
        {
            return null;
        }

        if (draft.Model.Secret)
        {
            slot.Report(Rule.SecretInFile, "A secret's value does not belong in the file. The run supplies it. Remove the default.");
            slot.Ignore();
            return null;
        }

        return draft.Check(slot, Rule.InvalidDefault, "The default");
    }
}
