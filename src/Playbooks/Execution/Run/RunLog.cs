using Microsoft.Extensions.Logging;

namespace Playbooks.Execution.Run;

/// <summary>The log messages of a run. Their arguments are masked.</summary>
internal static partial class RunLog
{
    [LoggerMessage(1, LogLevel.Information, "Playbook {Playbook} starts as run {RunId}.")]
    public static partial void RunStarted(this ILogger logger, string playbook, string runId);

    [LoggerMessage(2, LogLevel.Debug, "Run {RunId}: step {Step} starts: {Action} {Input}")]
    public static partial void StepStarted(this ILogger logger, string runId, int step, string action, string input);

    [LoggerMessage(3, LogLevel.Warning, "Run {RunId}: step {Step}, attempt {Attempt} failed: {Cause}")]
    public static partial void AttemptFailed(this ILogger logger, string runId, int step, int attempt, string cause);

    [LoggerMessage(4, LogLevel.Debug, "Run {RunId}: step {Step} ended: {Outcome} after {Duration}.")]
    public static partial void StepEnded(this ILogger logger, string runId, int step, Outcome outcome, TimeSpan duration);

    [LoggerMessage(5, LogLevel.Information, "Playbook {Playbook}, run {RunId} ended: {Outcome} after {Duration}, {Error}")]
    public static partial void RunEnded(this ILogger logger, string playbook, string runId, Outcome outcome, TimeSpan duration, string error);

    [LoggerMessage(6, LogLevel.Warning, "Run {RunId}: the recovery agent takes over at step {Step}.")]
    public static partial void RecoveryStarted(this ILogger logger, string runId, int step);

    [LoggerMessage(7, LogLevel.Error, "The listener {Listener} of run {RunId} failed; the run continues.")]
    public static partial void ListenerFailed(this ILogger logger, Exception failure, string listener, string runId);

    [LoggerMessage(9, LogLevel.Warning, "Run {RunId}, {Topic}: {Message}")]
    public static partial void RunNote(this ILogger logger, string runId, string topic, string message);
}
