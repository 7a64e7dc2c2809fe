using System.Text.RegularExpressions;

namespace Orders.Tests.Demo;

/// <summary>A step as the list shows it.</summary>
/// <param name="Path">The address of the step in the tree of steps, such as <c>3.then.1</c>.</param>
/// <param name="Text">The description of the step.</param>
internal sealed partial record StepLine(string Path, string Text)
{
    /// <summary>Gets the number of steps that the step is inside of.</summary>
    public int Depth => StepNumber().Count(Path) - 1;

    /// <summary>Gets the last part of the address, such as <c>then.1</c>, or <c>[2].1</c> in the third iteration of a loop.</summary>
    public string Place => LastPart().Match(Path).Value;

    public StepState State { get; init; }

    /// <summary>Gets the start of the step, from which the time of a running step is computed.</summary>
    public long StartedAt { get; init; }

    /// <summary>Gets the duration of the step.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets what a step that holds other steps has seen and decided, or null.</summary>
    public string? Seen { get; init; }

    /// <summary>Gets a note, such as the fallback that was used, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Gets the error, or null.</summary>
    public string? Error { get; init; }

    /// <summary>Determines whether another step is inside this one.</summary>
    public bool Holds(StepLine other) => other.Path.Length > Path.Length && other.Path.StartsWith(Path, StringComparison.Ordinal) && !char.IsAsciiDigit(other.Path[Path.Length]);

    [GeneratedRegex(@"(^|[.:])\d+")]
    private static partial Regex StepNumber();

    [GeneratedRegex(@"(\[\d+\]\.)?([a-z]+\.)?\d+$")]
    private static partial Regex LastPart();
}

internal enum StepState
{
    Waiting,
    Running,
    Passed,
    Flaky,
    Warning,
    Failed,
}
