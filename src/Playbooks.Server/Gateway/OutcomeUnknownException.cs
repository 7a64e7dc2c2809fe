namespace Playbooks.Server.Gateway;

/// <summary>The exception that is thrown when it is unknown whether a worker has executed a request. The request must not be sent to another worker.</summary>
internal sealed class OutcomeUnknownException(string message, Exception cause) : PlaybookException(ErrorCode.UpstreamUnreachable, message, cause);
