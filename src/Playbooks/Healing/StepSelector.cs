namespace Playbooks.Healing;

/// <summary>The selector of an action step in the text of a playbook.</summary>
/// <param name="Key">The offset of the key <c>selector</c>.</param>
/// <param name="Line">The line of the key, starting at 1.</param>
/// <param name="Start">The offset of the value's first character.</param>
/// <param name="End">The offset after the value's last character.</param>
/// <param name="IsFlow">Whether the key is in a flow mapping, whose values end at a comma or a brace.</param>
internal sealed record StepSelector(int Key, int Line, int Start, int End, bool IsFlow);
