namespace Playbooks.Execution.Run;

/// <summary>An expectation of a run that is not met.</summary>
/// <param name="Name">The subject of the expectation, such as <c>outputs.price</c>.</param>
/// <param name="Expected">The expected value.</param>
/// <param name="Seen">The actual value.</param>
/// <param name="Sentence">Both in one sentence for people.</param>
internal sealed record UnmetExpectation(string Name, string Expected, string Seen, string Sentence);
