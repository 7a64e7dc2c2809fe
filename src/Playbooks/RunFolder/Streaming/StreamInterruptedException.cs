namespace Playbooks.RunFolder.Streaming;

/// <summary>
/// A live source failed after part of it had been delivered. What is stored must not be put behind that part: the receiver is
/// told that it was broken off, and asks again.
/// </summary>
internal sealed class StreamInterruptedException : PlaybookException
{
    internal StreamInterruptedException(Exception cause)
        : base(ErrorCode.UpstreamUnreachable, "The live response was interrupted. Send the request again to get the remainder, or all of it, from the stored run.", cause)
    {
    }
}
