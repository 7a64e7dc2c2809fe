using Playbooks.Language.Model;

namespace Playbooks.Language.Rules;

/// <summary>A bound selector.</summary>
/// <param name="Text">The text.</param>
/// <param name="Slot">The place of the text.</param>
/// <param name="Canonical">The same text for selectors that mean the same; null: it has a finding of its own.</param>
internal sealed record SelectorText(BoundText Text, Slot Slot, string? Canonical);
