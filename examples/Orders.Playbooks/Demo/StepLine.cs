namespace Orders.Tests.Demo;

/// <summary>A step as the list shows it.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">What it does.</param>
internal sealed record StepLine(int Number, string Text)
{
    public StepState State { get; init; }

    /// <summary>When it began; running steps count from here.</summary>
    public long StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What is worth saying beside it, such as the fallback that was used; null: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>What went wrong; null: nothing.</summary>
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
