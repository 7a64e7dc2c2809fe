namespace Playbooks;

/// <summary>A value that a run uses, as text for evidence.</summary>
/// <param name="Name">Its name in the YAML.</param>
/// <param name="Text">Its invariant text.</param>
public sealed record NamedValue(string Name, string Text)
{
    /// <summary>Whether it must never be shown; it is then masked wherever its text turns up.</summary>
    public bool Secret { get; init; }
}
