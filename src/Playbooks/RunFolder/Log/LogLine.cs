namespace Playbooks.RunFolder.Log;

/// <summary>Represents a record of a log in its serialized form, for callers that forward it.</summary>
public readonly struct LogLine
{
    internal LogLine(long id, ReadOnlyMemory<byte> json, bool isEnd, int epoch) => (Id, Json, IsEnd, Epoch) = (id, json, isEnd, epoch);

    /// <summary>Gets the id of the record.</summary>
    public long Id { get; }

    /// <summary>Gets the JSON of the record on one line in UTF-8, without the line ending. Valid until the next line is requested.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>Gets whether the record is the <see cref="EndRecord"/>.</summary>
    public bool IsEnd { get; }

    /// <summary>Gets the epoch of the log: 1 for the first run with its id, 2 for the second, and so on.</summary>
    public int Epoch { get; }
}
