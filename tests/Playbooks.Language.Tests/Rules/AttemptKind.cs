using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules;
using Playbooks.Language.Rules.Flow;
using Playbooks.Language.Rules.Steps;

namespace Playbooks.Language.Tests.Rules;

/// <summary>A kind of step that holds others, so that nesting is tested before the language has one: <c>attempt: { times: 3 }</c> with <c>steps</c>.</summary>
internal sealed class AttemptKind : StepKind
{
    public static readonly KeyDefinition Times = new("times", KeyKind.Int, "The attempts.", "3") { Minimum = 1, Maximum = 10 };
    public static readonly KeyDefinition Steps = new("steps", KeyKind.Steps, "The steps.", "[]") { Required = true };
    public static readonly KeyDefinition Attempt = new("attempt", KeyKind.Mapping, "The attempts.", "{ times: 3 }") { Mapping = new("attempt", "'attempt'", Times), Required = true };

    /// <summary>The language with this kind.</summary>
    public static StepKinds Language { get; } = new(new ActionStepKind(), new AttemptKind());

    public override KeyDefinition Key => Attempt;

    public override MappingDefinition Mapping { get; } = new("attempt", "The attempt", Attempt, Steps, StepKeys.Id, StepKeys.Description);

    public override void Declare(StepDraft step, StepRules steps)
    {
        steps.DeclareId(step, []);
        step.Children = step.Fields[Steps] is { } slot ? steps.Declare(slot, "an attempt", place => step.Address.Child(place)) : [];
    }

    public override StepModel Read(StepDraft step, StepTexts texts, StepRules steps) => new AttemptModel
    {
        Address = step.Address,
        Number = step.Number,
        Span = steps.Reading.Span(step.Node),
        Id = step.Id,
        ClassName = steps.ClassName(step, [], "attempt"),
        Description = StepPolicy.Read(step, texts.Binder).Description,
        Times = step.Fields[Attempt]?.Keys()?[Times]?.Number() ?? 2,
        Steps = steps.ReadChildren(step, texts),
    };

    public override FlowNode<StepDraft> Flow(StepDraft step) => FlowNode<StepDraft>.Sequence.Create(
        new FlowNode<StepDraft>.Step(step), new FlowNode<StepDraft>.Attempt(StepRules.FlowOf(step.Children)));
}

/// <summary>A step that holds others.</summary>
internal sealed record AttemptModel : StepModel
{
    public int Times { get; init; }

    public EquatableArray<StepModel> Steps { get; init; }

    public override IEnumerable<StepModel> Children => Steps;
}
