using Microsoft.Extensions.Logging;

namespace Playbooks.Server.Working;

/// <summary>The log messages of a worker. They never contain the value of a parameter.</summary>
internal static partial class WorkerLog
{
    [LoggerMessage(1, LogLevel.Information, "Run {RunId} of the playbook {Playbook} was accepted; {Waiting} run(s) are queued")]
    public static partial void Accepted(this ILogger logger, string runId, string playbook, int waiting);

    [LoggerMessage(2, LogLevel.Information, "Run {RunId} is being stopped")]
    public static partial void Stopping(this ILogger logger, string runId);

    [LoggerMessage(3, LogLevel.Information, "Run {RunId} of the playbook {Playbook} has ended: {Outcome} after {Duration}")]
    public static partial void Finished(this ILogger logger, string runId, string playbook, Outcome outcome, TimeSpan duration);

    [LoggerMessage(4, LogLevel.Information, "The service is shutting down; stopping {Runs} run(s) and completing their evidence")]
    public static partial void Closing(this ILogger logger, int runs);

    [LoggerMessage(5, LogLevel.Error, "Run {RunId} ended with an unexpected error")]
    public static partial void Broken(this ILogger logger, Exception failure, string runId);

    [LoggerMessage(6, LogLevel.Warning, "Run {RunId} was left unfinished by a process that no longer exists; finalizing it from the stored log")]
    public static partial void Recovered(this ILogger logger, string runId);

    [LoggerMessage(8, LogLevel.Information, "{Runs} run(s) that exceeded the retention limits were deleted")]
    public static partial void Removed(this ILogger logger, int runs);

    [LoggerMessage(7, LogLevel.Error, "{Problem}")]
    public static partial void NotRecovered(this ILogger logger, string problem);
}
