using Playbooks.Language.Model;

namespace Playbooks.Language.Rules;

/// <summary>A bound URL.</summary>
/// <param name="Text">The text.</param>
/// <param name="Slot">The place of the text.</param>
/// <param name="Host">Its host, if that is written out.</param>
internal sealed record UrlText(BoundText Text, Slot Slot, string? Host);
