namespace Playbooks.Server.Streaming;

/// <summary>
/// The exception that is thrown when a live source fails after part of its data was delivered. Stored data must not be appended to that
/// part, so the receiver must send its request again.
/// </summary>
internal sealed class StreamInterruptedException : PlaybookException
{
    internal StreamInterruptedException(Exception cause)
        : base(ErrorCode.UpstreamUnreachable, "The live response was interrupted. Send the request again to get the remainder, or all of it, from the stored run.", cause)
    {
    }
}
