using Playbooks.Steps;

namespace Playbooks.Execution.Recovery;

/// <summary>
/// Remembers the recovered steps that nothing has checked: a step without a <c>verify</c> counts as recovered only when a check of a later
/// step has held.
/// </summary>
internal sealed class UnprovenRecoveries
{
    private readonly List<RecoveredStep> unproven = [];

    /// <summary>Returns the first recovered step that nothing has checked, or null. Each is reported once.</summary>
    public RecoveredStep? Take()
    {
        var first = unproven.FirstOrDefault();
        unproven.Clear();
        return first;
    }

    /// <summary>Reports a recovered step.</summary>
    public void Add(Step step, RecoveredStep recovered)
    {
        if (step.Verify is null)
        {
            unproven.Add(recovered);
        }
        else
        {
            unproven.Clear();
        }
    }

    /// <summary>Reports a step that passed by itself.</summary>
    public void Passed(Step step)
    {
        if (step.Verify is not null || step.ChecksPage)
        {
            unproven.Clear();
        }
    }
}

/// <summary>A step that a recovery agent completed.</summary>
/// <param name="Recovered">The result of the recovered step.</param>
/// <param name="Failed">The result of the step before its recovery, or null if the agent completed the step before it was attempted.</param>
/// <param name="Failure">The reason why it had failed, or null.</param>
internal sealed record RecoveredStep(StepResult Recovered, StepResult? Failed, Exception? Failure);
