namespace Playbooks.Language;

/// <summary>A finding with the file that it is in.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Finding">What was found there.</param>
public sealed record FileFinding(string Path, Finding Finding);
