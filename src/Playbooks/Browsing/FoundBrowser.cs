namespace Playbooks.Browsing;

/// <summary>A browser that is there.</summary>
/// <param name="Path">Its program.</param>
/// <param name="Name">What it is and why it was taken, for messages.</param>
public sealed record FoundBrowser(string Path, string Name);
