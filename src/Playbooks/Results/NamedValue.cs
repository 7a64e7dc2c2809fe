namespace Playbooks;

/// <summary>Represents a value of a run as text, for evidence.</summary>
/// <param name="Name">The name of the value in the YAML.</param>
/// <param name="Text">The invariant text of the value.</param>
public sealed record NamedValue(string Name, string Text)
{
    /// <summary>Gets whether the value must never be shown. If true, its text is masked everywhere.</summary>
    public bool Secret { get; init; }
}
