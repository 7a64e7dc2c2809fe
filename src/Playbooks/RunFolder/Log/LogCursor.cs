using System.Text.Json;

namespace Playbooks.RunFolder.Log;

/// <summary>The content of a line of a log. For a damaged line, only the problem is known.</summary>
/// <param name="Id">The id of the record. For a damaged line, the id that it must have had.</param>
/// <param name="Record">The record, or null if this version cannot read it.</param>
/// <param name="Problem">What is wrong with the line, or missing before it, as a sentence with file and line, or null.</param>
internal readonly record struct LogEntry(long Id, LogRecord? Record, string? Problem);

/// <summary>The start of a line of a log.</summary>
/// <param name="Id">The id of the record.</param>
/// <param name="IsEnd">Whether the record is the end of the run.</param>
internal readonly record struct LogLineHead(long Id, bool IsEnd);

/// <summary>Parses a log line by line, and detects damaged and missing records.</summary>
/// <param name="path">The path of the log, for messages.</param>
internal sealed class LogCursor(string path)
{
    private int line;
    private LogHeader? header;
    private long lastId;
    private long unreadable;

    /// <summary>Gets the epoch from the header, or 1 if the header has not been read.</summary>
    public int Epoch => header?.Epoch ?? 1;

    /// <summary>Parses the first line.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the line is not the header of a log.</exception>
    public LogHeader ReadHeader(ReadOnlySpan<byte> text)
    {
        line++;
        try
        {
            return header = JsonSerializer.Deserialize(text, LogJson.Lines.LogHeader) ?? throw NoLog(null);
        }
        catch (JsonException failure)
        {
            throw NoLog(failure);
        }
    }

    /// <summary>Creates the error for a file that is not a log.</summary>
    public PlaybookException NoLog(Exception? cause) => new(
        ErrorCode.NotFound,
        $"{path} is not the log of a run, because its first line is not a header. Use the folder of a run.",
        cause);

    /// <summary>Parses a line after the first.</summary>
    public LogEntry Read(ReadOnlySpan<byte> text)
    {
        line++;
        try
        {
            return JsonSerializer.Deserialize(text, LogJson.Lines.LogRecord) is { } record ? new(record.Id, record, Follow(record.Id)) : Damaged("it is empty");
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            return Unreadable(text);
        }
    }

    /// <summary>Skips a line whose record is not needed, without parsing all of it.</summary>
    /// <returns>Whether the line is an action or a note with an id up to <paramref name="upTo"/>. If not, the line must be parsed.</returns>
    public bool TrySkip(ReadOnlySpan<byte> text, long upTo) =>
        Peek(text) is { IsEnd: false } head && head.Id <= upTo && TryFollow(head.Id);

    /// <summary>Accepts a line that is forwarded unchanged, without parsing its record.</summary>
    /// <param name="text">The line.</param>
    /// <param name="isTrusted">Whether the line is known to be complete. If not, it is checked up to its end.</param>
    /// <param name="head">The id and the kind of the record.</param>
    /// <returns>Whether the line is the next record. If not, the line must be parsed.</returns>
    public bool TryPass(ReadOnlySpan<byte> text, bool isTrusted, out LogLineHead head)
    {
        head = Peek(text) ?? default;
        return head.Id > 0 && (isTrusted || IsWhole(text)) && TryFollow(head.Id);
    }

    private bool TryFollow(long id)
    {
        if (id != lastId + 1)
        {
            return false;
        }

        line++;
        lastId = id;
        unreadable = 0;
        return true;
    }

    /// <summary>Returns the id of a record of a known type. The id directly follows the type.</summary>
    private static LogLineHead? Peek(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        try
        {
            if (!(reader.Read() && reader.Read() && reader.ValueTextEquals("type"u8) && reader.Read()))
            {
                return null;
            }

            var isEnd = reader.ValueTextEquals("end"u8);
            return (isEnd || reader.ValueTextEquals("action"u8) || reader.ValueTextEquals("note"u8))
                && reader.Read() && reader.ValueTextEquals("id"u8)
                && reader.Read() && reader.TryGetInt64(out var id)
                ? new(id, isEnd)
                : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private LogEntry Unreadable(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            using var document = JsonDocument.ParseValue(ref reader);
            if (reader.BytesConsumed == text.Length
                && document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
                && root.TryGetProperty("id", out var number) && number.TryGetInt64(out var id))
            {
                var gap = Follow(id);
                var unknown = $"{Place}: record {id} of type '{type.GetString()}' has a format that this version does not support and was skipped.";
                return new(id, null, gap is null ? unknown : $"{gap} {unknown}");
            }
        }
        catch (JsonException)
        {
            // The line is not even JSON: it is damaged.
        }

        return Damaged("it is not a record");
    }

    private LogEntry Damaged(string why)
    {
        unreadable++;
        return new(lastId + unreadable, null, $"{Place} is damaged: {why}. It was skipped.");
    }

    /// <summary>Advances to the id of a record. A gap that damaged lines explain has already been reported with them.</summary>
    private string? Follow(long id)
    {
        var missing = id - lastId - 1 - unreadable;
        var problem = missing switch
        {
            0 => null,
            > 0 => $"{Place}: {missing} record(s) before record {id} are missing.",
            _ when unreadable > 0 && id > lastId => null,
            _ => $"{Place}: record {id} follows record {lastId}, which is out of order.",
        };
        lastId = Math.Max(lastId, id);
        unreadable = 0;
        return problem;
    }

    private string Place => $"{path}:{line}";
}
