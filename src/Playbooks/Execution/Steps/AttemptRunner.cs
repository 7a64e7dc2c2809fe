using Playbooks.Browsing;
using Playbooks.Execution.Failure;
using Playbooks.Execution.Run;
using Playbooks.Guarding.Secrets;
using Playbooks.Resolution;
using Playbooks.Steps;
using Playbooks.Steps.Support;
using Playbooks.Texts;

namespace Playbooks.Execution.Steps;

/// <summary>
/// Executes one attempt of a step: its action, and then its <c>verify</c>. If an earlier attempt has performed the action, the attempt waits
/// for what the action started and verifies again. It performs the action again only if the action may be repeated.
/// </summary>
internal sealed class AttemptRunner(RunContext run)
{
    // Steps enforce their time limit themselves, and then query the page for the reason. This limit ends a step that hangs nevertheless.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    private readonly EarlyVerify early = new(run);

    /// <summary>Executes an attempt. Only bugs are thrown.</summary>
    /// <param name="step">The step.</param>
    /// <param name="number">The number of the attempt, starting at 1.</param>
    /// <param name="previous">The previous attempt, or null for the first.</param>
    public async Task<Attempt> RunAsync(Step step, int number, Attempt? previous)
    {
        var start = run.Time.GetTimestamp();
        var progress = new Progress { CarriedOut = previous?.CarriedOut is { } before && before.IsWaitedFor(step) ? before : null };
        Exception? failure;
        try
        {
            failure = progress.CarriedOut is { } action
                ? await FinishAsync(step, action, progress).ConfigureAwait(false)
                : await ActAndVerifyAsync(step, progress).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            failure = run.ReasonOfStop(thrown) ?? thrown;
        }

        failure = Claim(progress, failure);
        return new(Describe(number, progress, failure, run.Time.GetElapsedTime(start)), failure, progress.CarriedOut, progress.HasBegun);
    }

    private async Task<Exception?> FinishAsync(Step step, CarriedOutAction action, Progress progress)
    {
        Exception? failure;
        try
        {
            if (!action.HasEnded)
            {
                progress.CarriedOut = action with { HasEnded = true, Output = await EndAsync(step, action).ConfigureAwait(false) };
            }

            failure = await VerifyAsync(step, progress).ConfigureAwait(false);
        }
        catch (Exception thrown) when (!run.Stop.IsRequested)
        {
            failure = thrown;
        }

        return failure is not null && (step.IsSafeToRepeat || step.Info.RepeatAction)
            ? await ActAndVerifyAsync(step, progress).ConfigureAwait(false)
            : failure;
    }

    /// <summary>Waits for what the action has started: a script, or a page.</summary>
    /// <returns>The output of the action.</returns>
    private async Task<object?> EndAsync(Step step, CarriedOutAction action)
    {
        var context = run.Begin(step.Info.Number, step.Info.Timeout);
        var output = action.Context.Rest is { } rest ? await rest(context).ConfigureAwait(false) : null;
        await context.WaitForDocumentAsync("The", step.ActionNoun).ConfigureAwait(false);
        await context.WaitUntilPageAnswersAsync(step.ActionNoun).ConfigureAwait(false);
        run.Guard.ThrowIfBlocked();
        return output;
    }

    private async Task<Exception?> ActAndVerifyAsync(Step step, Progress progress)
    {
        progress.HasBegun = true;
        progress.CarriedOut = null;
        progress.Expectations = [];
        var context = progress.Context = run.Begin(step.Info.Number, step.Info.Timeout);
        run.Stop.Token.ThrowIfCancellationRequested();
        run.Guard.ThrowIfBlocked();
        run.Browser.Downloads.BeginAction();
        await early.NoteAsync(step).ConfigureAwait(false);
        try
        {
            var output = await ActAsync(step, context).ConfigureAwait(false);
            context.CarryOut();
            progress.CarriedOut = new(context, HasEnded: true, output);
        }
        finally
        {
            progress.CarriedOut ??= context is { IsCarriedOut: true, HasRefused: false } ? new(context, HasEnded: false, Output: null) : null;
        }

        run.Guard.ThrowIfBlocked();
        return await VerifyAsync(step, progress).ConfigureAwait(false);
    }

    private async Task<object?> ActAsync(Step step, StepContext context)
    {
        try
        {
            var announced = AnnouncedEffects.Begin(step, run.Browser);
            var output = await step.ActAsync(context).WaitAsync(step.Info.Timeout + Grace, run.Time, run.Stop.Token).ConfigureAwait(false);
            if (announced is not null)
            {
                // The action is done. A later attempt waits for what it has to cause, and does not repeat it.
                context.CarryOut();
                context.Rest = async later =>
                {
                    await announced.WaitAsync(later).ConfigureAwait(false);
                    return output;
                };
                await announced.WaitAsync(context).ConfigureAwait(false);
            }

            return output;
        }
        catch (TimeoutException hung) when (context.Deadline.HasPassed)
        {
            // A step that hangs may have acted before.
            context.CarryOut();
            throw new PlaybookException(ErrorCode.StepFailed, $"The action did not finish within {step.Info.Timeout.InWords()}.", hung);
        }
    }

    private async Task<Exception?> VerifyAsync(Step step, Progress progress)
    {
        progress.Expectations = step.Verify is { } verify ? await run.VerifyAsync(verify, step.Info.Number).ConfigureAwait(false) : [];
        run.Guard.ThrowIfBlocked();
        return progress.Expectations.All(static one => one.IsMet) ? null : new VerificationException(progress.Expectations);
    }

    /// <summary>Collects the side effects of the attempt. An unexpected dialog fails the attempt.</summary>
    private Exception? Claim(Progress progress, Exception? failure)
    {
        progress.Effects = run.TakeEffects();
        return progress.Effects.FirstOrDefault(static effect => effect.FailsStep) is { } dialog && !run.Stop.IsRequested
            ? new UnannouncedDialogException(dialog.Sentence, failure)
            : failure;
    }

    private AttemptResult Describe(int number, Progress progress, Exception? failure, TimeSpan duration) => new()
    {
        Number = number,
        Duration = duration,
        Acted = progress.Context is { IsCarriedOut: true },
        Cause = failure is null ? null : run.Mask.Apply(CauseText.Technical(failure)),
        ErrorCode = failure is null ? null : CauseText.Code(failure),
        Expectations = run.Mask.ApplyTo(progress.Expectations),
        SelectorUsed = run.Mask.ApplyTo(progress.Context?.Resolved?.Selector),
        SelectorRank = progress.Context?.Resolved?.Rank,
        Candidates = failure is SelectorException none ? run.Mask.ApplyTo(none.Candidates) : [],
        NearestNames = failure is SelectorException nothing ? run.Mask.ApplyTo(nothing.Nearest) : [],
        Notes = run.Mask.ApplyTo([.. progress.Effects.Select(static effect => effect.Sentence)]),
        Url = run.Mask.Apply(run.Page.Url),
        ScreenshotPath = progress.Context?.ScreenshotPath,
        Response = (progress.Context ?? progress.CarriedOut?.Context)?.Response,
        InputTokens = progress.Context?.Answers.Sum(static answer => answer.InputTokens) ?? 0,
        OutputTokens = progress.Context?.Answers.Sum(static answer => answer.OutputTokens) ?? 0,
    };

    private sealed class Progress
    {
        public bool HasBegun { get; set; }

        public CarriedOutAction? CarriedOut { get; set; }

        public StepContext? Context { get; set; }

        public IReadOnlyList<ExpectationResult> Expectations { get; set; } = [];

        public IReadOnlyList<PageEffect> Effects { get; set; } = [];
    }
}
