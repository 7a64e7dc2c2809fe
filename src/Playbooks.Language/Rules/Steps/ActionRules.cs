using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Steps;

/// <summary>Reads an action's selector, params and prompt as the action table says: PB0202 to PB0204.</summary>
internal sealed class ActionRules(StepDraft step, ActionDefinition action, TextBinder binder, Injections injections, StepRules steps)
{
    private readonly ParamReader reader = new(binder, injections, steps, step);

    /// <summary>The URLs that were read, for the guardrails.</summary>
    public List<UrlText> Urls => reader.Urls;

    /// <summary>The selectors that were read, the primary first.</summary>
    public List<SelectorText> Selectors { get; } = [];

    public SelectorChainModel? Selector()
    {
        var slot = step.Fields[StepKeys.Selector];
        if (slot is null)
        {
            if (action.Selector == Presence.Required && !step.IsInParams(StepKeys.Selector) && !step.Fields.Misplaced.Overlaps(SelectorKeys.Mapping.Names))
            {
                ReportMissing("a selector");
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
            return ReadSelector(slot, seen) is { } only ? new(new([only]), null) : null;
        }

        var fields = slot.Keys()!;
        var candidates = new List<BoundText>();
        if (fields[SelectorKeys.Primary] is { } first && ReadSelector(first, seen) is { } primary)
        {
            candidates.Add(primary);
        }

        foreach (var item in fields[SelectorKeys.Fallbacks]?.Items() ?? [])
        {
            if (ReadSelector(item, seen) is { } fallback)
            {
                candidates.Add(fallback);
            }
        }

        var description = fields[SelectorKeys.Description] is { } text ? binder.Text(text, shown: true) : null;
        var frames = fields[SelectorKeys.Frame] is { } frame ? ReadFrames(frame) : default;
        return candidates.Count == 0 ? null : new(candidates.ToEquatableArray(), description) { Frames = frames };
    }

    /// <summary>Reads a frame or a list of nested ones. What is inside a frame is not on the page, so the selectors inside show no element of it.</summary>
    private EquatableArray<BoundText> ReadFrames(Slot slot)
    {
        Selectors.Clear();
        var frames = (slot.Value is SequenceNode ? slot.Items()! : [slot]).Select(item => binder.Selector(item)).OfType<SelectorText>().ToList();
        Selectors.AddRange(frames.Take(1));
        return frames.Select(frame => frame.Text).ToEquatableArray();
    }

    private BoundText? ReadSelector(Slot slot, HashSet<string> seen)
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
            ReportMissing("a prompt");
        }

        return null;
    }

    public RequestModel? Request()
    {
        var slot = step.Fields[StepKeys.Request];
        if (slot is not null && action.NeedsRequest)
        {
            return new RequestRules(binder, Urls, ReportMissing).Read(slot);
        }

        if (slot is not null)
        {
            Refuse(slot, $"The action {action.Name} takes no request.");
        }
        else if (action.NeedsRequest && !step.IsInParams(StepKeys.Request) && !RequestKeys.Mapping.Keys.Any(step.IsInParams) && !step.Fields.Misplaced.Overlaps(RequestKeys.Mapping.Names))
        {
            ReportMissing("a request");
        }

        return null;
    }

    public EquatableArray<ParamModel> Params()
    {
        var slot = step.Fields[StepKeys.Params];
        var fields = slot is null
            ? Fields.None(step.Fields[StepKeys.Action]!.Reading, step.ActionSpan, muted: false)
            : slot.Keys(action.ParamMapping, Rule.NotApplicable, $"The action {action.Name} takes no param", entry => Placement.OfParamKey(action, entry));

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
                if (IsApplicable(definition, param, fields) && reader.Read(param) is { } model)
                {
                    result.Add(model);
                }
            }
            else if (definition.Required && !fields.IsIncomplete && !step.Fields.Misplaced.Contains(definition.Name))
            {
                ReportMissing($"the param '{definition.Name}'");
            }
        }

        CheckNeeds(fields);
        CheckConditions(fields);
        CheckCompanions(fields);
        return result.ToEquatableArray();
    }

    private void CheckNeeds(Fields fields)
    {
        if (action.Needs == ParamNeed.None || fields.IsIncomplete)
        {
            return;
        }

        var names = action.Alternatives.Select(static param => param.Name).ToList();
        if (!action.Alternatives.Any(fields.Has))
        {
            if (!fields.HasUnknown && !step.Fields.Misplaced.Overlaps(names))
            {
                ReportMissing("one of the params " + string.Join(", ", names));
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
                ReportMissing($"the param '{definition.Name}' with {condition.Key}: {condition.Word}");
            }
        }
    }

    /// <summary>A param without the one that it goes with has no effect. If everything that the action needs is missing, that is reported instead.</summary>
    private void CheckCompanions(Fields fields)
    {
        if (fields.IsIncomplete || fields.HasUnknown || !action.Alternatives.Any(fields.Has))
        {
            return;
        }

        foreach (var definition in action.Params)
        {
            if (definition.OnlyBeside is { } companion && fields[definition] is { Muted: false } param && !fields.Has(companion) && !step.Fields.Misplaced.Contains(companion.Name))
            {
                param.Report(Rule.NotApplicable, param.KeySpan, $"'{param.Name}' can only be used with '{companion.Name}'.");
            }
        }
    }

    /// <summary>Whether a param is allowed here. If the word of the other param is invalid, this is not checked.</summary>
    internal static bool IsApplicable(KeyDefinition definition, Slot param, Fields fields)
    {
        if (definition.NotWith is { } excluded && fields[excluded.Key] is { Muted: false, Value: ScalarNode { Value: var mode } } && mode == excluded.Word)
        {
            param.Report(Rule.NotApplicable, param.KeySpan, $"'{param.Name}' cannot be used with {excluded.Key}: {excluded.Word}.");
            param.Ignore();
            return false;
        }

        if (definition.NotBeside is { } beside && fields[beside] is { Muted: false } present)
        {
            var second = present.KeySpan.Start > param.KeySpan.Start ? present : param;
            second.Report(Rule.NotApplicable, second.KeySpan, $"'{param.Name}' cannot be used together with '{beside.Name}'. Remove one of them.");
        }

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

    private void ReportMissing(string what)
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
