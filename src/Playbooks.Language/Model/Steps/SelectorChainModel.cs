namespace Playbooks.Language.Model;

/// <summary>Selectors in the order of preference.</summary>
/// <param name="Candidates">The primary, then the fallbacks; at least one.</param>
/// <param name="Description">What is looked for, for people and for recovery.</param>
public sealed record SelectorChainModel(EquatableArray<BoundText> Candidates, BoundText? Description);
