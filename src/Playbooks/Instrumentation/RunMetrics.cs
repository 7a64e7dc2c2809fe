using System.Diagnostics;

namespace Playbooks.Instrumentation;

/// <summary>Records the metrics of a run.</summary>
internal sealed class RunMetrics : IStepListener
{
    private string playbook = string.Empty;
    private bool stepWasBlocked;

    public void OnRunStarted(RunStarted started) => playbook = started.Playbook.Id;

    public void OnAttemptFailed(AttemptFailed failed)
    {
        if (!failed.IsLast)
        {
            PlaybookMeter.Retries.Add(1, Step(failed.Step));
        }
    }

    public void OnRecoveryEnded(RecoveryEnded recovery) => PlaybookMeter.RecoveryDuration.Record(
        recovery.Duration.TotalSeconds, new TagList { { Tags.Pipeline, playbook }, { Tags.RecoveryDone, recovery.Done } });

    public void OnStepEnded(StepResult step)
    {
        var tags = Step(step.Info);
        if (step.Drifted)
        {
            PlaybookMeter.DriftedSelectors.Add(1, tags);
        }

        if (step.ErrorCode == ErrorCode.GuardrailBlocked)
        {
            stepWasBlocked = true;
            PlaybookMeter.GuardrailBlocks.Add(1, new TagList { { Tags.Pipeline, playbook } });
        }

        Add(ref tags, step.Outcome, step.ErrorCode);
        PlaybookMeter.Steps.Add(1, tags);
        PlaybookMeter.StepDuration.Record(step.Duration.TotalSeconds, tags);
    }

    public void OnRunEnded(PlaybookResult result)
    {
        var tags = new TagList { { Tags.Pipeline, playbook } };
        if (result.ErrorCode == ErrorCode.GuardrailBlocked && !stepWasBlocked)
        {
            // The failure occurred on the start page.
            PlaybookMeter.GuardrailBlocks.Add(1, tags);
        }

        Add(ref tags, result.Outcome, result.ErrorCode);
        PlaybookMeter.Runs.Add(1, tags);
        PlaybookMeter.RunDuration.Record(result.Duration.TotalSeconds, tags);
    }

    /// <summary>Counts a verdict of the stuck detection.</summary>
    /// <param name="playbook">The id of the playbook.</param>
    /// <param name="verdict">The verdict. A verdict that nothing repeats is not counted.</param>
    public static void Count(string playbook, StuckVerdict verdict)
    {
        if (verdict.Level != StuckLevel.None && PlaybookMeter.StuckVerdicts.Enabled)
        {
            PlaybookMeter.StuckVerdicts.Add(1, new TagList { { Tags.Pipeline, playbook }, { Tags.StuckLevel, verdict.Level.ToString().ToLowerInvariant() } });
        }
    }

    private static void Add(ref TagList tags, Outcome outcome, ErrorCode? code)
    {
        tags.Add(Tags.Outcome, OutcomeTags.From(outcome));
        if (code is { } failed)
        {
            tags.Add(Tags.ErrorType, failed.WireText());
        }
    }

    private TagList Step(StepInfo step) => new() { { Tags.Pipeline, playbook }, { Tags.StepPath, step.Path }, { Tags.StepAction, step.Action } };
}
