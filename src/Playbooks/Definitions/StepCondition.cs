namespace Playbooks;

/// <summary>Describes what decides whether steps run. All members that are set must hold.</summary>
public sealed record StepCondition
{
    /// <summary>Gets the selector of an element that must be visible.</summary>
    public string? ElementVisible { get; init; }

    /// <summary>Gets the selector that must not match any visible element.</summary>
    public string? ElementGone { get; init; }

    /// <summary>Gets the text that the page's URL must contain. The text and the URL are percent-decoded before the comparison.</summary>
    public string? UrlContains { get; init; }

    /// <summary>Gets the text that must be visible in at least one frame of the page.</summary>
    public string? TextOnPage { get; init; }

    /// <summary>Gets two strings that must be equal.</summary>
    public (string Left, string Right)? Same { get; init; }

    /// <summary>Gets a condition that must not hold.</summary>
    public StepCondition? Not { get; init; }

    /// <summary>Gets conditions of which at least one must hold. Empty if there are none.</summary>
    public IReadOnlyList<StepCondition> Any { get; init; } = [];

    /// <summary>Gets conditions that must all hold. Empty if there are none.</summary>
    public IReadOnlyList<StepCondition> All { get; init; } = [];
}
