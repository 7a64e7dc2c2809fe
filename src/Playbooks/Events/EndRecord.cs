namespace Playbooks;

/// <summary>Records the end of a run, as the last line of its log.</summary>
public sealed record EndRecord : LogRecord
{
    /// <summary>Gets the final state of the run.</summary>
    public required RunState Status { get; init; }

    /// <summary>Gets the outcome of the playbook.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Gets whether the run failed as expected, or null if no failure is expected.</summary>
    public bool? FailedAsExpected { get; init; }

    /// <summary>Gets the reason for the failure, or null if the run did not fail.</summary>
    public RunError? Error { get; init; }

    /// <summary>Gets the address of the step that failed for good, or null if the run did not fail or failed outside its steps.</summary>
    public string? FailedStep { get; init; }

    /// <summary>Gets everything that a person needs to understand the failure, or null if the run did not fail.</summary>
    public FailureDetails? Failure { get; init; }

    /// <summary>Gets what the recovery did, or null if no step requested recovery.</summary>
    public RecoverySummary? Recovery { get; init; }

    /// <summary>Gets the stored outputs.</summary>
    public IReadOnlyList<NamedText> Outputs { get; init; } = [];

    /// <summary>Gets the built-in dates and fresh values that the run has used, named after their placeholders.</summary>
    public IReadOnlyList<NamedText> Values { get; init; } = [];

    /// <summary>Gets the number of actions in the log.</summary>
    public int ActionCount { get; init; }

    /// <summary>Gets the duration of the run, in milliseconds.</summary>
    public double DurationMs { get; init; }
}

/// <summary>Summarizes the recoveries of a run. The actions of the agent are records of their own.</summary>
/// <param name="Status">How the recovery ended.</param>
/// <param name="Step">The number of the failed step.</param>
/// <param name="Reason">Why the recovery failed, or that there was no agent; null if it succeeded.</param>
public sealed record RecoverySummary(RecoveryStatus Status, int Step, string? Reason);
