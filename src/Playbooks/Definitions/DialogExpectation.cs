namespace Playbooks;

/// <summary>Describes the dialog that an action must cause (an alert, a confirm dialog, or a prompt), and how it is answered.</summary>
public sealed record DialogExpectation
{
    /// <summary>Gets whether the dialog is accepted. If false, it is dismissed. The default is true.</summary>
    public bool Accept { get; init; } = true;

    /// <summary>Gets the text that the dialog must contain, or null. Whitespace is collapsed before the comparison.</summary>
    public string? ExpectedText { get; init; }

    /// <summary>Gets the text that a prompt is answered with, or null.</summary>
    public string? Answer { get; init; }
}
