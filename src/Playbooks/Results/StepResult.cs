namespace Playbooks;

/// <summary>What became of a step. All texts are masked.</summary>
public sealed record StepResult
{
    /// <summary>The step as it was before it ran.</summary>
    public required StepInfo Info { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The description, bound; null: none.</summary>
    public string? Description { get; init; }

    /// <summary>What it did with what, in one line.</summary>
    public string Input { get; init; } = string.Empty;

    /// <summary>What its action was given, by the names of its params; texts over 500 characters are cut and their full length is named.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    /// <summary>What a person is told: the bound <c>failure_message</c>, else the plain cause; null: it did not fail.</summary>
    public string? Error { get; init; }

    /// <summary>The technical cause; null: it did not fail.</summary>
    public string? Cause { get; init; }

    /// <summary>Why it failed, for programs; null: it did not.</summary>
    public ErrorCode? ErrorCode { get; init; }

    /// <summary>Every try, in order; empty where a recovery agent took the step over before it was tried.</summary>
    public IReadOnlyList<AttemptResult> Attempts { get; init; } = [];

    /// <summary>What it gave, as invariant text; null: nothing.</summary>
    public string? Output { get; init; }

    /// <summary>Whether a recovery agent did it: it was verified, not acted.</summary>
    public bool TakenOver { get; init; }

    /// <summary>When it began, in UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>All tries and the waiting between them.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>All that a person needs to see of its failure; null: it did not fail.</summary>
    public FailureDetails? Failure { get; init; }

    /// <summary>The selector that found the element at the last try that found one; null: none did, or none was needed.</summary>
    public string? SelectorUsed => LastFound?.SelectorUsed;

    /// <summary>Its place in the chain, 0 for the primary; null: see <see cref="SelectorUsed"/>.</summary>
    public int? SelectorRank => LastFound?.SelectorRank;

    /// <summary>Whether the element was found by another selector than the primary.</summary>
    public bool Drifted => SelectorRank > 0;

    /// <summary>What a person should know of beside the outcome, of all attempts, a sentence each.</summary>
    public IReadOnlyList<string> Notes => [.. Attempts.SelectMany(static attempt => attempt.Notes)];

    /// <summary>Tokens that models read in all tries.</summary>
    public long InputTokens => Attempts.Sum(static attempt => attempt.InputTokens);

    /// <summary>Tokens that models wrote in all tries.</summary>
    public long OutputTokens => Attempts.Sum(static attempt => attempt.OutputTokens);

    private AttemptResult? LastFound => Attempts.LastOrDefault(static attempt => attempt.SelectorUsed is not null);
}
