using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Keys;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Steps;

/// <summary>Reads an action's selector, params and prompt as the action table says: PB0202 to PB0204.</summary>
internal sealed class ActionRules(StepDraft step, ActionDefinition action, TextBinder binder, Injections injections)
{
    /// <summary>The URLs that were read, for the guardrails.</summary>
    public List<UrlText> Urls { get; } = [];

    /// <summary>The selectors that were read, the primary first.</summary>
    public List<SelectorText> Selectors { get; } = [];

    public SelectorChainModel? Selector()
    {
        var slot = step.Fields[StepKeys.Selector];
        if (slot is null)
        {
            if (action.Selector == Presence.Required && !step.IsInParams(StepKeys.Selector) && !step.Fields.Misplaced.Overlaps(SelectorKeys.Mapping.Names))
            {
                Lacks("a selector");
            }

            return null;
        }

        if (action.Selector == Presence.None)
        {
            Refuse(slot, $"The action {action.Name} takes no selector.");
            return null;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (slot.Value is not MappingNode mapping || (Advice.IsWordInBraces(mapping) && !SelectorKeys.Mapping.Names.Any(key => mapping.Find(key) is not null)))
        {
            return Take(slot, seen) is { } only ? new(new([only]), null) : null;
        }

        var fields = slot.Keys()!;
        var candidates = new List<BoundText>();
        if (fields[SelectorKeys.Primary] is { } first && Take(first, seen) is { } primary)
        {
            candidates.Add(primary);
        }

        foreach (var item in fields[SelectorKeys.Fallbacks]?.Items() ?? [])
        {
            if (Take(item, seen) is { } fallback)
            {
                candidates.Add(fallback);
            }
        }

        var description = fields[SelectorKeys.Description] is { } text ? binder.Text(text, shown: true) : null;
        return candidates.Count == 0 ? null : new(candidates.ToEquatableArray(), description);
    }

    private BoundText? Take(Slot slot, HashSet<string> seen)
    {
        if (binder.Selector(slot, seen) is not { } selector)
        {
            return null;
        }

        Selectors.Add(selector);
        return selector.Text;
    }

    public BoundText? Prompt()
    {
        var slot = step.Fields[StepKeys.Prompt];
        if (slot is not null && action.NeedsPrompt)
        {
            return binder.Text(slot, shown: true);
        }

        if (slot is not null)
        {
            Refuse(slot, $"The action {action.Name} takes no prompt.");
        }
        else if (action.NeedsPrompt && !step.IsInParams(StepKeys.Prompt))
        {
            Lacks("a prompt");
        }

        return null;
    }

    public EquatableArray<ParamModel> Params()
    {
        var slot = step.Fields[StepKeys.Params];
        var fields = slot is null
            ? Fields.None(step.Fields[StepKeys.Action]!.Reading, step.ActionSpan, muted: false)
            : slot.Keys(action.ParamMapping, Rule.NotApplicable, $"The action {action.Name} takes no param", Placement.OfParamKey);

        // Params of the wrong kind, or a misspelt `params`, say nothing about what is in them.
        if (fields is null || slot is { Muted: true })
        {
            return default;
        }

        var result = new List<ParamModel>();
        foreach (var definition in action.Params)
        {
            if (fields[definition] is { } param)
            {
                if (Goes(definition, param, fields) && Read(definition, param) is { } model)
                {
                    result.Add(model);
                }
            }
            else if (definition.Required && !fields.IsIncomplete && !step.Fields.Misplaced.Contains(definition.Name))
            {
                Lacks($"the param '{definition.Name}'");
            }
        }

        CheckNeeds(fields);
        CheckConditions(fields);
        return result.ToEquatableArray();
    }

    private void CheckNeeds(Fields fields)
    {
        if (action.Needs == ParamNeed.None || fields.IsIncomplete)
        {
            return;
        }

        var names = action.ParamMapping.Names;
        if (!action.Params.Any(fields.Has))
        {
            if (!fields.HasUnknown && !step.Fields.Misplaced.Overlaps(names))
            {
                Lacks("one of the params " + string.Join(", ", names));
            }
        }
        else if (action.Needs == ParamNeed.ExactlyOne)
        {
            foreach (var extra in fields.InOrder.Skip(1))
            {
                extra.Report(Rule.NotApplicable, extra.KeySpan, $"The action {action.Name} takes only one of {string.Join(", ", names)}.");
            }
        }
    }

    /// <summary>A param that can only be used with another's word is required there.</summary>
    private void CheckConditions(Fields fields)
    {
        foreach (var definition in action.Params)
        {
            if (definition.OnlyWith is { } condition
                && !fields.Has(definition)
                && !step.Fields.Misplaced.Contains(definition.Name)
                && !fields.IsIncomplete
                && fields[condition.Key] is { Muted: false, Value: ScalarNode scalar }
                && scalar.Value == condition.Word)
            {
                Lacks($"the param '{definition.Name}' with {condition.Key}: {condition.Word}");
            }
        }
    }

    /// <summary>Whether a param is allowed here. If the word of the other param is invalid, this is not checked.</summary>
    private static bool Goes(KeyDefinition definition, Slot param, Fields fields)
    {
        if (definition.OnlyWith is not { } condition)
        {
            return true;
        }

        var other = fields[condition.Key];
        if (other is { Muted: true } or { Value: not ScalarNode } || (other?.Value is ScalarNode { Value: var word } && (word == condition.Word || !IsWord(other, word))))
        {
            return true;
        }

        param.Report(Rule.NotApplicable, param.KeySpan, $"'{param.Name}' can only be used with {condition.Key}: {condition.Word}.");
        param.Ignore();
        return false;

        // Only the words of the table say clearly that the condition does not hold.
        bool IsWord(Slot slot, string text) => !slot.IsEmpty && slot.Key.Words.Any(known => known.Text == text);
    }

    private ParamModel? Read(KeyDefinition definition, Slot slot)
    {
        var name = definition.Name;
        switch (definition.Kind)
        {
            case KeyKind.Text:
                return binder.Text(slot) is { } text ? new TextParam(name, text) : null;
            case KeyKind.ShownText:
                return binder.Text(slot, shown: true) is { } shown ? new TextParam(name, shown) : null;
            case KeyKind.Url:
                return Url(name, slot);
            case KeyKind.Key:
                return Key(name, slot);
            case KeyKind.Culture:
                return Culture(name, slot);
            case KeyKind.Script:
                return binder.Script(slot) is { } script ? new VerbatimParam(name, script) : null;
            case KeyKind.Files:
                return Files(name, slot);
            case KeyKind.TextMap:
                return TextMap(name, slot);
            case KeyKind.Word:
                return slot.Word(Rule.InvalidParam) is { } word ? new WordParam(name, definition.WordSet!, word) : null;
            case KeyKind.Words:
                return Words(definition, slot);
            case KeyKind.Int:
                return slot.Number() is { } number
                    ? new IntParam(name, number, injections.TakeValue(slot.Value, Model.ValueType.Int))
                    : null;
            default:
                return slot.Flag() is { } flag ? new BoolParam(name, flag, injections.TakeValue(slot.Value, Model.ValueType.Bool)) : null;
        }
    }

    private TextParam? Url(string name, Slot slot)
    {
        if (binder.Url(slot) is not { } url)
        {
            return null;
        }

        Urls.Add(url);
        return new(name, url.Text);
    }

    private TextParam? Key(string name, Slot slot)
    {
        if (binder.Text(slot, out var isSound) is not { } text)
        {
            return null;
        }

        if (isSound && text.Parts.Count <= 1 && text.Parts.All(part => part is LiteralPart) && KeyParser.Check(text.Parts.Count == 0 ? string.Empty : ((LiteralPart)text.Parts[0]).Text) is { } problem)
        {
            slot.Report(Rule.InvalidParam, problem.Message);
        }

        return new(name, text);
    }

    private TextParam? Culture(string name, Slot slot)
    {
        if (binder.Text(slot, out var isSound) is not { } text)
        {
            return null;
        }

        if (isSound && text.Parts.All(part => part is LiteralPart) && !CultureNames.IsValid(text.Raw))
        {
            var nearest = CultureNames.NearestTo(text.Raw);
            slot.Report(Rule.InvalidParam, $"There is no culture '{Values.Shorten(text.Raw)}'." + (nearest is null ? " Write a name such as de-DE or en-US, or invariant." : $" Did you mean '{nearest}'?"));
        }

        return new(name, text);
    }

    private TextListParam? Files(string name, Slot slot)
    {
        if (slot.Items() is not { } items)
        {
            return null;
        }

        // A path with a wrong placeholder is none that could be looked for.
        var texts = items.Select(item => binder.Text(item, out var isSound) is { } text && isSound ? text : null).ToList();
        return new(name, texts.OfType<BoundText>().ToEquatableArray());
    }

    private TextMapParam? TextMap(string name, Slot slot)
    {
        if (slot.IsEmpty)
        {
            return new(name, default);
        }

        if (slot.Value is not MappingNode mapping)
        {
            slot.Keys(MappingDefinition.FromNames(name, []));
            return null;
        }

        // The author chooses the names, so each that is there is known.
        var keys = mapping.Entries.Select(entry => (entry.Key as ScalarNode)?.Value).OfType<string>();
        var fields = slot.Keys(MappingDefinition.FromNames(name, keys))!;
        var entries = new List<NamedText>();
        foreach (var entry in fields.InOrder)
        {
            if (binder.Text(entry) is { } text)
            {
                entries.Add(new(entry.Name, text));
            }
        }

        return new(name, entries.ToEquatableArray());
    }

    private static WordListParam? Words(KeyDefinition definition, Slot slot)
    {
        if (slot.Items() is not { } items)
        {
            return null;
        }

        var words = items.Select(item => item.Word(Rule.InvalidParam)).ToList();
        return new(definition.Name, definition.WordSet!, words.OfType<string>().Distinct(StringComparer.Ordinal).ToEquatableArray());
    }

    private void Lacks(string what)
    {
        if (!step.Node.Incomplete)
        {
            step.Fields[StepKeys.Action]!.Report(Rule.IncompleteAction, step.ActionSpan, $"The action {action.Name} requires {what}.");
        }
    }

    private static void Refuse(Slot slot, string message)
    {
        slot.Report(Rule.NotApplicable, slot.KeySpan, message);
        slot.Ignore();
    }
}
