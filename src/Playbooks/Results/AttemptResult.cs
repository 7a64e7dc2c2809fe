namespace Playbooks;

/// <summary>Represents the result of one attempt of a step: the action and its <c>verify</c>. All text is masked.</summary>
public sealed record AttemptResult
{
    /// <summary>Gets the number of the attempt, starting at 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the duration of the attempt.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets whether this attempt performed the action, or may have performed it. False if no element was found, or if an earlier attempt had performed the action and this one only waited and verified again.</summary>
    public bool Acted { get; init; }

    /// <summary>Gets the technical cause of the failure, or null if the attempt passed.</summary>
    public string? Cause { get; init; }

    /// <summary>Gets the error code of the failure, or null if the attempt passed.</summary>
    public ErrorCode? ErrorCode { get; init; }

    /// <summary>Gets whether the attempt passed.</summary>
    public bool Passed => Cause is null;

    /// <summary>Gets the last result of each expectation. Empty if none was checked.</summary>
    public IReadOnlyList<ExpectationResult> Expectations { get; init; } = [];

    /// <summary>Gets the selector that found the element, or null if no selector found one or the step needs none.</summary>
    public string? SelectorUsed { get; init; }

    /// <summary>Gets the position of <see cref="SelectorUsed"/> in the chain, 0 for the primary, or null if no selector was used.</summary>
    public int? SelectorRank { get; init; }

    /// <summary>Gets the result of each selector, if none of them matched exactly one element.</summary>
    public IReadOnlyList<SelectorCandidate> Candidates { get; init; } = [];

    /// <summary>Gets the elements of the page with the most similar names, if no selector found an element.</summary>
    public IReadOnlyList<string> NearestNames { get; init; } = [];

    /// <summary>Gets notes about the attempt, one sentence each: a dismissed dialog, an opened window, a started download, or a <c>verify</c> that proves nothing.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Gets the URL of the page after the attempt, or null if there was no page.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the full path of the screenshot that the attempt took, or null.</summary>
    public string? ScreenshotPath { get; init; }

    /// <summary>Gets the response to the request of the attempt: the status, the headers without cookies, and the beginning of the body, including those of each redirect. Null if the attempt sent no request, or there was no response.</summary>
    public string? Response { get; init; }

    /// <summary>Gets the number of input tokens of language models.</summary>
    public long InputTokens { get; init; }

    /// <summary>Gets the number of output tokens of language models.</summary>
    public long OutputTokens { get; init; }
}
