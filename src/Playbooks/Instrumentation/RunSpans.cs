using System.Diagnostics;

namespace Playbooks.Instrumentation;

/// <summary>Records the spans of a run: the run itself, its steps, and its recovery.</summary>
/// <param name="caseName">The name of the case, or null.</param>
internal sealed class RunSpans(string? caseName) : IStepListener
{
    private PlaybookInfo? playbook;
    private Activity? run;
    private readonly Stack<Activity?> steps = new();
    private Activity? recovery;

    public void OnRunStarted(RunStarted started)
    {
        playbook = started.Playbook;
        run = Spans.Start(Spans.Run + " " + playbook.Id);
        run?.SetTag(Tags.PipelineAction, Spans.Run)
            .SetTag(Tags.Pipeline, playbook.Id)
            .SetTag(Tags.RunId, started.RunId.Text)
            .SetTag(Tags.File, playbook.Source.Path);
        if (caseName is not null)
        {
            run?.SetTag(Tags.Suite, playbook.Id).SetTag(Tags.Case, caseName);
        }
    }

    public void OnStepStarted(StepStarted started)
    {
        var info = started.Step;
        var step = Spans.StartIn(steps.FirstOrDefault(static one => one is not null), Spans.Step + " " + (info.Id ?? info.Action));
        steps.Push(step);
        step?.SetTag(Tags.Task, info.Id ?? info.Action)
            .SetTag(Tags.StepPath, info.Path)
            .SetTag(Tags.StepAction, info.Action)
            .SetTag(Tags.File, playbook?.Source.Path)
            .SetTag(Tags.Line, info.Location.Line);
    }

    public void OnAttemptFailed(AttemptFailed failed) => (steps.Count == 0 ? null : steps.Peek())?.AddEvent(new(
        Spans.AttemptFailed,
        tags: new() { [Tags.Attempt] = failed.Attempt.Number, [Tags.ErrorType] = failed.Attempt.ErrorCode?.WireText() }));

    public void OnRecoveryStarted(StepResult failed)
    {
        recovery = Spans.Start(Spans.Recovery);
        recovery?.SetTag(Tags.StepPath, failed.Info.Path);
    }

    public void OnRecoveryEnded(RecoveryEnded ended)
    {
        recovery?.SetTag(Tags.RecoveryDone, ended.Done).SetTag(Tags.InputTokens, ended.InputTokens).SetTag(Tags.OutputTokens, ended.OutputTokens);
        if (!ended.Done)
        {
            recovery?.Fail(ErrorCode.RecoveryFailed.WireText(), ended.Reason);
        }

        recovery?.Stop();
    }

    public void OnStepEnded(StepResult ended)
    {
        var step = steps.Count == 0 ? null : steps.Pop();
        step?.SetTag(Tags.Outcome, OutcomeTags.From(ended.Outcome))
            .SetTag(Tags.TaskResult, OutcomeTags.Result(ended.Outcome, ended.ErrorCode))
            .SetTag(Tags.Attempts, ended.Attempts.Count)
            .SetTag(Tags.SelectorUsed, ended.SelectorUsed)
            .SetTag(Tags.SelectorRank, ended.SelectorRank);
        if (ended.TakenOver)
        {
            step?.SetTag(Tags.StepTakenOver, true);
        }

        End(step, ended.ErrorCode, ended.Error);
    }

    public void OnRunEnded(PlaybookResult result)
    {
        run?.SetTag(Tags.Outcome, OutcomeTags.From(result.Outcome)).SetTag(Tags.RunResult, OutcomeTags.Result(result.Outcome, result.ErrorCode));
        if (caseName is not null)
        {
            run?.SetTag(Tags.CaseResult, result is { Outcome: Outcome.Failed, FailedAsExpected: not true } ? "fail" : "pass");
        }

        End(run, result.ErrorCode, result.Error);
    }

    private static void End(Activity? span, ErrorCode? code, string? why)
    {
        if (code is { } failed)
        {
            span?.Fail(failed.WireText(), why);
        }

        span?.Stop();
    }
}
