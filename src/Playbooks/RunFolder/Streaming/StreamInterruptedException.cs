namespace Playbooks.RunFolder.Streaming;

/// <summary>
/// A live source failed after part of it had been delivered. What is stored must not be put behind that part: the receiver is
/// told that it was broken off, and asks again.
/// </summary>
public sealed class StreamInterruptedException : PlaybookException
{
    internal StreamInterruptedException(Exception cause)
        : base(ErrorCode.UpstreamUnreachable, "What was being read live broke off after a part of it. Ask again: what is missing, or all of it, comes from what is stored.", cause)
    {
    }
}
