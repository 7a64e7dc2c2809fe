using System.Diagnostics.CodeAnalysis;
using Playbooks.Guarding.Secrets;

namespace Playbooks;

/// <summary>Represents the result of a run. All text is masked; typed outputs are unmasked, as read from the page.</summary>
public record PlaybookResult
{
    private readonly SecretMask mask;

    internal PlaybookResult(SecretMask mask) => this.mask = mask;

    /// <summary>Gets the description of the playbook.</summary>
    public required PlaybookInfo Playbook { get; init; }

    /// <summary>Gets the outcome of the run.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Gets whether the run failed exactly as <see cref="RunRequest.Expectation"/> requires, or null if no failure is expected.</summary>
    public bool? FailedAsExpected { get; init; }

    /// <summary>Gets the error message for people, such as <c>Step 5 of 6 (Click cancel): Order 999 was not found</c>, or null if the run did not fail.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the error code of the failure, or null if the run did not fail.</summary>
    public ErrorCode? ErrorCode { get; init; }

    /// <summary>Gets the technical cause of the failure, or null if the run did not fail.</summary>
    public string? Cause { get; init; }

    /// <summary>Gets the step that failed for good, or null if the run did not fail or failed outside its steps.</summary>
    public StepResult? FailedStep { get; init; }

    /// <summary>Gets every step that ran, in order.</summary>
    public IReadOnlyList<StepResult> Steps { get; init; } = [];

    /// <summary>Gets the stored outputs as invariant strings. If the run failed, those that were stored before the failure.</summary>
    public IReadOnlyList<NamedValue> OutputTexts { get; init; } = [];

    /// <summary>Gets the values of the parameters, followed by the built-in dates and fresh values that the run has used, such as <c>today+3d</c>. Secrets are <c>***</c>.</summary>
    public IReadOnlyList<NamedValue> Values { get; init; } = [];

    /// <summary>Gets the seed of the fresh values, which <see cref="RunRequest.Seed"/> takes to repeat them.</summary>
    public string Seed { get; init; } = string.Empty;

    /// <summary>Gets the part of <see cref="Values"/> that does not come from parameters.</summary>
    internal IReadOnlyList<NamedValue> FreshValues { get; init; } = [];

    /// <summary>Gets what the recovery did, or that there was no agent; null if no step requested recovery.</summary>
    public RecoveryRecord? Recovery { get; init; }

    /// <summary>Gets notes about the run, in order, each with the address of its step.</summary>
    public IReadOnlyList<RunNote> Notes { get; init; } = [];

    /// <summary>Gets everything that a person needs to understand the failure, or null if the run did not fail.</summary>
    public FailureDetails? Failure { get; init; }

    /// <summary>Gets the exception that ended the run, or null if the run did not fail. The stack trace of a failed step contains the step's line in the YAML.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Gets the id of the run.</summary>
    public required RunId RunId { get; init; }

    /// <summary>Gets the full path of the run's folder. <see cref="EvidenceProblems"/> lists what is missing in it.</summary>
    public required string RunFolder { get; init; }

    /// <summary>Gets the full path of Playwright's trace, or null if none was kept.</summary>
    public string? TracePath { get; init; }

    /// <summary>Gets the full path of the HTML report, or null if it could not be written.</summary>
    public string? ReportPath { get; init; }

    /// <summary>Gets what could not be written or cleaned up, one sentence each. These problems do not affect the outcome.</summary>
    public IReadOnlyList<string> EvidenceProblems { get; init; } = [];

    /// <summary>
    /// Gets GitHub's workflow command that annotates the failure at its line, for a message or standard output. Null unless
    /// <see cref="RunOptions.ReturnsGitHubAnnotation"/> is set and the run failed in a GitHub Actions job.
    /// </summary>
    public string? GitHubAnnotation { get; init; }

    /// <summary>Gets the start of the run, in UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets the duration of the run.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets the number of input tokens of language models, in all attempts and in recovery.</summary>
    public long InputTokens => Steps.Sum(static step => step.InputTokens) + (Recovery?.InputTokens ?? 0);

    /// <summary>Gets the number of output tokens of language models, in all attempts and in recovery.</summary>
    public long OutputTokens => Steps.Sum(static step => step.OutputTokens) + (Recovery?.OutputTokens ?? 0);

    /// <summary>Gets the failure report as text. Empty if the run did not fail.</summary>
    public string Report => FailureReport.ToText(this);

    /// <summary>Masks the run's secrets in a string.</summary>
    public string Mask(string text) => mask.Apply(text);

    /// <summary>Returns the playbook's id, the outcome, and the error message.</summary>
    public sealed override string ToString() => Error is null ? $"{Playbook.Id}: {Outcome}" : $"{Playbook.Id}: {Outcome}: {Error}";
}

/// <summary>Represents the result of a run, with the typed outputs.</summary>
/// <typeparam name="TOutputs">The record of the playbook's outputs.</typeparam>
public sealed record PlaybookResult<TOutputs> : PlaybookResult
{
    // The copy constructor of the base copies all members, so that a new member cannot be forgotten here.
    [SetsRequiredMembers]
    internal PlaybookResult(PlaybookResult result, TOutputs outputs)
        : base(result) => Outputs = outputs;

    /// <summary>Gets the stored outputs. If the run failed, those that were stored before the failure.</summary>
    public required TOutputs Outputs { get; init; }
}
