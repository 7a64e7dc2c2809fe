namespace Playbooks;

/// <summary>Represents the result of one expectation.</summary>
/// <param name="Name">The key of the expectation in the YAML, such as <c>expect_text_on_page</c>.</param>
/// <param name="Expected">The expected state, in words.</param>
/// <param name="Seen">The actual state, in words.</param>
/// <param name="Held">Whether the expectation was met.</param>
public sealed record ExpectationResult(string Name, string Expected, string Seen, bool Held)
{
    /// <summary>Gets what a person should know although the expectation was met, in which secrets are not masked yet, or null.</summary>
    internal RunNote? Note { get; init; }
}
