namespace Playbooks;

/// <summary>The exception that is thrown for errors that the caller or the playbook's author can correct. The message says what is wrong and what to do.</summary>
public class PlaybookException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="PlaybookException"/> class.</summary>
    /// <param name="code">The error code, by which programs can distinguish errors.</param>
    /// <param name="message">One or two sentences for people.</param>
    /// <param name="innerException">The cause, or null.</param>
    public PlaybookException(ErrorCode code, string message, Exception? innerException = null)
        : base(message, innerException) => Code = code;

    /// <summary>Gets the error code, by which programs can distinguish errors.</summary>
    public ErrorCode Code { get; }
}
