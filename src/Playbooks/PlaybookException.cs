namespace Playbooks;

/// <summary>An error that its reader can do something about: what went wrong, and what to do.</summary>
public class PlaybookException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="code">For programs.</param>
    /// <param name="message">For people: one or two sentences.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public PlaybookException(ErrorCode code, string message, Exception? innerException = null)
        : base(message, innerException) => Code = code;

    /// <summary>For programs.</summary>
    public ErrorCode Code { get; }
}
