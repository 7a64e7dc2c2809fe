namespace Playbooks;

/// <summary>Describes what decides whether steps run. All members that are set must hold.</summary>
public sealed record StepCondition
{
    /// <summary>Gets the selector of an element that must be visible.</summary>
    public string? ElementVisible { get; init; }

    /// <summary>Gets the selector of which no element may be visible.</summary>
    public string? ElementGone { get; init; }

    /// <summary>Gets the text that the page's URL must contain. Both are compared percent-decoded.</summary>
    public string? UrlContains { get; init; }

    /// <summary>Gets the visible text that a frame of the page must contain.</summary>
    public string? TextOnPage { get; init; }

    /// <summary>Gets two texts that must be equal.</summary>
    public (string Left, string Right)? Same { get; init; }

    /// <summary>Gets a condition that must not hold.</summary>
    public StepCondition? Not { get; init; }

    /// <summary>Gets conditions of which at least one must hold. Empty if there are none.</summary>
    public IReadOnlyList<StepCondition> Any { get; init; } = [];

    /// <summary>Gets conditions that must all hold. Empty if there are none.</summary>
    public IReadOnlyList<StepCondition> All { get; init; } = [];
}
