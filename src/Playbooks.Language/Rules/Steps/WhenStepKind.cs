using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Flow;

namespace Playbooks.Language.Rules.Steps;

/// <summary>Steps that run where a condition holds.</summary>
internal sealed class WhenStepKind : BlockStepKind
{
    public override KeyDefinition Key => WhenKeys.When;

    public override MappingDefinition Mapping => WhenKeys.Mapping;

    public override string WhySkipped(StepDraft step, StepDraft inside, bool isInside) =>
        isInside ? $"only in the other branch of step {step.Number}"
        : $"only where the condition of step {step.Number} {(inside.IsIn(WhenKeys.Else.Name) ? "does not hold" : "holds")}";

    protected override IEnumerable<StepDraft> DeclareChildren(StepDraft step, StepRules steps) =>
        DeclareList(step, steps, WhenKeys.Then, WhenKeys.Then.Name).Concat(DeclareList(step, steps, WhenKeys.Else, WhenKeys.Else.Name));

    protected override FlowNode<StepDraft> FlowInside(StepDraft step) => new FlowNode<StepDraft>.Branch(
        StepRules.FlowOf(step.ChildrenOf(WhenKeys.Then.Name)), StepRules.FlowOf(step.ChildrenOf(WhenKeys.Else.Name)));

    protected override StepModel? Read(StepDraft step, BlockTexts block, StepTexts texts, StepRules steps)
    {
        var condition = step.Fields[WhenKeys.When] is { } slot ? new ConditionRules(texts.Binder, step.Sightings).Read(slot) : null;
        var then = steps.ReadChildren(step, texts, WhenKeys.Then.Name);
        var otherwise = steps.ReadChildren(step, texts, WhenKeys.Else.Name);
        return condition is null ? null : new WhenStepModel
        {
            Address = block.Address,
            Number = block.Number,
            Span = block.Span,
            HeadSpan = block.Head,
            Id = block.Id,
            ClassName = block.ClassName,
            Description = block.Description,
            Condition = condition,
            Then = then,
            Else = otherwise,
        };
    }
}
