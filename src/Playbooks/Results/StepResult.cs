namespace Playbooks;

/// <summary>Represents the result of a step. All text is masked.</summary>
public sealed record StepResult
{
    /// <summary>Gets the step as written.</summary>
    public required StepInfo Info { get; init; }

    /// <summary>Gets the outcome of the step.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Gets whether the step failed and the run continued, because the step is optional or was attempted again.</summary>
    public bool IsWarning => Outcome == Outcome.Failed && (Info.Optional || AttemptedAgain);

    /// <summary>Gets whether the step failed and was attempted again together with the steps around it, because it is inside an <c>attempt</c>.</summary>
    public bool AttemptedAgain { get; init; }

    /// <summary>Gets the description with values filled in, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets a one-line summary of the action and its input.</summary>
    public string Input { get; init; } = string.Empty;

    /// <summary>Gets the arguments of the action by the names of its params. A value longer than 500 characters is truncated and followed by its full length.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the error message for people: the <c>failure_message</c> with values filled in, or the cause in plain words. Null if the step did not fail.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the technical cause of the failure, or null if the step did not fail.</summary>
    public string? Cause { get; init; }

    /// <summary>Gets the error code of the failure, or null if the step did not fail.</summary>
    public ErrorCode? ErrorCode { get; init; }

    /// <summary>Gets the results of all attempts, in order. Empty if a recovery agent completed the step before its first attempt.</summary>
    public IReadOnlyList<AttemptResult> Attempts { get; init; } = [];

    /// <summary>Gets the output of the action as invariant text, or null if it has none.</summary>
    public string? Output { get; init; }

    /// <summary>Gets whether a recovery agent completed the step. Such a step was verified, but not performed by the playbook.</summary>
    public bool TakenOver { get; init; }

    /// <summary>Gets the start of the step, in UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets the duration of all attempts, including the delays between them.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets everything that a person needs to understand the failure, or null if the step did not fail.</summary>
    public FailureDetails? Failure { get; init; }

    /// <summary>Gets the selector of the last attempt that found an element, or null if no attempt found one or the step needs none.</summary>
    public string? SelectorUsed => LastFound?.SelectorUsed;

    /// <summary>Gets the position of <see cref="SelectorUsed"/> in the chain, 0 for the primary, or null if no selector was used.</summary>
    public int? SelectorRank => LastFound?.SelectorRank;

    /// <summary>Gets whether a fallback found the element instead of the primary selector.</summary>
    public bool Drifted => SelectorRank > 0;

    /// <summary>Gets the notes of all attempts, one sentence each.</summary>
    public IReadOnlyList<string> Notes => [.. Attempts.SelectMany(static attempt => attempt.Notes)];

    /// <summary>Gets the number of input tokens that a recovery agent has used for the step.</summary>
    public long RecoveryInputTokens { get; init; }

    /// <summary>Gets the number of output tokens that a recovery agent has used for the step.</summary>
    public long RecoveryOutputTokens { get; init; }

    /// <summary>Gets the number of input tokens of language models in all attempts.</summary>
    public long InputTokens => Attempts.Sum(static attempt => attempt.InputTokens);

    /// <summary>Gets the number of output tokens of language models in all attempts.</summary>
    public long OutputTokens => Attempts.Sum(static attempt => attempt.OutputTokens);

    private AttemptResult? LastFound => Attempts.LastOrDefault(static attempt => attempt.SelectorUsed is not null);
}
