using Playbooks.Execution.Blocks;
using Playbooks.Execution.Steps;
using Playbooks.Steps;

namespace Playbooks.Execution.Run;

/// <summary>Turns the outcomes of steps into the flow of a playbook: a step that failed for good ends the phase that it is in.</summary>
internal sealed class StepFlow(RunContext run, RunProgress progress, StepExecutor executor)
{
    /// <summary>Gets what runs blocks.</summary>
    public BlockFlow Blocks { get; } = new(run, progress);

    /// <summary>Runs a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="store">Stores its output, or null if the output is not stored.</param>
    /// <returns>The exception of a step that failed for good, which leaves the generated code, or null.</returns>
    public async Task<Exception?> RunAsync(Step step, Action<object>? store)
    {
        step.MoveTo(DebuggedStep.From(run.Blocks.Locate(step.Info)));
        var outcome = await executor.RunAsync(step, store is null ? null : new OutputBinding(store)).ConfigureAwait(false);
        if (outcome.SoftFailure is { } unmet)
        {
            progress.SoftFailure ??= StepFailure.AtItsLine(StepFailure.Create(run, progress, outcome.Result, unmet), run.Current.Source);
        }

        return outcome.Failure is { } failure ? StepFailure.Create(run, progress, outcome.Result, failure) : null;
    }

    /// <summary>Runs the steps of a phase, and what belongs to their end: recoveries, guardrails, and dialogs.</summary>
    /// <returns>The exception that ended the steps, or null.</returns>
    public async Task<Exception?> RunPhaseAsync(Func<Task> steps)
    {
        try
        {
            await steps().ConfigureAwait(false);
            if (await executor.EndAsync().ConfigureAwait(false) is { Failure: { } unproven } outcome)
            {
                return StepFailure.Create(run, progress, outcome.Result, unproven);
            }

            await run.Guard.SettledAsync().ConfigureAwait(false);
            run.Guard.ThrowIfBlocked();
            await run.Browser.Effects.SettledAsync().ConfigureAwait(false);
            run.ThrowIfDialogAppeared();
            return null;
        }
        catch (Exception failure)
        {
            Blocks.LeaveTo(0, failure);
            await executor.InterruptAsync().ConfigureAwait(false);
            return failure;
        }
    }
}
