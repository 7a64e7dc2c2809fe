namespace Playbooks;

/// <summary>What became of one expectation.</summary>
/// <param name="Name">Its key in the YAML, such as <c>expect_text_on_page</c>.</param>
/// <param name="Expected">What was expected, in words.</param>
/// <param name="Seen">What was seen instead, or when it held.</param>
/// <param name="Held">Whether it held.</param>
public sealed record ExpectationResult(string Name, string Expected, string Seen, bool Held);
