namespace Playbooks;

/// <summary>Describes an element of the page for a recovery agent. All text is masked.</summary>
public sealed record RecoveryElement
{
    /// <summary>Gets the role of the element, such as <c>button</c>, or the name of its tag if it has none.</summary>
    public required string Role { get; init; }

    /// <summary>Gets the accessible name of the element, or the text that it shows.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Gets other text that says what the element is for: its title, value, placeholder, id, and the name of its form.</summary>
    public string Hints { get; init; } = string.Empty;

    /// <summary>Gets the URL that the element leads to: the target of a link, or of the form that a button submits. Null if there is no such URL.</summary>
    public string? Url { get; init; }

    /// <summary>Gets a selector that finds exactly this element, even after the page is reloaded. Null if there is none.</summary>
    public string? Selector { get; init; }
}
