namespace Playbooks.Browsing;

/// <summary>A possible location of a browser.</summary>
/// <param name="Path">The path of the executable.</param>
/// <param name="Name">The display name of the browser.</param>
/// <param name="HeadlessOnly">Whether the browser cannot show windows.</param>
internal sealed record BrowserLocation(string Path, string Name, bool HeadlessOnly = false);
