namespace Playbooks;

/// <summary>Describes why a run failed.</summary>
/// <param name="Code">The error code.</param>
/// <param name="Message">The error message for people.</param>
/// <param name="Details">The location and the technical cause, or null.</param>
public sealed record RunError(ErrorCode Code, string Message, RunErrorDetails? Details = null);

/// <summary>Contains details of a run's failure.</summary>
public sealed record RunErrorDetails
{
    /// <summary>Gets the failed step, such as <c>Step 5 of 6 (Click cancel)</c>, or the activity during which the run failed.</summary>
    public string? Where { get; init; }

    /// <summary>Gets the technical cause.</summary>
    public string? Cause { get; init; }

    /// <summary>Gets the path of the playbook's file, or of the CSV file that contains the unmet expectation of its case.</summary>
    public string? File { get; init; }

    /// <summary>Gets the first line of the failed step, or null if no step failed.</summary>
    public int? Line { get; init; }

    /// <summary>Gets the column of the failed step, or null if no step failed.</summary>
    public int? Column { get; init; }
}
