using Playbooks.Execution.Failure;
using Playbooks.Execution.Run;
using Playbooks.Guarding.Stuck;
using Playbooks.Steps;

namespace Playbooks.Execution.Steps;

/// <summary>Attempts a step until it passes, as often as its policy allows.</summary>
internal sealed class RetryLoop(RunContext run)
{
    private readonly AttemptRunner runner = new(run);
    private readonly ActionScreenshot screenshot = new(run);

    /// <summary>Returns all attempts, in order. The last one passed, or no further attempt was allowed.</summary>
    public async Task<IReadOnlyList<Attempt>> RunAsync(Step step)
    {
        var tries = step.Info.OnFailure == FailurePolicy.Abort ? 1 : Math.Max(1, step.Info.Attempts);
        var attempts = new List<Attempt>(1);
        while (true)
        {
            var attempt = await runner.RunAsync(step, attempts.Count + 1, attempts.LastOrDefault()).ConfigureAwait(false);
            var another = attempts.Count + 1 < tries && attempt.Failure is not UnannouncedDialogException;
            Judge(step, attempt, another);
            if (attempt.Failure is null || another)
            {
                attempt = await PhotographedAsync(step, attempt).ConfigureAwait(false);
            }

            attempts.Add(attempt);
            if (attempt.Failure is null)
            {
                return attempts;
            }

            var isLast = !another || run.Stop.IsRequested;
            run.Events.Publish(new AttemptFailed(step.Info, attempt.Result, isLast));
            if (isLast || !await run.WaitAsync(step.Info.RetryDelay).ConfigureAwait(false))
            {
                return attempts;
            }
        }
    }

    // The evidence of the step contains a screenshot of the last failed attempt.
    private async Task<Attempt> PhotographedAsync(Step step, Attempt attempt) => attempt.Result.ScreenshotPath is not null
        ? attempt
        : attempt with { Result = attempt.Result with { ScreenshotPath = await screenshot.TakeAsync(step.Info.Number, step.Info.Action).ConfigureAwait(false) } };

    private void Judge(Step step, Attempt attempt, bool another)
    {
        var failed = attempt.Failure is not null;
        StuckAction? acted = attempt.HasBegun ? new(step.Info.Action, run.Mask.Apply(step.InputSummary), run.Page.Url, failed) : null;
        run.Guard.Tried(acted, failed, step.Info.Attempts, another);
        run.PublishNotes();
    }
}
