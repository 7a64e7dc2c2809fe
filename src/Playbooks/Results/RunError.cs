namespace Playbooks;

/// <summary>Why a run failed.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Message">What a person is told.</param>
/// <param name="Details">Where, and the technical cause; null: there is no more to say.</param>
public sealed record RunError(ErrorCode Code, string Message, RunErrorDetails? Details = null);

/// <summary>More of why a run failed.</summary>
public sealed record RunErrorDetails
{
    /// <summary>Which step, as <c>Step 5 of 6 (Click cancel)</c>; else what was done.</summary>
    public string? Where { get; init; }

    /// <summary>The technical cause.</summary>
    public string? Cause { get; init; }

    /// <summary>The playbook's file.</summary>
    public string? File { get; init; }

    /// <summary>The failed step's first line; null: no step failed.</summary>
    public int? Line { get; init; }

    /// <summary>The failed step's column; null: no step failed.</summary>
    public int? Column { get; init; }
}
