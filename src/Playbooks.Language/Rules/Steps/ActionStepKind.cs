using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Flow;
using Playbooks.Language.Syntax.Names;
using Playbooks.Language.Syntax.Text;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Steps;

/// <summary>A step that acts on the page: PB0201.</summary>
internal sealed class ActionStepKind : StepKind
{
    public override KeyDefinition Key => StepKeys.Action;

    public override MappingDefinition Mapping => StepKeys.Mapping;

    public override FlowNode<StepDraft> Flow(StepDraft step) =>
        step.IsOptional ? new FlowNode<StepDraft>.Optional(new FlowNode<StepDraft>.Step(step)) : new FlowNode<StepDraft>.Step(step);

    public override string? PlaceOf(Reading reading, MappingNode step, MappingEntry entry) => Placement.OfStepKey(reading, step, entry);

    public override bool StandsFor(string unknown) => ActionTable.Find(unknown) is not null || ForeignActions.Advise(unknown) is not null;

    public override void Declare(StepDraft step, StepRules steps)
    {
        if (step.Fields[StepKeys.Action] is { } slot && slot.Text() is { } scalar)
        {
            step.ActionSpan = steps.Reading.Span(scalar);
            step.Action = slot.Muted ? null : ActionTable.Find(scalar.Value);
            if (step.Action is null)
            {
                slot.Report(Rule.UnknownAction, $"Unknown action '{Values.Shorten(scalar.Value)}'{AdviceOn(scalar.Value, steps.Reading)}");
            }
        }

        step.IsUnknown = step.Action is null;
        step.Output = step.Action?.Output switch
        {
            OutputKind.Text => Model.ValueType.String,
            OutputKind.As => OutputType(step),
            _ => null,
        };
        if (step.Output is { } output && step.Action is { } action && HasFlag(step, action, ParamKeys.AllElements))
        {
            (step.Output, step.OutputItem) = (Model.ValueType.List, output);
        }

        if (step.Action is { } shaped && shaped.Params.Contains(ParamKeys.Shape) && step.Fields[StepKeys.Params] is { Muted: false, Value: MappingNode written } && written.Find(ParamKeys.Shape.Name) is { } shape)
        {
            step.Shape = ShapeRules.Declare(shape, steps.RecordName(step, shaped.Name));
            step.Output = step.Shape is null ? null : Model.ValueType.Record;
        }

        step.ProvesNothing = step.Action is { } reading && WordOf(step, reading, ParamKeys.ExtractMode) is { ProvesNothing: true };
        steps.DeclareId(step, PropertyNames(step.Action));
        steps.Names.DeclareStored(step);
        StepRules.DeclareOptional(step);
    }

    public override StepModel? Read(StepDraft step, StepTexts texts, StepRules steps)
    {
        var fields = step.Fields;
        var policy = StepPolicy.Read(step, texts.Binder);
        var verify = fields[StepKeys.Verify] is { } verifySlot ? new VerifyRules(texts.Binder, step.Sightings).Read(verifySlot) : null;
        var timeout = texts.Binder.Number(fields[StepKeys.TimeoutMs]);
        if (step.Action is not { } action)
        {
            foreach (var key in new[] { StepKeys.Selector, StepKeys.Params, StepKeys.Prompt, StepKeys.Request, StepKeys.Dialog, StepKeys.Opens })
            {
                fields[key]?.Ignore();
            }

            return null;
        }

        var rules = new ActionRules(step, action, texts.Binder, texts.Injections, steps);
        var effects = new EffectRules(step, action, texts.Binder);
        var selector = rules.Selector();
        var parameters = rules.Params();
        var prompt = rules.Prompt();
        var request = rules.Request();
        steps.Urls.AddRange(rules.Urls);
        if (!step.ProvesNothing)
        {
            (action.ExpectsGone(parameters) ? step.Sightings.GoneForAction : step.Sightings.SeenByAction).AddRange(rules.Selectors);
        }

        return policy.ApplyTo(new ActionStepModel
        {
            Address = step.Address,
            Number = step.Number,
            Span = steps.Reading.Span(step.Node),
            Id = step.Id,
            ClassName = steps.ClassName(step, PropertyNames(action), action.Name),
            Action = action.Name,
            Selector = selector,
            Params = parameters,
            Prompt = prompt,
            Request = request,
            Dialog = effects.Dialog(),
            Opens = effects.Opens(),
            Verify = verify,
            Optional = step.IsOptional,
            StoreAs = action.Output == OutputKind.None ? null : step.Stores.FirstOrDefault(static stored => stored.IsTyped)?.Name,
            OutputItem = step.OutputItem,
            Output = step.Output ?? (action.Output == OutputKind.None ? null : Model.ValueType.String),
            TimeoutMs = timeout ?? new(StepKeys.TimeoutMs, action.DefaultTimeoutMs),
        });
    }

