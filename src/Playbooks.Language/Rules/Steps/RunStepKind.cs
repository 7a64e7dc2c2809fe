using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Flow;

namespace Playbooks.Language.Rules.Steps;

/// <summary>A step that calls another playbook: PB0208 to PB0211.</summary>
internal sealed class RunStepKind : StepKind
{
    public override KeyDefinition Key => RunKeys.Run;

    public override MappingDefinition Mapping => RunKeys.Mapping;

    public override FlowNode<StepDraft> Flow(StepDraft step) => new FlowNode<StepDraft>.Step(step);

    public override void Declare(StepDraft step, StepRules steps)
    {
        // What the called playbook does to the page and what it checks is not looked at.
        step.IsUnknown = true;
        steps.DeclareId(step, []);
        if (step.Fields[RunKeys.Run] is { } slot && slot.Text() is { } scalar)
        {
            step.ActionSpan = steps.Reading.Span(scalar);
            step.Call = new(scalar.Value, CalleeRules.Find(slot, scalar.Value));
        }

        DeclareOutputs(step, steps);
    }

    public override StepModel? Read(StepDraft step, StepTexts texts, StepRules steps)
    {
        var arguments = ReadArguments(step, texts);
        var description = step.Fields[BlockKeys.Description] is { } text ? texts.Binder.Text(text, shown: true) : null;
        var called = step.Call?.Callee?.Playbook;
        return step.Call is null ? null : new RunStepModel
        {
            Address = step.Address,
            Number = step.Number,
            Span = steps.Reading.Span(step.Node),
            Id = step.Id,
            ClassName = steps.ClassName(step, [], Key.Name),
            Description = description,
            Playbook = step.Call.Id,
            Called = called,
            With = arguments.ToEquatableArray(),
            Store = step.Stores
                .Where(static stored => stored.IsTyped)
                .Select(stored => (stored.Name, Output: called?.Signature.Outputs.FirstOrDefault(output => output.Name == stored.From?.Output)))
                .Where(static pair => pair.Output is not null)
                .Select(static pair => new StoredOutputModel(pair.Output!, pair.Name))
                .ToEquatableArray(),
        };
    }

    private static void DeclareOutputs(StepDraft step, StepRules steps)
    {
        if (step.Fields[RunKeys.Store] is not { } slot)
        {
            return;
        }

        var signature = step.Call?.Callee?.Playbook.Signature;
        var outputs = signature?.Outputs;
        if (KeysOf(slot, signature is { MayMissNames: true } ? null : outputs?.Select(static output => output.Name), Rule.UnknownCallOutput, $"'{step.Call?.Id}' has no output") is not { } fields)
        {
            return;
        }

        foreach (var entry in fields.InOrder)
        {
            var output = outputs?.FirstOrDefault(one => one.Name == entry.Name);
            steps.Names.DeclareStored(step, entry, name => new(name, output?.Type) { ItemType = output?.ItemType ?? Model.ValueType.String, Shape = output?.Shape, IsCertain = output is not { IsCertain: false }, From = new(step.Call?.Id ?? string.Empty, entry.Name) });
        }

        // The name under which an unknown output is stored still counts as stored.
        var written = (slot with { Muted = true }).OwnKeys()?.InOrder ?? [];
        foreach (var unknown in written.Where(entry => !fields.InOrder.Exists(known => known.Name == entry.Name)))
        {
            steps.Names.DeclareStored(step, unknown, static name => new(name, null));
        }
    }

    private static List<ArgumentModel> ReadArguments(StepDraft step, StepTexts texts)
    {
        var arguments = new List<ArgumentModel>();
        var signature = step.Call?.Callee?.Playbook.Signature;
        var slot = step.Fields[RunKeys.With];
        var fields = slot is null ? null : KeysOf(slot, signature is { MayMissNames: true } ? null : signature?.Parameters.Select(static parameter => parameter.Name), Rule.InvalidArgument, ParameterMistakes.UnknownParameter);
        var rules = new ArgumentRules(texts, signature?.Id ?? string.Empty);
        if (signature is null)
        {
            foreach (var entry in fields?.InOrder ?? [])
            {
                rules.ReadUnknown(entry);
            }

            return arguments;
        }

        foreach (var parameter in signature.Parameters)
        {
            if (fields?[parameter.Name] is { } value)
            {
                if (rules.Read(value, parameter) is { } argument)
                {
                    arguments.Add(argument);
                }
            }
            else if (parameter.Required && fields is not { IsIncomplete: true } && !step.Node.Incomplete && (slot is null || fields is not null) && slot is not { Muted: true })
            {
                texts.Reading.Report(Rule.InvalidArgument, slot?.KeySpan ?? step.ActionSpan, ParameterMistakes.Missing($"The call to '{signature.Id}'", parameter.Name));
            }
        }

        foreach (var entry in signature.MayMissNames ? fields?.InOrder ?? [] : [])
        {
            if (!signature.Parameters.Any(parameter => parameter.Name == entry.Name))
            {
                rules.ReadUnknown(entry);
            }
        }

        return arguments;
    }

    /// <summary>The keys of a mapping: the known ones, or all that are written where nothing is known.</summary>
    private static Fields? KeysOf(Slot slot, IEnumerable<string>? known, Rule unknownRule, string unknown) =>
        known is null ? slot.OwnKeys() : slot.Keys(MappingDefinition.FromNames(slot.Name, known), unknownRule, unknown);
}

/// <summary>A call before its texts are read.</summary>
/// <param name="Id">The id of the called playbook, as written.</param>
/// <param name="Callee">The playbook; null: it does not exist, or nothing is known of the project.</param>
internal sealed record CallDraft(string Id, Callee? Callee);
