namespace Playbooks.Execution.Run;

/// <summary>Something that is expected of a run and does not hold.</summary>
/// <param name="Name">What it is about, as <c>outputs.price</c>.</param>
/// <param name="Expected">What is expected.</param>
/// <param name="Seen">What there was instead.</param>
/// <param name="Sentence">Both in one sentence for people.</param>
internal sealed record UnmetExpectation(string Name, string Expected, string Seen, string Sentence);
