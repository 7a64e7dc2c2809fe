using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using Playbooks.RunFolder.Log;

namespace Playbooks.Server.Streaming;

/// <summary>Finds the end of a run in its log without reading what stands before it.</summary>
internal static class LogEnd
{
    private const int ChunkLength = 16 * 1024;

    /// <summary>Where the end stands; null: the log has none yet, or there is no log.</summary>
    /// <exception cref="IOException">The file system did not give it.</exception>
    public static EventPosition? FindPosition(string path) =>
        Find(path) is { } id && ActionLogReader.TryReadHeader(path) is { } header ? new(header.Epoch, id) : null;

    /// <summary>The id of the end record; null: the log has none yet, or there is no log.</summary>
    /// <exception cref="IOException">The file system did not give it.</exception>
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

    /// <summary>The last line; empty where it is unfinished.</summary>
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
        // Most lines are no end, and type and id stand in front.
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
