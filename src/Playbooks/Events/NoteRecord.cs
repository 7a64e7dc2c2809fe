namespace Playbooks;

/// <summary>Records a note that is not an action, such as a warning of a guardrail or evidence that could not be written.</summary>
public sealed record NoteRecord : LogRecord
{
    /// <summary>Gets the topic in one word, such as <c>stuck</c>, <c>guardrail</c>, or <c>evidence</c>.</summary>
    public required string Topic { get; init; }

    /// <summary>Gets the address of the step that the note belongs to, as in <see cref="ActionRecord.Path"/>, or null if it concerns the run as a whole.</summary>
    public string? Path { get; init; }

    /// <summary>Gets the note as a complete sentence.</summary>
    public required string Message { get; init; }
}
