using Playbooks.Execution.Blocks;
using Playbooks.Execution.Failure;
using Playbooks.Execution.Recovery;
using Playbooks.Execution.Run;
using Playbooks.Generated;
using Playbooks.Guarding.Secrets;
using Playbooks.Steps;
using Playbooks.Texts;

namespace Playbooks.Execution.Steps;

/// <summary>Creates the result of a step.</summary>
internal sealed class StepResultFactory(RunContext run)
{
    /// <summary>Creates the result of a step that passed.</summary>
    public StepResult Passed(Step step, StepClock clock, IReadOnlyList<Attempt> attempts) => Begun(step, clock) with
    {
        Outcome = attempts.Count > 1 ? Outcome.Flaky : Outcome.Passed,
        Attempts = [.. attempts.Select(static attempt => attempt.Result)],
        Output = run.Mask.ApplyTo(Bind.Any(attempts[^1].Output)),
        Duration = clock.Elapsed,
    };

    /// <summary>Creates the result of a block whose steps passed.</summary>
    public StepResult Passed(OpenBlock block) => Begun(block.Step, block.Clock) with
    {
        Outcome = block.Attempts.Count > 1 ? Outcome.Flaky : Outcome.Passed,
        Attempts = block.Attempts,
        Output = run.Mask.Apply(block.Seen),
        Duration = block.Clock.Elapsed,
    };

    /// <summary>Creates the result of a block in which a step failed. The result of that step contains the evidence.</summary>
    public StepResult FailedInside(OpenBlock block, Exception failure)
    {
        var sentence = failure is PlaybookStepException { Step.Info.Path: var path } ? $"Step {path} failed." : CauseText.Plain(failure);
        return Begun(block.Step, block.Clock) with
        {
            Outcome = Outcome.Failed,
            Attempts = block.Attempts,
            Output = block.Seen.Length == 0 ? null : run.Mask.Apply(block.Seen),
            Error = run.Mask.Apply(sentence),
            Cause = run.Mask.Apply(sentence),
            ErrorCode = CauseText.Code(failure),
            Duration = block.Clock.Elapsed,
        };
    }

    /// <summary>Creates the result of a step that failed, with evidence from the page.</summary>
    /// <param name="step">The step.</param>
    /// <param name="clock">The start of the step.</param>
    /// <param name="attempts">The attempts. Empty if there were none.</param>
    /// <param name="failure">The exception.</param>
    /// <param name="stored">The values that were stored before.</param>
    public async Task<StepResult> FailedAsync(Step step, StepClock clock, IReadOnlyList<Attempt> attempts, Exception failure, IEnumerable<NamedValue> stored)
    {
        var duration = clock.Elapsed;
        NamedValue[] builtIn = run.Values.BaseUrl.Length > 0 ? [new("base_url", run.Values.BaseUrl)] : [];
        var code = CauseText.Code(failure);
        var last = attempts.Count == 0 ? null : attempts[^1].Result;
        var begun = Begun(step, clock);

        // The author's message does not apply to a run that was stopped.
        var isStopped = code is ErrorCode.RunTerminated or ErrorCode.Timeout or ErrorCode.GuardrailBlocked or ErrorCode.Stuck;
        var unrepeated = isStopped ? null : WhyNotRepeated(step, attempts);
        var plain = CauseText.Plain(failure);
        var (own, earlier) = run.Browser.Effects.Explain(step.Info.Path);
        string[] beside = [.. own.Append(unrepeated).OfType<string>().Where(sentence => !plain.Contains(sentence, StringComparison.Ordinal))];
        var message = run.Mask.Apply((isStopped ? null : step.FailureMessage) ?? beside.Aggregate(plain, StepWords.Join));
        var cause = run.Mask.Apply(string.Join('\n', [CauseText.Technical(failure), .. beside, .. earlier]));
        var known = new FailureDetails
        {
            Where = StepWords.Place(step.Info, run.Current.Steps.Count, begun.Description),
            Message = message,
            Cause = cause,
            Code = code,
            Source = run.Mask.ApplyTo(SourceExcerpt.From(run.Current.Source, step.Info.Location)),
            Attempts = attempts.Count,
            Expectations = last?.Expectations ?? [],
            Candidates = last?.Candidates ?? [],
            NearestNames = last?.NearestNames ?? [],
            Response = last?.Response,
            RunFolder = run.Folder.Path,
        };
        return begun with
        {
            Outcome = Outcome.Failed,
            Error = message,
            Cause = cause,
            ErrorCode = code,
            Attempts = [.. attempts.Select(static attempt => attempt.Result)],
            Duration = duration,
            Failure = await new FailureEvidence(run)
                .GatherAsync(known, step.Info.Number, step.Info.Action, FailureEvidence.SelectorsOf(step, last), [.. run.Given, .. builtIn, .. stored, .. run.Blocks.Values]).ConfigureAwait(false),
        };
    }

    /// <summary>Creates the result of a step that a recovery agent completed.</summary>
    /// <param name="step">The step.</param>
    /// <param name="clock">The start of the step, or of its verification.</param>
    /// <param name="failed">The result of the step before its recovery, or null if it was not attempted.</param>
    /// <param name="done">The verified step.</param>
    public StepResult Recovered(Step step, StepClock clock, StepResult? failed, CheckedStep done) => Begun(step, clock) with
    {
        Outcome = Outcome.Recovered,
        Attempts = [.. failed?.Attempts ?? [], done.Attempt],
        Output = run.Mask.ApplyTo(Bind.Any(done.Value)),
        TakenOver = true,
        Duration = clock.Elapsed,
    };

    private static string? WhyNotRepeated(Step step, IReadOnlyList<Attempt> attempts) =>
        attempts.Count > 1 && attempts[^1] is { HasBegun: false, CarriedOut: not null }
            ? $"The {step.ActionNoun} was carried out once; it was not repeated, because its effects could happen twice. If it is safe to repeat, write retry: {{ repeat_action: true }}."
            : null;

    private StepResult Begun(Step step, StepClock clock) => new()
    {
        Info = step.Info,
        Outcome = Outcome.Failed,
        Description = run.Mask.ApplyTo(step.Description),
        Input = run.Mask.Apply(step.InputSummary),
        Arguments = StepArguments.From(step, run.Mask),
        StartedAt = clock.StartedAt,
    };
}
