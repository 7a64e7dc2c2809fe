namespace Playbooks.RunFolder.Log;

/// <summary>A record of a log as it stands in its file, for those who pass it on.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="Json">Its JSON on one line in UTF-8, without the line's end; valid until the next one is asked for.</param>
/// <param name="IsEnd">Whether it is the <see cref="EndRecord"/>.</param>
internal readonly record struct LogLine(long Id, ReadOnlyMemory<byte> Json, bool IsEnd)
{
    /// <summary>Which start of the run's id the log is of, from 1.</summary>
    public int Epoch { get; init; } = 1;
}
