namespace Playbooks;

/// <summary>The last line of a run that came to its end.</summary>
public sealed record EndRecord : LogRecord
{
    /// <summary>How the run ended, for programs.</summary>
    public required RunState Status { get; init; }

    /// <summary>How the playbook ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Whether it failed as its test wants it to; null: no failure is wanted.</summary>
    public bool? FailedAsExpected { get; init; }

    /// <summary>Why it failed; null: it did not.</summary>
    public RunError? Error { get; init; }

    /// <summary>All that a person needs to see of the failure; null: it did not fail.</summary>
    public FailureDetails? Failure { get; init; }

    /// <summary>What recovery did; null: it was not called for.</summary>
    public RecoverySummary? Recovery { get; init; }

    /// <summary>What the steps stored.</summary>
    public IReadOnlyList<NamedText> Outputs { get; init; } = [];

    /// <summary>How many actions were written before it.</summary>
    public int ActionCount { get; init; }

    /// <summary>How long the run took, in milliseconds.</summary>
    public double DurationMs { get; init; }
}

/// <summary>What a recovery agent did, for a person to review.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Step">Running number of the step that failed.</param>
/// <param name="Why">Why it failed, or that there was no agent; null: it succeeded.</param>
/// <param name="Actions">What it did instead, in order.</param>
public sealed record RecoverySummary(RecoveryStatus Status, int Step, string? Why, IReadOnlyList<RecoveryAction> Actions);
