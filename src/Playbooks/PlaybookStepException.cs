namespace Playbooks;

/// <summary>The exception that is thrown when a step fails for good. Its stack trace contains the line of the step in the YAML.</summary>
public sealed class PlaybookStepException : PlaybookException
{
    internal PlaybookStepException(StepResult step, ErrorCode code, string message, Exception? innerException)
        : base(code, message, innerException) => Step = step;

    /// <summary>Gets the result of the step.</summary>
    public StepResult Step { get; }
}
