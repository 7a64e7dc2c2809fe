namespace Playbooks.Execution.Failure;

/// <summary>The exception that is thrown when the <c>verify</c> of a step is not met.</summary>
internal sealed class VerificationException(IReadOnlyList<ExpectationResult> expectations)
    : PlaybookException(ErrorCode.VerificationFailed, Sentence(expectations))
{
    private const int LongestTree = 300;

    /// <summary>Returns the unmet expectations in one sentence.</summary>
    public static string Sentence(IEnumerable<ExpectationResult> expectations) =>
        "Verification failed: "
        + string.Join("; ", expectations.Where(static one => !one.IsMet).Select(static one => $"{one.Name} expected {InLine(one.Expected)}, seen {InLine(one.Seen)}"))
        + ".";

    // A text of several lines, such as an accessibility tree, would end the sentence in its middle. The table of expectations has it whole.
    private static string InLine(string text)
    {
        if (text.Split('\n', 2) is not [var first, var rest])
        {
            return text;
        }

        var lines = string.Join(" / ", rest.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return (first.Length == 0 ? lines : $"{first.TrimEnd().TrimEnd(':')}: {lines}").Truncate(LongestTree);
    }
}
