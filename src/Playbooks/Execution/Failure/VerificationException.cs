namespace Playbooks.Execution.Failure;

/// <summary>What a step expects of the page did not come true.</summary>
internal sealed class VerificationException(IReadOnlyList<ExpectationResult> expectations)
    : PlaybookException(ErrorCode.VerificationFailed, Sentence(expectations))
{
    /// <summary>What did not hold, in one sentence.</summary>
    public static string Sentence(IEnumerable<ExpectationResult> expectations) =>
        "Verify did not hold: "
        + string.Join("; ", expectations.Where(static one => !one.Held).Select(static one => $"{one.Name} expected {one.Expected}, seen {one.Seen}"))
        + ".";
}
