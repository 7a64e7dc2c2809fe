namespace Playbooks;

/// <summary>A text of a run that is too long for its log, and is stored in a file of its own.</summary>
/// <param name="Name">The output's name in the YAML; for a text that was read and not stored, <c>step-</c> and the step's path.</param>
/// <param name="File">The file, relative to the run's folder, with <c>/</c>: <c>values/page_text.txt</c>, in UTF-8, masked.</param>
/// <param name="Length">How many characters (UTF-16 code units) the text has.</param>
public sealed record LargeValue(string Name, string File, long Length);
