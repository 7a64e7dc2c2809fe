namespace Playbooks.RunFolder.Log;

/// <summary>What a log held when it was read.</summary>
/// <param name="Header">Its first line.</param>
/// <param name="Records">What could be read after it, in order.</param>
/// <param name="Problems">What is damaged, missing or unknown, a sentence each, with file and line.</param>
/// <param name="TornEnd">That the last line is unfinished, as a sentence; null: it is whole. In a log that is being written it is no problem.</param>
/// <param name="LastId">The last id that is taken, be it by a damaged line; 0: none.</param>
/// <param name="Length">How many bytes its whole lines have.</param>
internal sealed record ReadLog(LogHeader Header, IReadOnlyList<LogRecord> Records, IReadOnlyList<string> Problems, string? TornEnd, long LastId, long Length);

/// <summary>Reads a whole log, also while a run writes it. What it cannot read it says.</summary>
internal static class ActionLogReader
{
    /// <summary>Reads a log.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is no log, or the file is none.</exception>
    /// <exception cref="IOException">The file system did not give it.</exception>
    public static ReadLog Read(string path)
    {
        var cursor = new LogCursor(path);
        using var lines = Open(path);
        var header = lines.TryRead(out var first) ? cursor.ReadHeader(first.Span) : throw cursor.NoLog(null);
        var problems = new List<string>();
        if (header.Schema > LogHeader.CurrentSchema)
        {
            problems.Add($"{path} was written by a newer version (schema {header.Schema}, this one knows {LogHeader.CurrentSchema}); what this version does not know is left out.");
        }

        var lastId = 0L;
        var records = new List<LogRecord>();
        while (lines.TryRead(out var line))
        {
            var entry = cursor.Read(line.Span);
            lastId = Math.Max(lastId, entry.Id);
            if (entry.Problem is { } problem)
            {
                problems.Add(problem);
            }

            if (entry.Record is { } record)
            {
                records.Add(record);
            }
        }

        return new(
            header,
            records,
            problems,
            lines.Unfinished == 0 ? null : $"{path}: the last line is torn after {lines.Unfinished} bytes and was left out: the run was cut off while it wrote it.",
            lastId,
            lines.WholeLength);
    }

    /// <summary>The header of a log; null: there is none that can be read.</summary>
    public static LogHeader? TryReadHeader(string path)
    {
        try
        {
            using var lines = Open(path);
            return lines.TryRead(out var first) ? new LogCursor(path).ReadHeader(first.Span) : null;
        }
        catch (PlaybookException)
        {
            return null;
        }
    }

    /// <summary>Opens a log.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is none. <see cref="ErrorCode.InvalidPath"/>: it is a link.</exception>
    public static LogLines Open(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw new PlaybookException(ErrorCode.InvalidPath, $"{path} is a link, and runs are not read through links. Name the folder that it leads to.");
        }

        try
        {
            return new(path);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PlaybookException(ErrorCode.NotFound, $"There is no run's log at {path}. Name the folder of a run.", failure);
        }
    }
}
