using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Flow;

namespace Playbooks.Language.Rules.Steps;

/// <summary>A step that holds other steps.</summary>
internal abstract class BlockStepKind : StepKind
{
    public override void Declare(StepDraft step, StepRules steps)
    {
        step.ActionSpan = step.Fields[Key]?.KeySpan ?? step.Fields.Owner;
        steps.DeclareId(step, []);
        step.Children = [.. DeclareChildren(step, steps)];
    }

    public override FlowNode<StepDraft> Flow(StepDraft step) => FlowNode<StepDraft>.Sequence.Create(new FlowNode<StepDraft>.Step(step), FlowInside(step));

    public override StepModel? Read(StepDraft step, StepTexts texts, StepRules steps)
    {
        var description = step.Fields[BlockKeys.Description] is { } text ? texts.Binder.Text(text, shown: true) : null;
        var head = steps.Reading.Lines.Span(step.Node.Start, step.Fields[Key]?.Value.End ?? step.Node.End);
        var block = new BlockTexts(step.Address, step.Number, steps.Reading.Span(step.Node), head, step.Id, steps.ClassName(step, [], Key.Name), description);
        return Read(step, block, texts, steps);
    }

    /// <summary>Declares the steps inside.</summary>
    protected virtual IEnumerable<StepDraft> DeclareChildren(StepDraft step, StepRules steps) => DeclareList(step, steps, BlockKeys.Steps, block: null);

    /// <summary>How a run moves through the steps inside.</summary>
    protected abstract FlowNode<StepDraft> FlowInside(StepDraft step);

    /// <summary>Reads what the step holds; its steps are read in any case, so that each mistake in them is reported.</summary>
    protected abstract StepModel? Read(StepDraft step, BlockTexts block, StepTexts texts, StepRules steps);

    /// <summary>Declares the steps of one list.</summary>
    protected static IEnumerable<StepDraft> DeclareList(StepDraft step, StepRules steps, KeyDefinition key, string? block) =>
        step.Fields[key] is { } slot ? steps.Declare(slot, $"'{key}'", place => step.Address.Child(place, block), step) : [];

    /// <summary>What every block has.</summary>
    protected sealed record BlockTexts(StepAddress Address, int Number, SourceSpan Span, SourceSpan Head, string? Id, string ClassName, BoundText? Description);
}
