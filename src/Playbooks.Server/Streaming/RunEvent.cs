namespace Playbooks.Server.Streaming;

/// <summary>An event of a run as it is sent: a record of its log, or the end.</summary>
/// <param name="Id">The run's epoch and the record's id, which increases without gaps within an epoch.</param>
/// <param name="Data">The record, or the status of the run at the end, as one line of JSON in UTF-8.</param>
/// <param name="IsComplete">Whether this is the end (<c>event: complete</c>), after which nothing follows.</param>
internal readonly record struct RunEvent(EventPosition Id, ReadOnlyMemory<byte> Data, bool IsComplete);
