namespace Playbooks;

/// <summary>Contains everything that a person needs to understand a failure. All text is masked.</summary>
public sealed record FailureDetails
{
    /// <summary>Gets the failed step, such as <c>Step 5 of 6 (Click cancel)</c>, or the activity before the first step if no step failed.</summary>
    public required string Where { get; init; }

    /// <summary>Gets the error message for people.</summary>
    public required string Message { get; init; }

    /// <summary>Gets the technical cause.</summary>
    public required string Cause { get; init; }

    /// <summary>Gets the error code.</summary>
    public required ErrorCode Code { get; init; }

    /// <summary>Gets the YAML of the step with the lines around it, or null if no step failed.</summary>
    public SourceExcerpt? Source { get; init; }

    /// <summary>Gets the number of failed attempts.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets the results of the expectations in the last attempt.</summary>
    public IReadOnlyList<ExpectationResult> Expectations { get; init; } = [];

    /// <summary>Gets the result of each selector in the last attempt.</summary>
    public IReadOnlyList<SelectorCandidate> Candidates { get; init; } = [];

    /// <summary>Gets the elements of the page with the most similar names.</summary>
    public IReadOnlyList<string> NearestNames { get; init; } = [];

    /// <summary>Gets the response to the request of the last attempt: the status, the headers without cookies, and the beginning of the body. Null if there was none.</summary>
    public string? Response { get; init; }

    /// <summary>Gets the URL of the page, or null if it is not available.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the title of the page, or null if it is not available.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the open windows and tabs, each with its name if a step gave it one, its URL, and whether it is the current page. Empty if only one is open.</summary>
    public IReadOnlyList<string> Windows { get; init; } = [];

    /// <summary>Gets the URL of each frame of the current page, or a note that the frame has not loaded. Empty if the page has no frames.</summary>
    public IReadOnlyList<string> Frames { get; init; } = [];

    /// <summary>Gets the last five requests, oldest first.</summary>
    public IReadOnlyList<RequestRecord> Requests { get; init; } = [];

    /// <summary>Gets the console errors and the uncaught errors of scripts since the last passed step.</summary>
    public IReadOnlyList<string> ConsoleErrors { get; init; } = [];

    /// <summary>Gets the values that the run used. Secrets are <c>***</c>.</summary>
    public IReadOnlyList<NamedValue> Values { get; init; } = [];

    /// <summary>Gets the full path of the screenshot, or null if none could be taken.</summary>
    public string? ScreenshotPath { get; init; }

    /// <summary>Gets the full path of Playwright's trace, or null if none was kept or the run has not ended.</summary>
    public string? TracePath { get; init; }

    /// <summary>Gets the command that opens the trace, or null if <see cref="TracePath"/> is null.</summary>
    public string? TraceCommand { get; init; }

    /// <summary>Gets the full path of the run's folder.</summary>
    public required string RunFolder { get; init; }

    /// <summary>Gets the last passed run of this playbook and case, which this run was compared with, or null if there is none.</summary>
    public LastPassedRun? LastPassed { get; init; }

    /// <summary>Gets the differences from <see cref="LastPassed"/> up to the failure, in the order of the steps.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>Gets what could not be collected, with the reason. Empty if everything was collected.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}

/// <summary>Represents a request of a page.</summary>
/// <param name="Method">The HTTP method, such as <c>GET</c>.</param>
/// <param name="Url">The requested URL.</param>
/// <param name="Status">The HTTP status, or null if there is no response, or none yet.</param>
/// <param name="Failure">The reason why the request failed, or null.</param>
public sealed record RequestRecord(string Method, string Url, int? Status, string? Failure)
{
    /// <summary>Gets whether one of the playbook's <c>routes</c> answered the request instead of the network.</summary>
    public bool IsMocked { get; init; }
}
