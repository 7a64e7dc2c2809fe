using Microsoft.Extensions.Logging;

namespace Playbooks.RunFolder;

/// <summary>The log messages of a run's journal.</summary>
internal static partial class JournalLog
{
    [LoggerMessage(40, LogLevel.Warning, "Run {RunId}: {Problem}")]
    public static partial void EvidenceNotWritten(this ILogger logger, string runId, string problem);
}
