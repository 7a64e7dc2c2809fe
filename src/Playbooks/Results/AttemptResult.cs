namespace Playbooks;

/// <summary>One try of a step: the action and its <c>verify</c>. All texts are masked.</summary>
public sealed record AttemptResult
{
    /// <summary>Which try, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether the action was carried out in this attempt, or may have been. False where no element was found, and where an earlier attempt had acted and this one only waited and verified again.</summary>
    public bool Acted { get; init; }

    /// <summary>Why it failed; null: it passed.</summary>
    public string? Cause { get; init; }

    /// <summary>Why it failed, for programs; null: it passed.</summary>
    public ErrorCode? ErrorCode { get; init; }

    /// <summary>Whether it passed.</summary>
    public bool Passed => Cause is null;

    /// <summary>What became of each expectation when it was last asked; empty: none was.</summary>
    public IReadOnlyList<ExpectationResult> Expectations { get; init; } = [];

    /// <summary>The selector that found the element; null: none did, or none was needed.</summary>
    public string? SelectorUsed { get; init; }

    /// <summary>Its place in the chain, 0 for the primary; null: see <see cref="SelectorUsed"/>.</summary>
    public int? SelectorRank { get; init; }

    /// <summary>What became of each selector where none gave exactly one element.</summary>
    public IReadOnlyList<SelectorCandidate> Candidates { get; init; } = [];

    /// <summary>The elements of the page whose names come closest, where no selector found one.</summary>
    public IReadOnlyList<string> NearestNames { get; init; } = [];

    /// <summary>What a person should know of beside the outcome, a sentence each: a dialog that was dismissed, a window that opened, a download that started, a <c>verify</c> that shows nothing.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The page's URL afterwards; null: there was no page to ask.</summary>
    public string? Url { get; init; }

    /// <summary>Full path of the screenshot that it took; null: none.</summary>
    public string? ScreenshotPath { get; init; }

    /// <summary>Tokens that models read.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens that models wrote.</summary>
    public long OutputTokens { get; init; }
}
