using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Playbooks.Instrumentation;

namespace Playbooks.Execution.Run;

/// <summary>Publishes the events of a run to the journal, the listeners, and the log, in this order. Exceptions of listeners do not affect the run.</summary>
internal sealed class RunEvents(RunOptions options, string? caseName, IStepListener journal, string playbookId, string runId)
{
    private readonly ILogger logger = options.Logger ?? NullLogger.Instance;
    private readonly IReadOnlyList<IStepListener> listeners = Listening.Create(options, caseName);
    private readonly List<RunNote> notes = [];
    private string? path;

    public ILogger Logger => logger;

    /// <summary>Gets all notes so far, in order.</summary>
    public IReadOnlyList<RunNote> Notes => [.. notes];

    public void Publish(RunStarted started)
    {
        logger.RunStarted(playbookId, runId);
        Publish(listener => listener.OnRunStarted(started));
    }

    public void Publish(StepStarted started)
    {
        path = started.Step.Path;
        logger.StepStarted(runId, started.Step.Number, started.Step.Action, started.Input);
        Publish(listener => listener.OnStepStarted(started));
    }

    public void Publish(AttemptFailed failed)
    {
        logger.AttemptFailed(runId, failed.Step.Number, failed.Attempt.Number, failed.Attempt.Cause ?? string.Empty);
        Publish(listener => listener.OnAttemptFailed(failed));
    }

    public void Publish(StepResult step)
    {
        logger.StepEnded(runId, step.Info.Number, step.Outcome, step.Duration);
        Publish(listener => listener.OnStepEnded(step));
        path = null;
    }

    public void PublishRecoveryStarted(StepResult failed)
    {
        logger.RecoveryStarted(runId, failed.Info.Number);
        Publish(listener => listener.OnRecoveryStarted(failed));
    }

    /// <summary>Publishes a note, which belongs to the active step.</summary>
    public void Publish(RunNote noted)
    {
        noted = noted with { Path = noted.Path ?? path };
        notes.Add(noted);
        logger.RunNote(runId, noted.Topic, noted.Message);
        Publish(listener => listener.OnNote(noted));
    }

    public void Publish(RecoveryActed acted) => Publish(listener => listener.OnRecoveryActed(acted));

    public void Publish(RecoveryEnded recovery) => Publish(listener => listener.OnRecoveryEnded(recovery));

    public void Publish(PlaybookResult result)
    {
        logger.RunEnded(playbookId, runId, result.Outcome, result.Duration, result.Error ?? "no error");
        Publish(listener => listener.OnRunEnded(result));
    }

    private void Publish(Action<IStepListener> publish)
    {
        foreach (var listener in listeners.Prepend(journal))
        {
            try
            {
                publish(listener);
            }
            catch (Exception failure)
            {
                logger.ListenerFailed(failure, listener.GetType().Name, runId);
            }
        }
    }
}
