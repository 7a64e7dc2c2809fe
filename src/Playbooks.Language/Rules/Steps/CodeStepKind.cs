using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Flow;
using Playbooks.Language.Syntax.Names;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Steps;

/// <summary>A step that a C# method of the playbook carries out.</summary>
internal sealed class CodeStepKind : StepKind
{
    private const int DefaultTimeoutMs = 10_000;

    public override KeyDefinition Key => CodeKeys.Code;

    public override MappingDefinition Mapping => CodeKeys.Mapping;

    public override FlowNode<StepDraft> Flow(StepDraft step) =>
        step.IsOptional ? new FlowNode<StepDraft>.Optional(new FlowNode<StepDraft>.Step(step)) : new FlowNode<StepDraft>.Step(step);

    public override void Declare(StepDraft step, StepRules steps)
    {
        // What the method does to the page and what it checks is not known.
        step.IsUnknown = true;
        if (step.Fields[CodeKeys.Code] is { } slot && slot.Text() is { } scalar)
        {
            step.ActionSpan = steps.Reading.Span(scalar);
            step.Code = slot.Muted ? null : scalar.Value;
            Identifiers.Check(slot, scalar, "The name of a method");
        }

        step.Output = step.Fields[CodeKeys.As] is { Muted: false } type ? type.Word<Model.ValueType>() : null;
        steps.DeclareId(step, PropertyNames);
        if (step.Fields[StepKeys.StoreAs] is { Muted: false } store && !step.Fields.Has(CodeKeys.As))
        {
            store.Report(Rule.NothingToStore, store.KeySpan, $"The method returns nothing to store. Declare its return type, such as {CodeKeys.As}: string.");
        }

        steps.Names.DeclareStored(step);
        StepRules.DeclareOptional(step);
    }

    public override StepModel? Read(StepDraft step, StepTexts texts, StepRules steps)
    {
        var fields = step.Fields;
        var policy = StepPolicy.Read(step, texts.Binder);
        var verify = fields[StepKeys.Verify] is { } verifySlot ? new VerifyRules(texts.Binder, step.Sightings).Read(verifySlot) : null;
        var timeout = texts.Binder.Number(fields[StepKeys.TimeoutMs]);
        var arguments = ReadArguments(step, texts);
        if (step.Code is null || !steps.Methods.Declare(step, arguments.Select(argument => (argument.PropertyName, argument.Value)), texts, out var method))
        {
            return null;
        }

        return policy.ApplyTo(new CodeStepModel
        {
            Address = step.Address,
            Number = step.Number,
            Span = steps.Reading.Span(step.Node),
            Id = step.Id,
            ClassName = steps.ClassName(step, PropertyNames, Key.Name),
            Code = step.Code,
            MethodName = method.Name,
            ArgumentsName = method.ArgumentsName,
            With = arguments.ToEquatableArray(),
            Output = step.Output,
            Verify = verify,
            Optional = step.IsOptional,
            StoreAs = step.Output is null ? null : step.Stores.FirstOrDefault(static stored => stored.IsTyped)?.Name,
            TimeoutMs = timeout ?? new(StepKeys.TimeoutMs, DefaultTimeoutMs),
        });
    }

    /// <summary>The properties that the class of a step has.</summary>
    private static IEnumerable<string> PropertyNames => ["Selector", "Description", "FailureMessage", "Verify", "Method", "Arguments"];

    private static List<CodeArgumentModel> ReadArguments(StepDraft step, StepTexts texts)
    {
        var arguments = new List<CodeArgumentModel>();
        if (step.Fields[CodeKeys.With]?.OwnKeys() is not { } fields)
        {
            return arguments;
        }

        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in fields.InOrder)
        {
            var property = CSharpNames.PropertyName(entry.Name);
            if (!Identifiers.IsValid(entry.Name))
            {
                entry.Report(Rule.InvalidName, entry.KeySpan, $"The name of an argument must start with a-z and contain only a-z, 0-9 and _; '{Values.Shorten(entry.Name)}' does not.");
            }

            if (properties.TryGetValue(property, out var other))
            {
                entry.Report(Rule.InvalidArgument, entry.KeySpan, $"'{entry.Name}' and '{other}' would both be called {property} in C#.");
                entry.Ignore();
            }
            else if (ReadArgument(entry, texts) is { } value)
            {
                properties.Add(property, entry.Name);
                arguments.Add(new(property, value));
            }
        }

        return arguments;
    }

    private static ArgumentModel? ReadArgument(Slot slot, StepTexts texts)
    {
        if (slot.Value is SequenceNode)
        {
            var items = slot.Items()!.Select(item => texts.Binder.Text(item)).ToList();
            return items.Contains(null) ? null : new(slot.Name) { Items = items.OfType<BoundText>().ToEquatableArray() };
        }

        if (texts.Binder.Text(slot) is not { } text)
        {
            return null;
        }

        return text.Parts.Count == 1 && text.Parts[0] is ValuePart { Name: var name } ? new(slot.Name) { Value = name } : new(slot.Name) { Text = text };
    }
}
