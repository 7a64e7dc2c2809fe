using Playbooks.Execution.Failure;
using Playbooks.Execution.Recovery;
using Playbooks.Execution.Run;
using Playbooks.Guarding.Secrets;
using Playbooks.Steps;
using Playbooks.Texts;

namespace Playbooks.Execution.Steps;

/// <summary>Runs one step at a time, from its hooks to its recovery. A step that failed is an outcome; only bugs are thrown.</summary>
internal sealed class StepExecutor(RunContext run, RunProgress progress) : IDisposable
{
    private readonly RetryLoop retries = new(run);
    private readonly StepResultFactory results = new(run);
    private readonly UnprovenRecoveries unproven = new();
    private RecoverySession? recovery;

    /// <summary>Runs a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="binding">Stores its output, or null if the output is not stored.</param>
    public async Task<StepOutcome> RunAsync(Step step, OutputBinding? binding)
    {
        run.Events.Publish(new StepStarted(
            step.Info, run.Current.Steps.Count, run.Mask.ApplyTo(step.Description), run.Mask.Apply(step.InputSummary))
        {
            Arguments = StepArguments.From(step, run.Mask),
        });
        var clock = new StepClock(run.Time);
        run.Browser.Effects.BeginStep(step.Info.Path);
        if (run.Stop.IsRequested)
        {
            return await FailAsync(step, clock, [], run.Stop.Reason).ConfigureAwait(false);
        }

        if (BoundNumber.FindInvalid(step.Numbers) is { } invalid)
        {
            return await FailAsync(step, clock, [], invalid).ConfigureAwait(false);
        }

        if (await FindRecoveredAsync(step, binding).ConfigureAwait(false) is { } done)
        {
            return await RecoveredAsync(step, binding, clock, done, failed: null, failure: null).ConfigureAwait(false);
        }

        if (await HookAsync("before", hooks => hooks.RunBeforeAsync(step, Context())).ConfigureAwait(false) is { } hookFailed)
        {
            return await FailAsync(step, clock, [], hookFailed).ConfigureAwait(false);
        }

        await run.Recorder.BeginStepAsync(step.Info, step.Description, run.Current.Source.Path).ConfigureAwait(false);
        var attempts = await retries.RunAsync(step).ConfigureAwait(false);
        await run.Recorder.EndAsync().ConfigureAwait(false);
        if (attempts[^1].Failure is VerificationException unmet && step.Verify is { Soft: true } && !run.Stop.IsRequested)
        {
            return await FailedSoftlyAsync(step, binding, clock, attempts, unmet).ConfigureAwait(false);
        }

        return attempts[^1].Failure is { } failure
            ? await FailedForGoodAsync(step, binding, clock, attempts, failure).ConfigureAwait(false)
            : await PassedAsync(step, binding, clock, attempts).ConfigureAwait(false);
    }

    /// <summary>Ends the recoveries after the last step.</summary>
    /// <returns>The outcome of a recovered step that nothing has checked, which fails the run, or null.</returns>
    public async Task<StepOutcome?> EndAsync()
    {
        if (recovery is null)
        {
            return null;
        }

        await recovery.EndAsync().ConfigureAwait(false);
        if (unproven.Take() is { } step)
        {
            return Unproven(step);
        }

        RecordSuccess();
        return null;
    }

    /// <summary>Ends the recoveries because the playbook ends early.</summary>
    public async Task InterruptAsync()
    {
        if (recovery is not null)
        {
            await recovery.EndAsync().ConfigureAwait(false);
            RecordSuccess();
        }
    }

    public void Dispose() => recovery?.Dispose();

    private void RecordSuccess()
    {
        if (progress.Recovery is not { Status: RecoveryStatus.Failed })
        {
            progress.Recovery = recovery!.Record(RecoveryStatus.Succeeded, null);
        }
    }

    private async Task<CheckedStep?> FindRecoveredAsync(Step step, OutputBinding? binding) =>
        recovery is null ? null
        : recovery.HasClaim ? await recovery.TakeClaimAsync(step, binding).ConfigureAwait(false)
        : await recovery.FindDoneAsync(step, binding).ConfigureAwait(false);

    private async Task<StepOutcome> PassedAsync(Step step, OutputBinding? binding, StepClock clock, IReadOnlyList<Attempt> attempts)
    {
        var last = attempts[^1];
        var result = results.Passed(step, clock, attempts);
        if (await HookAsync("after", hooks => hooks.RunAfterAsync(step, Context(result, last.Output))).ConfigureAwait(false) is { } failure)
        {
            return await FailAsync(step, clock, attempts, failure).ConfigureAwait(false);
        }

        run.Browser.RequestsAndErrors.ForgetErrors();
        unproven.Passed(step);
        progress.Store(step, binding, last.Output);
        return End(new(result));
    }

    private async Task<StepOutcome> FailedSoftlyAsync(Step step, OutputBinding? binding, StepClock clock, IReadOnlyList<Attempt> attempts, VerificationException unmet)
    {
        var failed = await results.FailedAsync(step, clock, attempts, unmet, progress.Texts).ConfigureAwait(false);
        run.Guard.Tolerated();
        progress.Store(step, binding, attempts[^1].Output);
        run.Events.Publish(new RunNote("soft", $"The verify of step {step.Info.Path} was not met. It is soft, so the run continued, and will fail at its end."));
        progress.Add(failed);
        run.Events.Publish(failed);
        return new(failed) { SoftFailure = unmet };
    }

