

using Playbooks.Steps;

namespace Playbooks.Execution.Steps;

/// <summary>One attempt, with what later attempts need to know of it.</summary>
/// <param name="Result">For the result; masked.</param>
/// <param name="Failure">Why it failed, as thrown; null: it passed.</param>
/// <param name="CarriedOut">The action that was carried out, in this attempt or in an earlier one; null: none was.</param>
/// <param name="HasBegun">Whether the action was begun in this attempt, carried out or not.</param>
internal sealed record Attempt(AttemptResult Result, Exception? Failure, CarriedOutAction? CarriedOut, bool HasBegun)
{
    /// <summary>What the action gave.</summary>
    public object? Output => CarriedOut?.Output;
}

/// <summary>An action that was carried out, or may have been.</summary>
/// <param name="Context">The attempt that carried it out.</param>
/// <param name="HasEnded">Whether it came to its end; false: it failed or took too long after it had begun to act.</param>
/// <param name="Output">What it gave.</param>
internal sealed record CarriedOutAction(StepContext Context, bool HasEnded, object? Output)
{
    /// <summary>Whether a later attempt first waits for what the action has started, before it may act again.</summary>
    public bool IsWaitedFor(Step step) => HasEnded || !step.IsSafeToRepeat;
}
