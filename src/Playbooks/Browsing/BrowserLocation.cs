namespace Playbooks.Browsing;

/// <summary>A place where a browser may stand.</summary>
/// <param name="Path">Its program.</param>
/// <param name="Name">What people call it.</param>
/// <param name="HeadlessOnly">Whether it cannot show a window.</param>
internal sealed record BrowserLocation(string Path, string Name, bool HeadlessOnly = false);
