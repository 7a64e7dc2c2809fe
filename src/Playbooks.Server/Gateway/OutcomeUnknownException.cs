namespace Playbooks.Server.Gateway;

/// <summary>A worker may have done what it was asked for, or may not: nobody else may be asked for it.</summary>
internal sealed class OutcomeUnknownException(string message, Exception cause) : PlaybookException(ErrorCode.UpstreamUnreachable, message, cause);