    private async Task<StepOutcome> FailedForGoodAsync(Step step, OutputBinding? binding, StepClock clock, IReadOnlyList<Attempt> attempts, Exception failure)
    {
        if (run.Stop.IsRequested)
        {
            var stop = run.Stop.Reason;
            return await FailAsync(step, clock, attempts, new PlaybookException(stop.Code, stop.Message, failure is PlaybookException known && known.Code == stop.Code ? null : failure)).ConfigureAwait(false);
        }

        var failed = await results.FailedAsync(step, clock, attempts, failure, progress.Texts).ConfigureAwait(false);
        if (step.Info.OnFailure != FailurePolicy.LlmRecover || step.Info.Optional || run.Blocks.WillAttemptAgain(failure))
        {
            return End(new(failed, failure));
        }

        if (run.Options.Recovery is not { } agent)
        {
            progress.Recovery = new() { Status = RecoveryStatus.NoAgent, StepNumber = step.Info.Number, Reason = "No recovery agent was configured." };
            return End(new(failed, failure));
        }

        if (run.Guard.ChecksActionsByModel && !agent.ChecksClicks && recovery is null)
        {
            run.Events.Publish(new RunNote("guardrail", "enable_llm_action_check is true, but the recovery agent does not check its clicks. Only the other guardrails apply to it."));
        }

        recovery ??= new(run, agent, progress);
        var (done, why) = await recovery.RecoverAsync(step, binding, failed).ConfigureAwait(false);
        return done is null
            ? RecoveryFailed(failed, failure, run.Mask.Apply(why!))
            : await RecoveredAsync(step, binding, clock, done, failed, failure).ConfigureAwait(false);
    }

    private async Task<StepOutcome> RecoveredAsync(Step step, OutputBinding? binding, StepClock clock, CheckedStep done, StepResult? failed, Exception? failure)
    {
        var result = recovery!.AddTokens(results.Recovered(step, clock, failed, done));
        recovery.Add(result);
        if (await HookAsync("after", hooks => hooks.RunAfterAsync(step, Context(result, done.Value))).ConfigureAwait(false) is { } hookFailed)
        {
            return await FailAsync(step, clock, [], hookFailed).ConfigureAwait(false);
        }

        run.Browser.RequestsAndErrors.ForgetErrors();
        unproven.Add(step, new(result, failed, failure));
        progress.Store(step, binding, done.Value);
        return End(new(result));
    }

    private StepOutcome RecoveryFailed(StepResult failed, Exception failure, string why)
    {
        progress.Recovery = recovery!.Record(RecoveryStatus.Failed, why);
        return End(new(recovery.AddTokens(WithRecovery(failed, why)), failure));
    }

    private StepOutcome Unproven(RecoveredStep step)
    {
        var why = $"Step {step.Recovered.Info.Path} has no verify, and no later step has checked what the recovery did.";
        progress.Recovery = recovery!.Record(RecoveryStatus.Failed, why);
        var failed = WithRecovery(
            step.Failed ?? step.Recovered with { Outcome = Outcome.Failed, Error = "The step was not checked.", Cause = "The step was not checked." },
            why);
        progress.Replace(step.Recovered, failed);
        return new(failed, step.Failure ?? new PlaybookException(ErrorCode.RecoveryFailed, why));
    }

    private StepResult WithRecovery(StepResult failed, string why)
    {
        var code = run.Stop.IsRequested ? run.Stop.Reason.Code : ErrorCode.RecoveryFailed;
        var error = StepWords.Join(failed.Error!, $"Recovery failed: {why}");
        return failed with
        {
            Error = error,
            Cause = $"{failed.Cause}\nRecovery failed: {why}",
            ErrorCode = code,
            Failure = failed.Failure is { } details ? details with { Message = error, Code = code } : null,
        };
    }

    private async Task<StepOutcome> FailAsync(Step step, StepClock clock, IReadOnlyList<Attempt> attempts, Exception failure) =>
        End(new(await results.FailedAsync(step, clock, attempts, failure, progress.Texts).ConfigureAwait(false), failure));

    private StepOutcome End(StepOutcome outcome)
    {
        // A run that is stopped ends at any step.
        if (outcome.Failure is { } failure && run.Blocks.WillAttemptAgain(failure) && !run.Stop.IsRequested)
        {
            outcome = outcome with { Result = outcome.Result with { AttemptedAgain = true } };
        }

        var isWarning = outcome is { Failure: not null, Result.Info.Optional: true } && !run.Stop.IsRequested;
        if (isWarning)
        {
            run.Events.Publish(new RunNote("optional", $"The optional step {outcome.Result.Info.Path} failed, and the run continued: {outcome.Result.Error}"));
        }

        if (isWarning || outcome.Result.AttemptedAgain)
        {
            run.Guard.Tolerated();
        }

        progress.Add(outcome.Result);
        run.Events.Publish(outcome.Result);
        return isWarning ? outcome with { Failure = null } : outcome;
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
        catch (Exception thrown)
        {
            return run.ReasonOfStop(thrown) ?? new PlaybookException(ErrorCode.StepFailed, $"A hook failed {when} the step: {CauseText.Plain(thrown)}", thrown);
        }
    }
}
