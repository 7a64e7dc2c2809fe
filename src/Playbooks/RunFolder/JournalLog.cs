using Microsoft.Extensions.Logging;

namespace Playbooks.RunFolder;

/// <summary>What a run's journal writes into the host's log.</summary>
internal static partial class JournalLog
{
    [LoggerMessage(40, LogLevel.Warning, "Run {RunId}: {Problem}")]
    public static partial void EvidenceNotWritten(this ILogger logger, string runId, string problem);
}
