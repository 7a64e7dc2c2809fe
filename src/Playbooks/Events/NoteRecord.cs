namespace Playbooks;

/// <summary>Something that a person should know of, and that is no action: a guardrail's warning, evidence that could not be written.</summary>
public sealed record NoteRecord : LogRecord
{
    /// <summary>What it is about, in one word, such as <c>stuck</c>, <c>guardrail</c> or <c>evidence</c>.</summary>
    public required string Topic { get; init; }

    /// <summary>The address of the step that it belongs to, as in <see cref="ActionRecord.Path"/>; null: it belongs to the run as a whole.</summary>
    public string? Path { get; init; }

    /// <summary>The whole sentence.</summary>
    public required string Message { get; init; }
}
