using System.Text.Json.Serialization;

namespace Playbooks;

/// <summary>One line of a run's <c>actions.jsonl</c> after its header. All texts are masked.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ActionRecord), "action")]
[JsonDerivedType(typeof(NoteRecord), "note")]
[JsonDerivedType(typeof(EndRecord), "end")]
public abstract record LogRecord
{
    /// <summary>Running number in the log, from 1 without gaps; given by the log when the record is appended.</summary>
    [JsonPropertyOrder(-2)]
    public long Id { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    [JsonPropertyOrder(-1)]
    public DateTimeOffset Timestamp { get; init; }
}
