using Playbooks.Guarding;
using Playbooks.Running.Resolution;
using Playbooks.Running.Verification;
using Playbooks.Steps;

namespace Playbooks.Running;

/// <summary>Makes one try of a step: its action, then its <c>verify</c>.</summary>
internal sealed class AttemptRunner(RunContext run)
{
    // Steps keep their time limit themselves, and then look at the page to say what was wrong; this ends one that hangs all the same.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    private readonly EarlyVerify early = new(run);

    /// <summary>Tries. Nothing but a bug of ours is thrown.</summary>
    /// <param name="step">The step.</param>
    /// <param name="number">Which try, from 1.</param>
    /// <param name="previous">The try before; where its action worked, it is asked first whether what it was to do has come true meanwhile.</param>
    public async Task<Attempt> RunAsync(Step step, int number, Attempt? previous)
    {
        var start = run.Time.GetTimestamp();
        var progress = new Progress { ActionWorked = previous is { ActionWorked: true }, Output = previous?.Output };
        Exception? failure = null;
        try
        {
            if (!progress.ActionWorked || !await HoldsByNowAsync(step, progress).ConfigureAwait(false))
            {
                await ActAsync(step, progress).ConfigureAwait(false);
                run.Guard.ThrowIfBlocked();
                progress.Expectations = await VerifyAsync(step).ConfigureAwait(false);
                run.Guard.ThrowIfBlocked();
                if (progress.Expectations.Any(static one => !one.Held))
                {
                    failure = new VerificationException(progress.Expectations);
                }
            }
        }
        catch (Exception thrown)
        {
            // What a guardrail has forbidden is why all else failed.
            failure = run.Stop.IsRequested && (thrown is OperationCanceledException || run.Guard.HasBlocked) ? run.Stop.Reason : thrown;
        }

        failure = Claim(progress, failure);
        return new(Describe(number, progress, failure, run.Time.GetElapsedTime(start)), failure, progress.ActionWorked, progress.Output);
    }

    private async Task<bool> HoldsByNowAsync(Step step, Progress progress)
    {
        try
        {
            progress.Expectations = await VerifyAsync(step).ConfigureAwait(false);
            return progress.Expectations.All(static one => one.Held);
        }
        catch (Exception) when (!run.Stop.IsRequested)
        {
            // It could not even be asked: that it holds is not known, so the action is due again.
            return false;
        }
    }

    private async Task ActAsync(Step step, Progress progress)
    {
        progress.ActionWorked = false;
        progress.Output = null;
        progress.Expectations = [];
        var context = progress.Context = run.Begin(step.Info.Number, step.Info.Timeout);
        run.Stop.Token.ThrowIfCancellationRequested();
        run.Guard.ThrowIfBlocked();
        await early.NoteAsync(step).ConfigureAwait(false);
        try
        {
            progress.Output = await step.ActAsync(context).WaitAsync(step.Info.Timeout + Grace, run.Time, run.Stop.Token).ConfigureAwait(false);
        }
        catch (TimeoutException hung) when (context.Deadline.HasPassed)
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"The action did not end within {step.Info.Timeout.InWords()}.", hung);
        }

        progress.ActionWorked = true;
    }

    private async Task<IReadOnlyList<ExpectationResult>> VerifyAsync(Step step) =>
        step.Verify is { } verify ? await run.VerifyAsync(verify).ConfigureAwait(false) : [];

    /// <summary>Takes what happened beside the attempt; a dialog that nothing announced fails it.</summary>
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
        Acted = progress.Context is not null,
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
        InputTokens = progress.Context?.Answers.Sum(static answer => answer.InputTokens) ?? 0,
        OutputTokens = progress.Context?.Answers.Sum(static answer => answer.OutputTokens) ?? 0,
    };

    private sealed class Progress
    {
        public bool ActionWorked { get; set; }

        public object? Output { get; set; }

        public StepContext? Context { get; set; }

        public IReadOnlyList<ExpectationResult> Expectations { get; set; } = [];

        public IReadOnlyList<PageEffect> Effects { get; set; } = [];
    }
}
