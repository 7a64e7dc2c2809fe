namespace Playbooks;

/// <summary>A language model that answers a question about the text of a page, for <c>llm_extract</c>.</summary>
public interface ITextModel
{
    /// <summary>Answers a question with text.</summary>
    /// <param name="prompt">The author's question.</param>
    /// <param name="content">The text that was read from the page.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ModelAnswer> AskAsync(string prompt, string content, CancellationToken cancellationToken);

    /// <summary>Answers a question with text or, if the question has a schema, with a JSON object. Runs call this method.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>Unless a model implements this method, the schema is added to the prompt, and the tokens of calls that fail are not known.</remarks>
    Task<ModelAnswer> AskAsync(ModelQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        return AskAsync(
            question.Schema is { } schema ? $"{question.Prompt}\nAnswer with a JSON object of this schema, and with nothing else: {schema}" : question.Prompt,
            question.Content,
            cancellationToken);
    }
}

/// <summary>Represents a model's answer with its token usage.</summary>
/// <param name="Text">The text of the answer.</param>
/// <param name="InputTokens">The number of input tokens.</param>
/// <param name="OutputTokens">The number of output tokens.</param>
public sealed record ModelAnswer(string Text, long InputTokens, long OutputTokens)
{
    /// <summary>Gets the provider's name for the model that answered, or null if unknown.</summary>
    public string? Model { get; init; }

    /// <summary>Gets the provider of the model, such as <c>openai</c>, or null if unknown.</summary>
    public string? Provider { get; init; }
}
