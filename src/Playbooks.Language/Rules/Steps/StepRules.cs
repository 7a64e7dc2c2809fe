using System.Globalization;
using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Names;
using Playbooks.Language.Syntax.Text;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>Reads the steps: first what they are and declare (PB0010, PB0106, PB0201, PB0206), then what they hold.</summary>
internal sealed class StepRules(Reading reading, NameScope scope)
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> outputs = new(StringComparer.Ordinal);
    private readonly SightingRules sightings = new();

    /// <summary>Where the steps lead a browser.</summary>
    public List<UrlText> Urls { get; } = [];

    /// <summary>Reads what each step is; nothing of its texts.</summary>
    public List<StepDraft> Declare(Slot slot)
    {
        var drafts = new List<StepDraft>();
        var items = slot.Items();
        if (items is { Count: 0 } && (slot.Value is not SequenceNode { Incomplete: true }))
        {
            slot.Report(Rule.MissingKey, slot.KeySpan, "'steps' is empty; a playbook has at least one step.");
        }

        scope.IsOpen |= items is null || slot.Muted;
        sightings.IsBlind |= scope.IsOpen;
        var number = 0;
        foreach (var item in items ?? [])
        {
            number++;
            if (item.IsEmpty)
            {
                item.Report(Rule.MissingKey, item.KeySpan, $"Step {Number(number)} is empty; it lacks the required key '{StepKeys.Action}'.");
            }
            else if (item.Keys(StepKeys.Mapping, place: entry => Placement.OfStepKey(reading, (MappingNode)item.Value, entry)) is { } fields)
            {
                drafts.Add(DeclareOne(number, (MappingNode)item.Value, fields));
            }
        }

        return drafts;
    }

    private StepDraft DeclareOne(int number, MappingNode node, Fields fields)
    {
        fields.Require(StepKeys.Mapping);
        ActionDefinition? action = null;
        ScalarNode? word = null;
        if (fields[StepKeys.Action] is { } slot && slot.Text() is { } scalar)
        {
            word = scalar;
            action = slot.Muted ? null : ActionTable.Find(scalar.Value);
            if (action is null)
            {
                slot.Report(Rule.UnknownAction, $"Unknown action '{Values.Shorten(scalar.Value)}'{AdviceOn(scalar.Value)}");
            }
        }

        var draft = new StepDraft(number, node, fields)
        {
            Action = action,
            ActionSpan = word is null ? fields.Owner : reading.Span(word),
            Id = fields[StepKeys.Id]?.Text()?.Value,
        };
        DeclareId(draft);
        DeclareOutput(draft);
        return draft;
    }

    /// <summary>The rest of the sentence about an unknown action: ours for another tool's, else the nearest.</summary>
    private string AdviceOn(string word)
    {
        if (ForeignActions.Advise(word) is { } ours)
        {
            return ". " + ours;
        }

        var names = ActionTable.All.Select(known => known.Name).ToList();
        var plain = LookAlikes.Plain(word).Trim();
        var index = LookAlikes.IndexIn(word);
        var lookAlike = index < 0 ? string.Empty : $" Its character {index + 1} is {LookAlikes.Describe(word[index])}.";
        var nearest = names.Contains(plain) ? plain : reading.Suggest(plain, names);
        return (nearest is null ? "; there are: " + string.Join(", ", names) + "." : Values.DidYouMean(nearest)) + lookAlike;
    }

    private void DeclareId(StepDraft draft)
    {
        if (draft.Id is null || draft.Fields[StepKeys.Id] is not { Value: ScalarNode scalar } slot || slot.Muted)
        {
            return;
        }

        Identifiers.Check(slot, scalar, "A step's id");
        var name = CSharpNames.StepClassName(draft.Id, PropertyNames(draft.Action));
        if (!ids.Add(draft.Id))
        {
            slot.Report(Rule.DuplicateStep, $"There is already a step '{draft.Id}'.");
        }
        else if (classes.TryGetValue(name, out var other))
        {
            slot.Report(Rule.DuplicateStep, $"'{draft.Id}' and '{other}' would both be called {name} in C#.");
        }
        else
        {
            classes.Add(name, draft.Id);
            draft.NamesClass = true;
        }
    }

    private void DeclareOutput(StepDraft draft)
    {
        draft.Output = draft.Action?.Output switch
        {
            OutputKind.Text => Model.ValueType.String,
            OutputKind.As => OutputType(draft),
            _ => null,
        };
        if (draft.Fields[StepKeys.StoreAs] is not { } slot)
        {
            scope.IsOpen |= draft.IsInParams(StepKeys.StoreAs);
            return;
        }

        if (slot.Text() is not { } scalar)
        {
            scope.IsOpen = true;
            return;
        }

        if (!slot.Muted && draft.Action is { Output: OutputKind.None } action)
        {
            slot.Report(Rule.NothingToStore, slot.KeySpan, $"The action {action.Name} gives nothing that could be stored.");
        }

        Identifiers.Check(slot, scalar, "The name in store_as");
        draft.StoreAs = scalar.Value;
        var property = CSharpNames.PropertyName(scalar.Value);
        if (scope.IsParameter(scalar.Value))
        {
            slot.Report(Rule.StoredNameTaken, $"'{scalar.Value}' is already the name of a parameter.");
        }
        else if (NameScope.BuiltIns.Contains(scalar.Value))
        {
            slot.Report(Rule.StoredNameTaken, $"'{scalar.Value}' is a name that every run has already.");
        }
        else if (scope.IsStored(scalar.Value))
        {
            slot.Report(Rule.StoredNameTaken, $"An earlier step stores '{scalar.Value}' already.");
        }
        else if (outputs.TryGetValue(property, out var other))
        {
            slot.Report(Rule.StoredNameTaken, $"'{scalar.Value}' and '{other}' would both be called {property} in C#.");
        }
        else if (!slot.Muted)
        {
            outputs.Add(property, scalar.Value);
            draft.StoresTyped = true;
        }

        scope.Store(scalar.Value, draft.Number);
    }

    /// <summary>What <c>as</c> says, as far as it can be read; null: it cannot.</summary>
    private static Model.ValueType? OutputType(StepDraft draft)
    {
        var slot = draft.Fields[StepKeys.Params];
        if (slot is not { Value: MappingNode mapping })
        {
            return slot is null || slot.IsEmpty ? Model.ValueType.String : null;
        }

        if (slot.Muted || mapping.Find(ParamKeys.As.Name) is not { } value)
        {
            return slot.Muted ? null : Model.ValueType.String;
        }

        return value is ScalarNode scalar && ParamKeys.As.Words.Any(word => word.Text == scalar.Value) ? WordsOf<Model.ValueType>.Find(scalar.Value) : null;
    }

    private static IEnumerable<string> PropertyNames(ActionDefinition? action)
    {
        IEnumerable<string> common = ["Selector", "Description", "FailureMessage", "Verify"];
        return action is null ? common : common.Concat(action.Params.Select(param => CSharpNames.Pascal(param.Name))).Concat(action.NeedsPrompt ? ["Prompt"] : []);
    }

    /// <summary>Reads what a step holds; null: it cannot be typed.</summary>
    public ActionStepModel? Read(StepDraft draft, Injections injections)
    {
        var fields = draft.Fields;
        var binder = new TextBinder(reading, scope, injections, draft.Number);
        var description = fields[StepKeys.Description] is { } forPeople ? binder.Text(forPeople, shown: true) : null;
        var failure = fields[StepKeys.FailureMessage] is { } message ? binder.Text(message, TemplateKind.FailureMessage, shown: true) : null;
        var verifyRules = new VerifyRules(binder);
        var verify = fields[StepKeys.Verify] is { } verifySlot ? verifyRules.Read(verifySlot) : null;
        draft.Verifies = fields.Has(StepKeys.Verify) || draft.IsInParams(StepKeys.Verify);
        var policy = fields[StepKeys.OnFailure] is { Muted: false } onFailure ? onFailure.Word<FailurePolicyModel>() : null;
        var (attempts, delay, repeat) = Retry(fields, draft.Action, policy);
        var timeout = fields[StepKeys.TimeoutMs]?.Number();
        if (draft.Action is not { } action)
        {
            foreach (var key in new[] { StepKeys.Selector, StepKeys.Params, StepKeys.Prompt })
            {
                fields[key]?.Ignore();
            }

            sightings.IsBlind = true;
            return null;
        }

        var rules = new ActionRules(draft, action, binder, injections);
        var selector = rules.Selector();
        var parameters = rules.Params();
        var prompt = rules.Prompt();
        Urls.AddRange(rules.Urls);
        Look(action, parameters, rules.Selectors, verifyRules);
        return new ActionStepModel
        {
            Path = Number(draft.Number),
            Span = reading.Span(draft.Node),
            Number = draft.Number,
            Id = draft.Id,
            ClassName = ClassName(draft, action),
            Action = action.Name,
            Selector = selector,
            Params = parameters,
            Prompt = prompt,
            Verify = verify,
            Description = description,
            FailureMessage = failure,
            OnFailure = policy ?? FailurePolicyModel.LlmRecover,
            Attempts = attempts ?? (policy == FailurePolicyModel.Abort ? 1 : 2),
            RetryDelayMs = delay ?? 1000,
            RepeatAction = repeat ?? false,
            StoreAs = draft.StoresTyped && action.Output != OutputKind.None ? draft.StoreAs : null,
            Output = draft.Output ?? (action.Output == OutputKind.None ? null : Model.ValueType.String),
            TimeoutMs = timeout ?? action.DefaultTimeoutMs,
        };
    }

    /// <summary>Notes what the step sees: its action first, then its verify, whose expectations look all at once.</summary>
    private void Look(ActionDefinition action, EquatableArray<ParamModel> parameters, List<SelectorText> selectors, VerifyRules verify)
    {
        if (action.ExpectsGone(parameters))
        {
            selectors.ForEach(sightings.ExpectGone);
        }
        else
        {
            selectors.ForEach(sightings.See);
        }

        verify.Gone.ForEach(sightings.ExpectGone);
        verify.Seen.ForEach(sightings.See);
    }

    private static (int? Attempts, int? Delay, bool? RepeatAction) Retry(Fields fields, ActionDefinition? action, FailurePolicyModel? policy)
    {
        if (fields[StepKeys.Retry] is not { } slot)
        {
            return default;
        }

        if (policy == FailurePolicyModel.Abort)
        {
            slot.Report(Rule.NotApplicable, slot.KeySpan, "'retry' goes only with an on_failure that retries: retry or llm_recover.");
            slot.Ignore();
            return default;
        }

        var retry = slot.Keys();
        var repeat = retry?[RetryKeys.RepeatAction];
        if (repeat is not null && action is not null && IsSafeToRepeat(action, fields))
        {
            repeat.Report(Rule.NotApplicable, repeat.KeySpan, $"'repeat_action' goes only with an action that is not safe to repeat; {action.Name} is safe here, and is repeated anyway.");
        }

        return (retry?[RetryKeys.Attempts]?.Number(), retry?[RetryKeys.DelayMs]?.Number(), repeat?.Flag());
    }

    private static bool IsSafeToRepeat(ActionDefinition action, Fields fields) => action.Repeat switch
    {
        RepeatSafety.Unsafe => false,
        RepeatSafety.SafeWhereItOnlyFills => fields.Has(StepKeys.Selector) && fields[StepKeys.Params] is { Muted: false, Value: MappingNode values } && values.Find(ParamKeys.Key.Name) is null,
        _ => true,
    };

    private string ClassName(StepDraft draft, ActionDefinition action)
    {
        if (draft.NamesClass)
        {
            return CSharpNames.StepClassName(draft.Id!, PropertyNames(action));
        }

        // An author's id may already give this name; the id stands, and this one makes room.
        var name = CSharpNames.StepClassName(draft.Number, action.Name);
        while (classes.ContainsKey(name))
        {
            name += "_";
        }

        return name;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
