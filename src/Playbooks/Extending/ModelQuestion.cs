namespace Playbooks;

/// <summary>A question to a language model about the text of a page, for <c>llm_extract</c>.</summary>
/// <param name="Prompt">The author's question.</param>
/// <param name="Content">The text that was read from the page.</param>
public sealed record ModelQuestion(string Prompt, string Content)
{
    private long inputTokens;
    private long outputTokens;

    /// <summary>Gets the JSON schema of the answer, or null if the answer is plain text.</summary>
    public string? Schema { get; init; }

    internal (long Input, long Output) FailedTokens => (Interlocked.Read(ref inputTokens), Interlocked.Read(ref outputTokens));

    /// <summary>
    /// Counts tokens of calls that failed, so that they count even if there is no answer. They must not be contained in
    /// <see cref="ModelAnswer"/> as well.
    /// </summary>
    /// <param name="input">The number of input tokens.</param>
    /// <param name="output">The number of output tokens.</param>
    public void CountFailedTokens(long input, long output)
    {
        Interlocked.Add(ref inputTokens, input);
        Interlocked.Add(ref outputTokens, output);
    }
}
