namespace Playbooks.Cli.Formatting;

/// <summary>A piece of a text, and what replaces it.</summary>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset just after its last character.</param>
/// <param name="Text">The replacement.</param>
internal sealed record TextEdit(int Start, int End, string Text);
