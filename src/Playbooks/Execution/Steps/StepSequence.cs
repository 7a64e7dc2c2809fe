using Playbooks.Execution.Recovery;
using Playbooks.Execution.Run;
using Playbooks.Generated;
using Playbooks.Guarding.Secrets;
using Playbooks.Steps;
using Playbooks.Texts;

namespace Playbooks.Execution.Steps;

/// <summary>Runs steps in order, whatever the types of their outputs. The first step that fails for good ends the sequence, or passes the rest to the recovery agent.</summary>
internal sealed class StepSequence(RunContext run)
{
    private readonly RetryLoop series = new(run);
    private readonly StepResultFactory ending = new(run);
    private readonly List<StepResult> results = [];
    private readonly List<NamedValue> stored = [];
    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);
    private Takeover? takeover;

    /// <summary>Gets the built-in values.</summary>
    public RunValues Values => run.Values;

    /// <summary>Gets the results of all steps that ran, in order. A failed step is the last one.</summary>
    public IReadOnlyList<StepResult> Results => results;

    /// <summary>Gets the stored values by name, unmasked.</summary>
    public IReadOnlyDictionary<string, object> StoredValues => values;

    /// <summary>Gets the stored values, masked.</summary>
    public IReadOnlyList<NamedValue> Stored => run.Mask.ApplyTo(stored);

    /// <summary>Gets the result of the recovery, or null if no step requested it.</summary>
    public RecoveryRecord? Recovery { get; private set; }

    /// <summary>Runs a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="binding">Stores its output; null: the output is not stored.</param>
    /// <returns>The exception of a step that failed for good, or null.</returns>
    public async Task<Exception?> RunAsync(Step step, OutputBinding? binding)
    {
        if (takeover is not null)
        {
            return await CheckTakenOverAsync(step, binding).ConfigureAwait(false);
        }

        run.Events.Publish(new StepStarted(
            step.Info, run.Playbook.Steps.Count, run.Mask.ApplyTo(step.Description), run.Mask.Apply(step.InputSummary))
        {
            Arguments = StepArguments.Of(step, run.Mask),
        });
        var clock = new StepClock(run.Time);
        IReadOnlyList<Attempt> attempts = [];
        if (run.Stop.IsRequested)
        {
            return await FailAsync(step, clock, attempts, run.Stop.Reason).ConfigureAwait(false);
        }

        if (await HookAsync("before", hooks => hooks.RunBeforeAsync(step, Context())).ConfigureAwait(false) is { } hookFailed)
        {
            return await FailAsync(step, clock, attempts, hookFailed).ConfigureAwait(false);
        }

        await run.Recorder.BeginStepAsync(step.Info, step.Description, run.Playbook.Source.Path).ConfigureAwait(false);
        attempts = await series.RunAsync(step).ConfigureAwait(false);
        await run.Recorder.EndAsync().ConfigureAwait(false);
        var last = attempts[^1];
        if (last.Failure is not null)
        {
            return await FailedForGoodAsync(step, binding, clock, attempts, last.Failure).ConfigureAwait(false);
        }

        var result = ending.Passed(step, clock, attempts);
        if (await HookAsync("after", hooks => hooks.RunAfterAsync(step, Context(result, last.Output))).ConfigureAwait(false) is { } afterFailed)
        {
            return await FailAsync(step, clock, attempts, afterFailed).ConfigureAwait(false);
        }

        run.Observer.ForgetErrors();
        Store(step, binding, last.Output);
        End(result);
        return null;
    }

    /// <summary>Reports that all steps have run, so that the work of a recovery agent is accepted.</summary>
    public void Complete()
    {
        if (takeover is not null)
        {
            Recovery = takeover.Record(RecoveryStatus.Succeeded, null);
            End(takeover.Failed with
            {
                Outcome = Outcome.Recovered,
                Attempts = [.. takeover.Failed.Attempts, .. takeover.Checked[0].Attempts],
                Output = takeover.Checked[0].Output,
                TakenOver = true,
            });
            foreach (var taken in takeover.Checked.Skip(1))
            {
                run.Events.Publish(new StepStarted(taken.Info, run.Playbook.Steps.Count, taken.Description, taken.Input) { Arguments = taken.Arguments });
                End(taken);
            }

            takeover = null;
        }
    }

    /// <summary>Reports a failure between two steps.</summary>
    /// <returns>The reason of the run's failure. An active recovery has failed as well.</returns>
    public Exception Interrupt(Exception failure) =>
        takeover is null ? failure : RecoveryFailed(takeover.Record(RecoveryStatus.Failed, run.Mask.Apply(CauseText.Plain(failure))), takeover.Failed, takeover.Failure);

    private async Task<Exception?> FailedForGoodAsync(Step step, OutputBinding? binding, StepClock clock, IReadOnlyList<Attempt> attempts, Exception failure)
    {
        if (run.Stop.IsRequested)
        {
            var stop = run.Stop.Reason;
            return await FailAsync(step, clock, attempts, new PlaybookException(stop.Code, stop.Message, failure is PlaybookException known && known.Code == stop.Code ? null : failure)).ConfigureAwait(false);
        }

        var failed = await ending.FailedAsync(step, clock, attempts, failure, stored).ConfigureAwait(false);
        if (step.Info.OnFailure != FailurePolicy.LlmRecover)
        {
            return Fail(failed, failure);
        }

        if (run.Options.Recovery is not { } agent)
        {
            Recovery = new() { Status = RecoveryStatus.NoAgent, StepNumber = step.Info.Number, Why = "No recovery agent was configured." };
            return Fail(failed, failure);
        }

        if (run.Guard.ChecksActionsByModel)
        {
            run.Events.Publish(new RunNote("guardrail", "enable_llm_action_check is true, but no model checks actions yet. Only the other guardrails apply to the recovery agent."));
        }

        run.Events.PublishRecoveryStarted(failed);
        var start = run.Time.GetTimestamp();
        var said = await new RecoveryCall(run, agent).AskAsync(step, failed, stored).ConfigureAwait(false);
        run.Events.Publish(new RecoveryEnded(
            failed, said.Done, run.Mask.ApplyTo(said.Why), run.Mask.ApplyTo(said.Actions), run.Time.GetElapsedTime(start), said.InputTokens, said.OutputTokens));
        takeover = new(run, ending, said, failed, failure);
        return said.Done
            ? await CheckTakenOverAsync(step, binding).ConfigureAwait(false)
            : RecoveryFailed(takeover.Record(RecoveryStatus.Failed, run.Mask.Apply(said.Why ?? "The agent stated no reason.")), failed, failure);
    }

    private async Task<Exception?> CheckTakenOverAsync(Step step, OutputBinding? binding)
    {
        var over = takeover!;
        var (result, value) = await over.CheckAsync(step, binding).ConfigureAwait(false);
        if (result.Outcome != Outcome.Failed)
        {
            Store(step, binding, value);
            return null;
        }

        var why = result.Info.Number == over.Failed.Info.Number
            ? result.Error!
            : $"{StepWords.Place(result.Info, run.Playbook.Steps.Count, result.Description)}: {result.Error}";
        return RecoveryFailed(over.Record(RecoveryStatus.Failed, why), over.Failed, over.Failure);
    }

    private PlaybookStepException RecoveryFailed(RecoveryRecord record, StepResult failed, Exception failure)
    {
        Recovery = record;
        takeover = null;
        var code = run.Stop.IsRequested ? run.Stop.Reason.Code : ErrorCode.RecoveryFailed;
        var error = StepWords.Join(failed.Error!, $"Recovery failed: {record.Why}");
        return Fail(
            failed with
            {
                Error = error,
                Cause = $"{failed.Cause}\nRecovery failed: {record.Why}",
                ErrorCode = code,
                Failure = failed.Failure! with { Message = error, Code = code },
            },
            failure);
    }

    private async Task<Exception> FailAsync(Step step, StepClock clock, IReadOnlyList<Attempt> attempts, Exception failure) =>
        Fail(await ending.FailedAsync(step, clock, attempts, failure, stored).ConfigureAwait(false), failure);

    private PlaybookStepException Fail(StepResult failed, Exception failure)
    {
        End(failed);
        return new(
            failed,
            failed.ErrorCode!.Value,
            $"{StepWords.Place(failed.Info, run.Playbook.Steps.Count, failed.Description)}: {failed.Error}",
            MaskedException.Of(failure, run.Mask));
    }

    private void End(StepResult result)
    {
        results.Add(result);
        run.Events.Publish(result);
    }

    private void Store(Step step, OutputBinding? binding, object? value)
    {
        if (binding is not null && value is not null)
        {
            binding.Store(value);
            values[step.Info.StoreAs ?? step.Info.Path] = value;
            stored.Add(new(step.Info.StoreAs ?? step.Info.Path, Bind.Any(value) ?? string.Empty));
        }
    }

    private HookContext Context(StepResult? result = null, object? output = null) =>
        new() { Page = run.Page, Result = result, Output = output, CancellationToken = run.Stop.Token };

    private async Task<Exception?> HookAsync(string when, Func<Hooks, Task> hook)
    {
        try
        {
            await hook(run.Hooks).ConfigureAwait(false);
            return null;
        }
        catch (Exception thrown) when (run.Stop.IsRequested && (thrown is OperationCanceledException || run.Guard.HasBlocked))
        {
            return run.Stop.Reason;
        }
        catch (Exception thrown)
        {
            return new PlaybookException(ErrorCode.StepFailed, $"The hook {when} the step failed: {CauseText.Plain(thrown)}", thrown);
        }
    }
}
