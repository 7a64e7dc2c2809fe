using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Flow;

namespace Playbooks.Language.Rules.Steps;

/// <summary>Steps that run again as long as a condition holds, at most so often (PB0212 without a limit).</summary>
internal sealed class RepeatStepKind : BlockStepKind
{
    public override KeyDefinition Key => RepeatKeys.Repeat;

    public override MappingDefinition Mapping => RepeatKeys.Mapping;

    public override string? WhySkipped(StepDraft step, StepDraft inside, bool isInside) =>
        isInside ? null : $"inside the repeat of step {step.Number}, whose steps might not run at all";

    protected override FlowNode<StepDraft> FlowInside(StepDraft step) => new FlowNode<StepDraft>.Loop(StepRules.FlowOf(step.Children));

    protected override StepModel? Read(StepDraft step, BlockTexts block, StepTexts texts, StepRules steps)
    {
        var slot = step.Fields[RepeatKeys.Repeat];
        var fields = slot?.Keys();
        var condition = fields?[RepeatKeys.While] is { } asked ? new ConditionRules(texts.Binder, step.Sightings).Read(asked) : null;
        var most = texts.Binder.Number(fields?[RepeatKeys.AtMost]);
        if (fields is { IsIncomplete: false } && !fields.Has(RepeatKeys.AtMost))
        {
            slot!.Report(Rule.InvalidControlFlow, slot.KeySpan, $"'repeat' is missing '{RepeatKeys.AtMost}', the maximum number of iterations. Without it, a page that does not change would keep the run going forever.");
        }

        var inside = steps.ReadChildren(step, texts);
        return condition is null ? null : new RepeatStepModel
        {
            Address = block.Address,
            Number = block.Number,
            Span = block.Span,
            HeadSpan = block.Head,
            Id = block.Id,
            ClassName = block.ClassName,
            Description = block.Description,
            While = condition,
            AtMost = most ?? new(RepeatKeys.AtMost, 1),
            Steps = inside,
        };
    }
}
