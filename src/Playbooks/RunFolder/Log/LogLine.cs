namespace Playbooks.RunFolder.Log;

/// <summary>A record of a log in its serialized form, for callers that forward it.</summary>
/// <param name="Id">The id of the record.</param>
/// <param name="Json">The JSON of the record on one line in UTF-8, without the line ending. Valid until the next line is requested.</param>
/// <param name="IsEnd">Whether the record is the <see cref="EndRecord"/>.</param>
internal readonly record struct LogLine(long Id, ReadOnlyMemory<byte> Json, bool IsEnd)
{
    /// <summary>Gets the epoch of the log, which counts the starts of the run's id from 1.</summary>
    public int Epoch { get; init; } = 1;
}
