namespace Playbooks.Browsing;

/// <summary>Represents an installed browser.</summary>
/// <param name="Path">The path of the executable.</param>
/// <param name="Name">The name of the browser and how it was found, for messages.</param>
/// <param name="Channel">Playwright's name of the way to control a browser that is not its own build, or null.</param>
internal sealed record FoundBrowser(string Path, string Name, string? Channel = null);
