using System.Text.Json.Serialization;

namespace Playbooks;

/// <summary>Represents a line of a run's <c>actions.jsonl</c> after the header. All text is masked.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ActionRecord), "action")]
[JsonDerivedType(typeof(NoteRecord), "note")]
[JsonDerivedType(typeof(EndRecord), "end")]
public abstract record LogRecord
{
    /// <summary>Gets the number of the record in the log, from 1 without gaps. The log assigns it when the record is appended.</summary>
    [JsonPropertyOrder(-2)]
    public long Id { get; init; }

    /// <summary>Gets the time at which the record was written, in UTC.</summary>
    [JsonPropertyOrder(-1)]
    public DateTimeOffset Timestamp { get; init; }
}
