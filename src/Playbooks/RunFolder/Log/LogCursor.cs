using System.Text.Json;

namespace Playbooks.RunFolder.Log;

/// <summary>What a line of a log holds; of a damaged line only the problem is known.</summary>
/// <param name="Id">The id of the record; of a damaged line the one that it must have had.</param>
/// <param name="Record">The record; null: this version cannot read it.</param>
/// <param name="Problem">What is wrong with the line, or missing before it, as a sentence with file and line; null: nothing.</param>
internal readonly record struct LogEntry(long Id, LogRecord? Record, string? Problem);

/// <summary>The beginning of a line of a log.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="IsEnd">Whether it is the run's end.</param>
internal readonly record struct LogLineHead(long Id, bool IsEnd);

/// <summary>Understands a log line by line, and notices what is damaged or missing.</summary>
/// <param name="path">Names the log in problems.</param>
internal sealed class LogCursor(string path)
{
    private int line;
    private LogHeader? header;
    private long lastId;
    private long unreadable;

    /// <summary>The epoch that the header says; 1: it was not read.</summary>
    public int Epoch => header?.Epoch ?? 1;

    /// <summary>Understands the first line.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: it is no log's header.</exception>
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

    /// <summary>That the file is no log.</summary>
    public PlaybookException NoLog(Exception? cause) => new(
        ErrorCode.NotFound,
        $"{path} is not a run's log: its first line is no header. Name the folder of a run.",
        cause);

    /// <summary>Understands a line after the first.</summary>
    public LogEntry Read(ReadOnlySpan<byte> text)
    {
        line++;
        try
        {
            return JsonSerializer.Deserialize(text, LogJson.Lines.LogRecord) is { } record ? new(record.Id, record, Follow(record.Id)) : Damaged("it holds nothing");
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            return Unreadable(text);
        }
    }

    /// <summary>Passes over a line whose record is not wanted, without reading all of it.</summary>
    /// <returns>Whether it is an action or a note with an id up to this one; else the line must be read.</returns>
    public bool TrySkip(ReadOnlySpan<byte> text, long upTo) =>
        Peek(text) is { IsEnd: false } head && head.Id <= upTo && TryFollow(head.Id);

    /// <summary>Passes over a line that is passed on as it stands, without reading what its record says.</summary>
    /// <param name="text">The line.</param>
    /// <param name="isTrusted">Whether it was written whole for sure; else it is read to its end.</param>
    /// <param name="head">What it is.</param>
    /// <returns>Whether it is the record that comes next; else the line must be read.</returns>
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

    /// <summary>The id of a record of a known type, which stands just behind the type.</summary>
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
                var unknown = $"{Place}: the record {id} of the type '{type.GetString()}' has a form that this version does not know; it was left out.";
                return new(id, null, gap is null ? unknown : $"{gap} {unknown}");
            }
        }
        catch (JsonException)
        {
            // Not even JSON: damaged.
        }

        return Damaged("it is not a record");
    }

    private LogEntry Damaged(string why)
    {
        unreadable++;
        return new(lastId + unreadable, null, $"{Place} is damaged: {why}. It was left out.");
    }

    /// <summary>Goes on to a record's id; a gap that damaged lines explain has been told of with them.</summary>
    private string? Follow(long id)
    {
        var missing = id - lastId - 1 - unreadable;
        var problem = missing switch
        {
            0 => null,
            > 0 => $"{Place}: {missing} record(s) before the record {id} are missing.",
            _ when unreadable > 0 && id > lastId => null,
            _ => $"{Place}: the record {id} comes after the record {lastId}; the order is broken.",
        };
        lastId = Math.Max(lastId, id);
        unreadable = 0;
        return problem;
    }

    private string Place => $"{path}:{line}";
}
