namespace Playbooks;

/// <summary>A language model that answers a question about a text; what <c>llm_extract</c> asks.</summary>
public interface ITextModel
{
    /// <summary>Answers with text.</summary>
    /// <param name="prompt">The author's question.</param>
    /// <param name="content">What was read from the page.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<ModelAnswer> AskAsync(string prompt, string content, CancellationToken cancellationToken);
}

/// <summary>A model's answer and what it cost.</summary>
/// <param name="Text">The answer.</param>
/// <param name="InputTokens">Tokens read.</param>
/// <param name="OutputTokens">Tokens written.</param>
public sealed record ModelAnswer(string Text, long InputTokens, long OutputTokens)
{
    /// <summary>The model that answered, as its provider calls it; null: not told.</summary>
    public string? Model { get; init; }

    /// <summary>Who provides it, such as <c>openai</c>; null: not told.</summary>
    public string? Provider { get; init; }
}
