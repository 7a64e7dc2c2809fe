using System.Diagnostics.CodeAnalysis;
using Playbooks.Guarding.Secrets;

namespace Playbooks;

/// <summary>What became of a run. All texts are masked; typed outputs are as the page gave them.</summary>
public record PlaybookResult
{
    private readonly SecretMask mask;

    internal PlaybookResult(SecretMask mask) => this.mask = mask;

    /// <summary>What ran.</summary>
    public required PlaybookInfo Playbook { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Whether it failed as <see cref="RunOptions.Expectation"/> demands, in all that it demands; null: no failure is expected.</summary>
    public bool? FailedAsExpected { get; init; }

    /// <summary>What a person is told, as <c>Step 5 of 6 (Click cancel): Order 999 was not found</c>; null: it did not fail.</summary>
    public string? Error { get; init; }

    /// <summary>Why it failed, for programs; null: it did not.</summary>
    public ErrorCode? ErrorCode { get; init; }

    /// <summary>The technical cause; null: it did not fail.</summary>
    public string? Cause { get; init; }

    /// <summary>Every step that was run, in order; one that failed is the last.</summary>
    public IReadOnlyList<StepResult> Steps { get; init; } = [];

    /// <summary>What the steps stored, as invariant texts; so far, where the run failed.</summary>
    public IReadOnlyList<NamedValue> OutputTexts { get; init; } = [];

    /// <summary>The parameters' values, secrets as <c>***</c>.</summary>
    public IReadOnlyList<NamedValue> Values { get; init; } = [];

    /// <summary>What recovery did, or that there was no agent; null: it was not called for.</summary>
    public RecoveryRecord? Recovery { get; init; }

    /// <summary>What a person should know of beside how the steps ended, in order, each with its step's address.</summary>
    public IReadOnlyList<Noted> Notes { get; init; } = [];

    /// <summary>All that a person needs to see of the failure; null: it did not fail.</summary>
    public FailureDetails? Failure { get; init; }

    /// <summary>What was thrown; for a failed step its stack names the step's line in the YAML. Null: it did not fail.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The run.</summary>
    public required RunId RunId { get; init; }

    /// <summary>Full path of the run's folder; it may lack what <see cref="EvidenceProblems"/> names.</summary>
    public required string RunFolder { get; init; }

    /// <summary>Full path of Playwright's trace; null: none was kept.</summary>
    public string? TracePath { get; init; }

    /// <summary>Full path of the report for people; null: it could not be written.</summary>
    public string? ReportPath { get; init; }

    /// <summary>What of the evidence could not be written, or what could not be cleaned up, a sentence each. It changes nothing of how the run ended.</summary>
    public IReadOnlyList<string> EvidenceProblems { get; init; } = [];

    /// <summary>GitHub's workflow command that puts the failure at its line; null: there is none, or it was written to the standard output.</summary>
    internal string? Annotation { get; init; }

    /// <summary>When it began, in UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Tokens that models read, in all tries and in recovery.</summary>
    public long InputTokens => Steps.Sum(static step => step.InputTokens) + (Recovery?.InputTokens ?? 0);

    /// <summary>Tokens that models wrote, in all tries and in recovery.</summary>
    public long OutputTokens => Steps.Sum(static step => step.OutputTokens) + (Recovery?.OutputTokens ?? 0);

    /// <summary>What a person reads of the run's failure; empty: it did not fail.</summary>
    public string Report => FailureReport.ToText(this);

    /// <summary>Hides the run's secrets in a text that is to be shown.</summary>
    public string Mask(string text) => mask.Apply(text);

    /// <summary>The playbook's id and how it ended.</summary>
    public sealed override string ToString() => Error is null ? $"{Playbook.Id}: {Outcome}" : $"{Playbook.Id}: {Outcome}: {Error}";
}

/// <summary>What became of a run, with what its steps stored.</summary>
/// <typeparam name="TOutputs">The playbook's record of outputs.</typeparam>
public sealed record PlaybookResult<TOutputs> : PlaybookResult
{
    // The members are written out by the base's copy constructor, so that a new one is never forgotten here.
    [SetsRequiredMembers]
    internal PlaybookResult(PlaybookResult result, TOutputs outputs)
        : base(result) => Outputs = outputs;

    /// <summary>What the steps stored; so far, where the run failed.</summary>
    public required TOutputs Outputs { get; init; }
}
