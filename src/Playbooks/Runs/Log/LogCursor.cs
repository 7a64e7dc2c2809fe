using System.Text.Json;

namespace Playbooks.Runs.Log;

/// <summary>What a line of a log holds; of a damaged line only the problem is known.</summary>
/// <param name="Record">The record; null: this version cannot read it.</param>
/// <param name="Problem">What is wrong with the line, or missing before it, as a sentence with file and line; null: nothing.</param>
internal readonly record struct LogEntry(LogRecord? Record, string? Problem);

/// <summary>Understands a log line by line, and notices what is damaged or missing.</summary>
/// <param name="path">Names the log in problems.</param>
internal sealed class LogCursor(string path)
{
    private int line;
    private long lastId;
    private long unreadable;

    /// <summary>The id of the last record that was there, whether or not it could be read.</summary>
    public long LastId => lastId;

    /// <summary>Understands the first line.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: it is no log's header.</exception>
    public LogHeader ReadHeader(ReadOnlySpan<byte> text)
    {
        line++;
        try
        {
            return JsonSerializer.Deserialize(text, LogJson.Lines.LogHeader) ?? throw NoLog(null);
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
            return JsonSerializer.Deserialize(text, LogJson.Lines.LogRecord) is { } record ? new(record, Follow(record.Id)) : Damaged("it holds nothing");
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            return Unreadable(text);
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
                return new(null, gap is null ? unknown : $"{gap} {unknown}");
            }
        }
        catch (JsonException)
        {
        }

        return Damaged("it is not a record");
    }

    private LogEntry Damaged(string why)
    {
        unreadable++;
        return new(null, $"{Place} is damaged: {why}. It was left out.");
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
