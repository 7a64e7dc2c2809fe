using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Playbooks.Server.Streaming;

/// <summary>Finds the end of a run in its log without reading the whole log.</summary>
internal static class LogEnd
{
    private const int ChunkLength = 16 * 1024;

    /// <summary>Returns the position of the end, or null if the log has no end yet or does not exist.</summary>
    /// <exception cref="IOException">The file system could not read the file.</exception>
    public static EventPosition? FindPosition(string path) =>
        Find(path) is { } id && StoredRun.FindHeader(Path.GetDirectoryName(path)!) is { } header ? new(header.Epoch, id) : null;

    /// <summary>Returns the id of the end record, or null if the log has no end yet or does not exist.</summary>
    /// <exception cref="IOException">The file system could not read the file.</exception>
    public static long? Find(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return IdOf(LastLine(file));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Returns the last line, or an empty one if the last line is incomplete.</summary>
    private static byte[] LastLine(SafeFileHandle file)
    {
        var start = RandomAccess.GetLength(file);
        byte[] line = [];
        while (start > 0)
        {
            var length = (int)Math.Min(ChunkLength, start);
            var chunk = new byte[length + line.Length];
            start -= length;
            var read = RandomAccess.Read(file, chunk.AsSpan(0, length), start);
            line.CopyTo(chunk, length);
            if (read < length || chunk[^1] != (byte)'\n')
            {
                return [];
            }

            line = chunk;
            var before = line.AsSpan(..^1).LastIndexOf((byte)'\n');
            if (before >= 0)
            {
                return line[(before + 1)..];
            }
        }

        return line;
    }

    private static long? IdOf(ReadOnlySpan<byte> line)
    {
        // Most lines are not the end, and the type and the id come first.
        var reader = new Utf8JsonReader(line);
        try
        {
            return reader.Read()
                && reader.Read() && reader.ValueTextEquals("type"u8)
                && reader.Read() && reader.ValueTextEquals("end"u8)
                && reader.Read() && reader.ValueTextEquals("id"u8)
                && reader.Read() && reader.TryGetInt64(out var id)
                ? id
                : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
