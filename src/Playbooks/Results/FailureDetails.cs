namespace Playbooks;

/// <summary>All that a person needs to see of a failure. All texts are masked.</summary>
public sealed record FailureDetails
{
    /// <summary>Which step, as <c>Step 5 of 6 (Click cancel)</c>; what was done before the first step, where none failed.</summary>
    public required string Where { get; init; }

    /// <summary>What a person is told.</summary>
    public required string Message { get; init; }

    /// <summary>The technical cause.</summary>
    public required string Cause { get; init; }

    /// <summary>Why, for programs.</summary>
    public required ErrorCode Code { get; init; }

    /// <summary>The YAML of the step with the lines around it; null: no step failed.</summary>
    public SourceExcerpt? Source { get; init; }

    /// <summary>How many tries failed.</summary>
    public int Attempts { get; init; }

    /// <summary>What was expected and seen at the last try.</summary>
    public IReadOnlyList<ExpectationResult> Expectations { get; init; } = [];

    /// <summary>What became of each selector at the last try.</summary>
    public IReadOnlyList<SelectorCandidate> Candidates { get; init; } = [];

    /// <summary>The elements of the page whose names come closest.</summary>
    public IReadOnlyList<string> NearestNames { get; init; } = [];

    /// <summary>The page's URL; null: it could not be asked.</summary>
    public string? Url { get; init; }

    /// <summary>The page's title; null: it could not be asked.</summary>
    public string? Title { get; init; }

    /// <summary>The last five requests, the oldest first.</summary>
    public IReadOnlyList<RequestRecord> Requests { get; init; } = [];

    /// <summary>Errors on the console, and scripts' uncaught ones, since the last step that passed.</summary>
    public IReadOnlyList<string> ConsoleErrors { get; init; } = [];

    /// <summary>The values used, secrets as <c>***</c>.</summary>
    public IReadOnlyList<NamedValue> Values { get; init; } = [];

    /// <summary>Full path of the screenshot; null: none could be taken.</summary>
    public string? ScreenshotPath { get; init; }

    /// <summary>Full path of Playwright's trace; null: none was kept, or the run has not ended yet.</summary>
    public string? TracePath { get; init; }

    /// <summary>The command that opens the trace; null: see <see cref="TracePath"/>.</summary>
    public string? TraceCommand { get; init; }

    /// <summary>Full path of the run's folder.</summary>
    public required string RunFolder { get; init; }

    /// <summary>The last run of this playbook and case that passed, with which this one was compared; null: none is known.</summary>
    public LastPassedRun? LastPassed { get; init; }

    /// <summary>What differs from <see cref="LastPassed"/> up to the failure, in the order of the steps.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>What could not be gathered, and why; empty: all of it was.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}

/// <summary>A request that a page made.</summary>
/// <param name="Method">Such as <c>GET</c>.</param>
/// <param name="Url">Its URL.</param>
/// <param name="Status">The HTTP status; null: there is none, or not yet.</param>
/// <param name="Failure">Why it failed; null: it did not, or not yet.</param>
public sealed record RequestRecord(string Method, string Url, int? Status, string? Failure);
