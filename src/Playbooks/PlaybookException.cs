namespace Playbooks;

/// <summary>The exception for errors that the reader can correct. The message says what is wrong and what to do.</summary>
public class PlaybookException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="PlaybookException"/> class.</summary>
    /// <param name="code">The reason, for programs.</param>
    /// <param name="message">One or two sentences for people.</param>
    /// <param name="innerException">The cause, or null.</param>
    public PlaybookException(ErrorCode code, string message, Exception? innerException = null)
        : base(message, innerException) => Code = code;

    /// <summary>Gets the reason, for programs.</summary>
    public ErrorCode Code { get; }
}
