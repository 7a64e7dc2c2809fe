namespace Playbooks.Execution.Failure;

/// <summary>The exception that is thrown when the <c>verify</c> of a step is not met.</summary>
internal sealed class VerificationException(IReadOnlyList<ExpectationResult> expectations)
    : PlaybookException(ErrorCode.VerificationFailed, Sentence(expectations))
{
    /// <summary>Returns the unmet expectations in one sentence.</summary>
    public static string Sentence(IEnumerable<ExpectationResult> expectations) =>
        "Verify did not hold: "
        + string.Join("; ", expectations.Where(static one => !one.Held).Select(static one => $"{one.Name} expected {one.Expected}, seen {one.Seen}"))
        + ".";
}