    /// <summary>The rest of the sentence about an unknown action: ours for another tool's, else the nearest.</summary>
    private static string AdviceOn(string word, Reading reading)
    {
        if (ForeignActions.Advise(word) is { } ours)
        {
            return ". " + ours;
        }

        var names = ActionTable.All.Select(known => known.Name).ToList();
        var plain = LookAlikes.Plain(word).Trim();
        var index = LookAlikes.IndexIn(word);
        var lookAlike = index < 0 ? string.Empty : $" Character {index + 1} is {LookAlikes.Describe(word[index])}.";
        var nearest = names.Contains(plain) ? plain : reading.Suggest(plain, names);
        return (nearest is null ? ". Use one of: " + string.Join(", ", names) + "." : Values.DidYouMean(nearest)) + lookAlike;
    }

    /// <summary>The type that <c>as</c> names, as far as it can be read; null: it cannot.</summary>
    private static Model.ValueType? OutputType(StepDraft draft)
    {
        var slot = draft.Fields[StepKeys.Params];
        if (slot is not { Value: MappingNode mapping })
        {
            return slot is null || slot.IsEmpty ? Model.ValueType.String : null;
        }

        if (draft.Action is { } action && WordOf(draft, action, ParamKeys.ExtractMode) is { Output: { } given })
        {
            return given;
        }

        if (slot.Muted || mapping.Find(ParamKeys.As.Name) is not { } value)
        {
            return slot.Muted ? null : Model.ValueType.String;
        }

        return value is ScalarNode scalar && ParamKeys.As.Words.Any(word => word.Text == scalar.Value) ? WordsOf<Model.ValueType>.Find(scalar.Value) : null;
    }

    /// <summary>The word of a param; null: the action does not take it, or it is none of its words.</summary>
    private static Word? WordOf(StepDraft draft, ActionDefinition action, KeyDefinition key) =>
        action.Params.Contains(key) && TextOf(draft, key) is { } text ? key.Words.FirstOrDefault(word => word.Text == text) : null;

    private static bool HasFlag(StepDraft draft, ActionDefinition action, KeyDefinition key) => action.Params.Contains(key) && TextOf(draft, key) == "true";

    private static string? TextOf(StepDraft draft, KeyDefinition key) =>
        draft.Fields[StepKeys.Params] is { Muted: false, Value: MappingNode mapping } ? (mapping.Find(key.Name) as ScalarNode)?.Value : null;

    /// <summary>The properties that the class of a step has.</summary>
    private static IEnumerable<string> PropertyNames(ActionDefinition? action)
    {
        IEnumerable<string> common = ["Selector", "Description", "FailureMessage", "Verify", "Dialog", "Opens"];
        return action is null ? common : common.Concat(action.Params.Select(param => CSharpNames.Pascal(param.Name))).Concat(action.NeedsPrompt ? ["Prompt"] : []).Concat(action.NeedsRequest ? ["Request"] : []);
    }
}
