namespace Playbooks;

/// <summary>Describes text that is too long for the log and is stored in a file of its own.</summary>
/// <param name="Name">The name of the output in the YAML. For text that is not stored as an output, <c>step-</c> and the address of the step.</param>
/// <param name="File">The path relative to the run's folder, with <c>/</c> as the separator, such as <c>values/page_text.txt</c>. The file is masked and encoded in UTF-8.</param>
/// <param name="Length">The length of the text, in UTF-16 code units.</param>
public sealed record LargeValue(string Name, string File, long Length);
