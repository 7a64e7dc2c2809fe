using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Playbooks.Instrumentation;

namespace Playbooks.Execution.Run;

/// <summary>Tells journal, listeners and log how a run goes on, the journal first; what a listener throws changes nothing.</summary>
internal sealed class RunEvents(RunOptions options, IStepListener journal, string playbookId, string runId)
{
    private readonly ILogger logger = options.Logger ?? NullLogger.Instance;
    private readonly IReadOnlyList<IStepListener> listeners = Listening.Of(options);
    private readonly List<Noted> notes = [];
    private string? path;

    public ILogger Logger => logger;

    /// <summary>All notes so far, in order.</summary>
    public IReadOnlyList<Noted> Notes => [.. notes];

    public void Tell(RunStarted started)
    {
        logger.RunStarted(playbookId, runId);
        Tell(listener => listener.OnRunStarted(started));
    }

    public void Tell(StepStarted started)
    {
        path = started.Step.Path;
        logger.StepStarted(runId, started.Step.Number, started.Step.Action, started.Input);
        Tell(listener => listener.OnStepStarted(started));
    }

    public void Tell(AttemptFailed failed)
    {
        logger.AttemptFailed(runId, failed.Step.Number, failed.Attempt.Number, failed.Attempt.Cause ?? string.Empty);
        Tell(listener => listener.OnAttemptFailed(failed));
    }

    public void Tell(StepResult step)
    {
        logger.StepEnded(runId, step.Info.Number, step.Outcome, step.Duration);
        Tell(listener => listener.OnStepEnded(step));
        path = null;
    }

    public void TellRecoveryStarted(StepResult failed)
    {
        logger.RecoveryStarted(runId, failed.Info.Number);
        Tell(listener => listener.OnRecoveryStarted(failed));
    }

    /// <summary>Reports a note; it belongs to the step that is under way.</summary>
    public void Tell(Noted noted)
    {
        noted = noted with { Path = noted.Path ?? path };
        notes.Add(noted);
        logger.Noted(runId, noted.Topic, noted.Message);
        Tell(listener => listener.OnNoted(noted));
    }

    public void Tell(RecoveryEnded recovery) => Tell(listener => listener.OnRecoveryEnded(recovery));

    public void Tell(PlaybookResult result)
    {
        logger.RunEnded(playbookId, runId, result.Outcome, result.Duration, result.Error ?? "no error");
        Tell(listener => listener.OnRunEnded(result));
    }

    private void Tell(Action<IStepListener> tell)
    {
        foreach (var listener in listeners.Prepend(journal))
        {
            try
            {
                tell(listener);
            }
            catch (Exception failure)
            {
                logger.ListenerFailed(failure, listener.GetType().Name, runId);
            }
        }
    }
}
