namespace Playbooks.RunFolder.Log;

/// <summary>The content of a log when it was read.</summary>
/// <param name="Header">The first line.</param>
/// <param name="Records">The readable records after the header, in order.</param>
/// <param name="Problems">What is damaged, missing, or unknown, one sentence each, with file and line.</param>
/// <param name="TornEnd">The message that the last line is incomplete, or null. In an active log, an incomplete line is not a problem.</param>
/// <param name="LastId">The last id in use, even if by a damaged line; 0 if there is none.</param>
/// <param name="Length">The length of the complete lines, in bytes.</param>
internal sealed record ReadLog(LogHeader Header, IReadOnlyList<LogRecord> Records, IReadOnlyList<string> Problems, string? TornEnd, long LastId, long Length);

/// <summary>Reads a whole log, even while a run writes it. Reports what it cannot read.</summary>
internal static class ActionLogReader
{
    /// <summary>Reads a log.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the file does not exist or is not a log.</exception>
    /// <exception cref="IOException">The file system could not read the file.</exception>
    public static ReadLog Read(string path)
    {
        var cursor = new LogCursor(path);
        using var lines = Open(path);
        var header = lines.TryRead(out var first) ? cursor.ReadHeader(first.Span) : throw cursor.NoLog(null);
        var problems = new List<string>();
        if (header.Schema > LogHeader.CurrentSchema)
        {
            problems.Add($"{path} was written by a newer version (schema {header.Schema}; this version supports {LogHeader.CurrentSchema}). Unknown content was skipped.");
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
            lines.Unfinished == 0 ? null : $"{path}: the last line ends after {lines.Unfinished} bytes and was skipped, because the run was interrupted while writing it.",
            lastId,
            lines.WholeLength);
    }

    /// <summary>Returns the header of a log, or null if there is no readable one.</summary>
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
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the log does not exist. <see cref="ErrorCode.InvalidPath"/>: the path contains a link.</exception>
    public static LogLines Open(string path)
    {
        SymbolicLinks.RefuseToRead(path);
        try
        {
            return new(path);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PlaybookException(ErrorCode.NotFound, $"There is no log of a run at {path}. Use the folder of a run.", failure);
        }
    }
}
