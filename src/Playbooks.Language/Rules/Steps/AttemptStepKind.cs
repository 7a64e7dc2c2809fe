using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Flow;

namespace Playbooks.Language.Rules.Steps;

/// <summary>Steps that are attempted together until all of them pass.</summary>
internal sealed class AttemptStepKind : BlockStepKind
{
    public override KeyDefinition Key => AttemptKeys.Attempt;

    public override MappingDefinition Mapping => AttemptKeys.Mapping;

    protected override FlowNode<StepDraft> FlowInside(StepDraft step) => new FlowNode<StepDraft>.Attempt(StepRules.FlowOf(step.Children));

    protected override StepModel Read(StepDraft step, BlockTexts block, StepTexts texts, StepRules steps)
    {
        var fields = step.Fields[AttemptKeys.Attempt]?.Keys();
        return new AttemptStepModel
        {
            Address = block.Address,
            Number = block.Number,
            Span = block.Span,
            HeadSpan = block.Head,
            Id = block.Id,
            ClassName = block.ClassName,
            Description = block.Description,
            Attempts = texts.Binder.Number(fields?[AttemptKeys.Times]) ?? new(AttemptKeys.Times, 1),
            RetryDelayMs = texts.Binder.Number(fields?[AttemptKeys.DelayMs]) ?? NumberModel.Default(AttemptKeys.DelayMs),
            Steps = steps.ReadChildren(step, texts),
        };
    }
}
