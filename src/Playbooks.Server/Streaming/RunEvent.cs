namespace Playbooks.Server.Streaming;

/// <summary>An event of a run as it is sent: a record of its log, or the end.</summary>
/// <param name="Id">The run's epoch and the record's id; within an epoch rising without gaps.</param>
/// <param name="Data">One line of JSON in UTF-8: the record; at the end the run's status.</param>
/// <param name="IsComplete">Whether it is the end (<c>event: complete</c>); nothing follows.</param>
internal readonly record struct RunEvent(EventPosition Id, ReadOnlyMemory<byte> Data, bool IsComplete);
