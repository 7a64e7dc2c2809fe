namespace Playbooks.Cli.Documentation;

/// <summary>A part of a page that the search finds.</summary>
/// <param name="Heading">The text of its heading.</param>
/// <param name="Anchor">The id of its heading.</param>
/// <param name="Text">The text below its heading, without markup.</param>
internal sealed record SiteSection(string Heading, string Anchor, string Text);
