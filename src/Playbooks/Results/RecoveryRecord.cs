namespace Playbooks;

/// <summary>Describes the recoveries of a run, for a person to review. All text is masked.</summary>
public sealed record RecoveryRecord
{
    /// <summary>Gets how the recovery ended.</summary>
    public required RecoveryStatus Status { get; init; }

    /// <summary>Gets the number of the step for which the agent was called first.</summary>
    public required int StepNumber { get; init; }

    /// <summary>Gets why the recovery failed, or that there was no agent; null if it succeeded.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the actions of the agent, in order.</summary>
    public IReadOnlyList<RecoveryActionResult> Actions { get; init; } = [];

    /// <summary>Gets the steps that the agent completed and the run verified, in order.</summary>
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

    /// <summary>Every step that the agent completed was verified.</summary>
    Succeeded,

    /// <summary>The agent gave up, or a step that it completed was not verified.</summary>
    Failed,
}
