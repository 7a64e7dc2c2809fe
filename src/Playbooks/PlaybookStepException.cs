namespace Playbooks;

/// <summary>A step failed for good. Its stack trace names the step's line in the YAML.</summary>
public sealed class PlaybookStepException : PlaybookException
{
    internal PlaybookStepException(StepResult step, ErrorCode code, string message, Exception? innerException)
        : base(code, message, innerException) => Step = step;

    /// <summary>What became of the step.</summary>
    public StepResult Step { get; }
}
