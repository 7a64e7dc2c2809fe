using Playbooks.Shared;
using Playbooks.Steps;

namespace Playbooks.Tests.Runner.Effects;

/// <summary>A step of the runtime with another info and a verify.</summary>
internal sealed class Configured(Step action, StepInfo info) : Step(info)
{
    public StepVerification? Expects
    {
        get => Verify;
        init => Verify = value;
    }

    public override SelectorChain? Selector => action.Selector;

    internal override ActionFacts Facts => action.Facts;

    internal override bool IsSafeToRepeat => action.IsSafeToRepeat;

    internal override string ActionNoun => action.ActionNoun;

    internal override Task<object?> ActAsync(StepContext context) => action.ActAsync(context);
}
