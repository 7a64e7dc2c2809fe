using Microsoft.Extensions.Logging;

namespace Playbooks.Server.Gateway;

/// <summary>The log messages of the gateway.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(60, LogLevel.Warning, "Run {RunId} is unreachable: {Worker} does not respond correctly. From now on, only stored data is served")]
    public static partial void Inactive(this ILogger logger, Exception failure, string runId, string worker);

    [LoggerMessage(61, LogLevel.Warning, "{Worker} was skipped: {Reason}")]
    public static partial void PassedOver(this ILogger logger, string worker, string reason);
}
