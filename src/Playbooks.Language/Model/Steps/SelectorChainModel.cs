namespace Playbooks.Language.Model;

/// <summary>Selectors in the order of preference.</summary>
/// <param name="Candidates">The primary, then the fallbacks; at least one.</param>
/// <param name="Description">What is looked for, for people and for recovery.</param>
public sealed record SelectorChainModel(EquatableArray<BoundText> Candidates, BoundText? Description)
{
    /// <summary>The frames that contain the element, the outermost first; none: it is in the page itself.</summary>
    public EquatableArray<BoundText> Frames { get; init; }
}
