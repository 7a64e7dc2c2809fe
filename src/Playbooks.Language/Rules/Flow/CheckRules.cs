using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Steps;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Flow;

/// <summary>Warns of what nothing checks: the last change of the page (PB0402), and what a recovery did (PB0403).</summary>
internal static class CheckRules
{
    // A check, or a change that is judged in place of the earlier ones.
    private const string Watched = "watched";
    private const string Verified = "verified";

    /// <summary>Follows the steps from the end of the playbook, and reports those after which a path to the end checks nothing.</summary>
    public static void Check(Reading reading, FlowNode<StepDraft> flow, IEnumerable<StepDraft> steps)
    {
        // What was not read may check.
        if (!reading.IsComplete)
        {
            return;
        }

        var watched = FlowFacts<StepDraft>.Backward(flow, static step => Checks(step) || step.Action is { NeedsCheck: true } ? [Watched] : []);
        var verified = FlowFacts<StepDraft>.Backward(flow, static step => step.Verifies ? [Verified] : []);
        foreach (var step in steps)
        {
            if (step.Action is { NeedsCheck: true } action && !Checks(step) && !watched.IsCertain(step, Watched))
            {
                reading.Report(Rule.UncheckedChange, step.ActionSpan, $"Nothing checks what this {action.Name} does to the page; add a verify here, or a wait_for or extract after it.");
            }

            if (RecoversByModel(step) is { } policy && !step.Verifies && !verified.IsCertain(step, Verified))
            {
                policy.Report(Rule.UncheckedRecovery, policy.KeySpan, "Nothing would verify a recovery of this step: neither it nor a later step has a verify.");
            }
        }
    }

    /// <summary>Whether the step checks the page; one whose action is not known may.</summary>
    private static bool Checks(StepDraft step) => step.IsUnknown || step.Node.Incomplete || step.Verifies || (step.Action is { Facts.ChecksPage: true } && !step.ProvesNothing);

    /// <summary>Where the step says that a model recovers it; null: it does not say so.</summary>
    private static Slot? RecoversByModel(StepDraft step) =>
        step.Fields[StepKeys.OnFailure] is { Value: ScalarNode scalar } slot && WordsOf<FailurePolicyModel>.Find(scalar.Value) == FailurePolicyModel.LlmRecover ? slot : null;
}
