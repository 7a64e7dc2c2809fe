namespace Playbooks.Running;

/// <summary>One try, with what later tries need to know of it.</summary>
/// <param name="Result">For the result; masked.</param>
/// <param name="Failure">Why it failed, as thrown; null: it passed.</param>
/// <param name="ActionWorked">Whether the action did what it should, in this try or in one before.</param>
/// <param name="Output">What the action gave.</param>
internal sealed record Attempt(AttemptResult Result, Exception? Failure, bool ActionWorked, object? Output);
