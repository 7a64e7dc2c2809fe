using Microsoft.Extensions.Logging;

namespace Playbooks.Server.Gateway;

/// <summary>What the gateway writes into the service's log.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(60, LogLevel.Warning, "Run {RunId} is inactive: {Worker} does not answer as it should; from now on only what is stored is told")]
    public static partial void Inactive(this ILogger logger, Exception failure, string runId, string worker);

    [LoggerMessage(61, LogLevel.Warning, "{Worker} was passed over: {Reason}")]
    public static partial void PassedOver(this ILogger logger, string worker, string reason);
}
