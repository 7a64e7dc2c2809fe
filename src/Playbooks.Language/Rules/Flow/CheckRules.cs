using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>Warns of what nothing checks: the last change of the page (PB0402), and what a recovery did (PB0403).</summary>
internal static class FlowRules
{
    public static void Check(Reading reading, IReadOnlyList<StepDraft> steps)
    {
        // What was not read may check.
        if (!reading.IsComplete)
        {
            return;
        }

        CheckLastChange(reading, steps);
        CheckRecovery(steps);
    }

    private static void CheckLastChange(Reading reading, IReadOnlyList<StepDraft> steps)
    {
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            // A step whose action is not known may change the page, or check it.
            if (steps[i].Action is not { } action || action.Checks || steps[i].Verifies)
            {
                return;
            }

            if (action.ChangesPage)
            {
                reading.Report(Rule.UncheckedChange, steps[i].ActionSpan, $"Nothing checks what this {action.Name} does to the page; add a verify here, or a wait_for or extract after it.");
                return;
            }
        }
    }

    private static void CheckRecovery(IReadOnlyList<StepDraft> steps)
    {
        for (var i = steps.Count - 1; i >= 0 && !steps[i].Verifies; i--)
        {
            if (steps[i].Fields[StepKeys.OnFailure] is { Value: ScalarNode { Value: var word } } policy && WordsOf<FailurePolicyModel>.Find(word) == FailurePolicyModel.LlmRecover)
            {
                policy.Report(Rule.UncheckedRecovery, policy.KeySpan, "A recovery of this step would pass unchecked: neither it nor a later step has a verify.");
            }
        }
    }
}
