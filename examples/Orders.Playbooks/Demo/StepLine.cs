namespace Orders.Tests.Demo;

/// <summary>A step as the list shows it.</summary>
/// <param name="Number">The number of the step, starting at 1.</param>
/// <param name="Text">The description of the step.</param>
internal sealed record StepLine(int Number, string Text)
{
    public StepState State { get; init; }

    /// <summary>Gets the start of the step, from which the time of a running step is computed.</summary>
    public long StartedAt { get; init; }

    /// <summary>Gets the duration of the step.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets a note, such as the fallback that was used, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Gets the error, or null.</summary>
    public string? Error { get; init; }
}

internal enum StepState
{
    Waiting,
    Running,
    Passed,
    Flaky,
    Failed,
}
