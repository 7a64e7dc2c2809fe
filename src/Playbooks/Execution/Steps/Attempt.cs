using Playbooks.Steps;

namespace Playbooks.Execution.Steps;

/// <summary>An attempt, with what later attempts need to know about it.</summary>
/// <param name="Result">The masked result.</param>
/// <param name="Failure">The exception, or null if the attempt passed.</param>
/// <param name="CarriedOut">The action that was performed in this attempt or in an earlier one, or null.</param>
/// <param name="HasBegun">Whether the action was started in this attempt, whether or not it was performed.</param>
internal sealed record Attempt(AttemptResult Result, Exception? Failure, CarriedOutAction? CarriedOut, bool HasBegun)
{
    /// <summary>Gets the output of the action.</summary>
    public object? Output => CarriedOut?.Output;
}

/// <summary>An action that was performed, or may have been.</summary>
/// <param name="Context">The context of the attempt that performed the action.</param>
/// <param name="HasEnded">Whether the action completed. False if it failed or timed out after it had started.</param>
/// <param name="Output">The output of the action.</param>
internal sealed record CarriedOutAction(StepContext Context, bool HasEnded, object? Output)
{
    /// <summary>Determines whether a later attempt first waits for what the action has started, before it may act again.</summary>
    public bool IsWaitedFor(Step step) => HasEnded || !step.IsSafeToRepeat;
}
