namespace Playbooks;

/// <summary>What became of a recovery, for a person to review. All texts are masked.</summary>
public sealed record RecoveryRecord
{
    /// <summary>How it ended.</summary>
    public required RecoveryStatus Status { get; init; }

    /// <summary>Running number of the step that failed.</summary>
    public required int StepNumber { get; init; }

    /// <summary>Why it failed, or that there was no agent; null: it succeeded.</summary>
    public string? Why { get; init; }

    /// <summary>What the agent did instead, in order.</summary>
    public IReadOnlyList<RecoveryAction> Actions { get; init; } = [];

    /// <summary>The steps whose <c>verify</c> was run again and whose values were asked for, in order; the last one is what did not hold, if anything did not.</summary>
    public IReadOnlyList<StepResult> Verified { get; init; } = [];

    /// <summary>Tokens that the agent's model read.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens that the agent's model wrote.</summary>
    public long OutputTokens { get; init; }
}

/// <summary>How a recovery ended.</summary>
public enum RecoveryStatus
{
    /// <summary>A step asked for it, and the run had no agent.</summary>
    NoAgent,

    /// <summary>The agent said that it was done, every <c>verify</c> held and every promised value was there.</summary>
    Succeeded,

    /// <summary>The agent gave up, or it did not hold.</summary>
    Failed,
}
