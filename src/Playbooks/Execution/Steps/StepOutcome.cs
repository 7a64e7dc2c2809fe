namespace Playbooks.Execution.Steps;

/// <summary>How a step ended. A step that failed is an outcome, not an exception.</summary>
/// <param name="Result">The result of the step.</param>
/// <param name="Failure">The reason of a step that failed for good, or null.</param>
internal sealed record StepOutcome(StepResult Result, Exception? Failure = null)
{
    /// <summary>Gets the reason of a step whose soft <c>verify</c> was not met, after which the run goes on and fails at its end, or null.</summary>
    public Exception? SoftFailure { get; init; }
}
