namespace Playbooks.Browsing;

/// <summary>Represents an installed browser.</summary>
/// <param name="Path">The path of the executable.</param>
/// <param name="Name">The name of the browser and how it was found, for messages.</param>
internal sealed record FoundBrowser(string Path, string Name);
