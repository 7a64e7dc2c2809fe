namespace Playbooks;

/// <summary>Describes a recovery, for a person to review. All texts are masked.</summary>
public sealed record RecoveryRecord
{
    /// <summary>Gets how the recovery ended.</summary>
    public required RecoveryStatus Status { get; init; }

    /// <summary>Gets the number of the failed step.</summary>
    public required int StepNumber { get; init; }

    /// <summary>Gets why the recovery failed, or that there was no agent; null if it succeeded.</summary>
    public string? Why { get; init; }

    /// <summary>Gets the actions of the agent, in order.</summary>
    public IReadOnlyList<RecoveryAction> Actions { get; init; } = [];

    /// <summary>Gets the steps whose <c>verify</c> was checked again and whose outputs were requested, in order. If one was not met, it is the last.</summary>
    public IReadOnlyList<StepResult> Verified { get; init; } = [];

    /// <summary>Gets the number of input tokens of the agent's model.</summary>
    public long InputTokens { get; init; }

    /// <summary>Gets the number of output tokens of the agent's model.</summary>
    public long OutputTokens { get; init; }
}

/// <summary>Specifies how a recovery ended.</summary>
public enum RecoveryStatus
{
    /// <summary>A step requested recovery, but the run has no agent.</summary>
    NoAgent,

    /// <summary>The agent reported that it was done, every <c>verify</c> was met, and every required output was available.</summary>
    Succeeded,

    /// <summary>The agent gave up, or its work did not pass verification.</summary>
    Failed,
}
