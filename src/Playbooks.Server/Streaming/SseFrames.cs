using System.Buffers;
using System.Globalization;

namespace Playbooks.Server.Streaming;

/// <summary>Formats server-sent events.</summary>
/// <remarks>The framework's writer is not used, because it cannot send comments and flushes after each event.</remarks>
internal static class SseFrames
{
    /// <summary>Gets the delay after which a disconnected client reconnects.</summary>
    public static ReadOnlySpan<byte> Retry => "retry: 1000\n\n"u8;

    /// <summary>Gets an empty comment, which keeps the connection alive.</summary>
    public static ReadOnlySpan<byte> Comment => ":\n\n"u8;

    /// <summary>Gets the event for an interrupted stream. It has no id, so that a client reconnects with the last id that it received.</summary>
    public static ReadOnlySpan<byte> Interrupted => "event: error\ndata: {\"code\":\"UPSTREAM_UNREACHABLE\",\"retryable\":true}\n\n"u8;

    /// <summary>Writes an event.</summary>
    public static void Write(IBufferWriter<byte> output, RunEvent item)
    {
        if (item.IsComplete)
        {
            output.Write("event: complete\n"u8);
        }

        output.Write("id: "u8);
        WriteNumber(output, item.Id.Epoch);
        output.Write("-"u8);
        WriteNumber(output, item.Id.Record);
        output.Write("\n"u8);
        WriteData(output, item.Data.Span);
        output.Write("\n"u8);
    }

    private static void WriteNumber(IBufferWriter<byte> output, long number)
    {
        number.TryFormat(output.GetSpan(20), out var digits, provider: CultureInfo.InvariantCulture);
        output.Advance(digits);
    }

    // JSON is on one line; other data can have several.
    private static void WriteData(IBufferWriter<byte> output, ReadOnlySpan<byte> data)
    {
        while (true)
        {
            var end = data.IndexOfAny((byte)'\n', (byte)'\r');
            output.Write("data: "u8);
            output.Write(end < 0 ? data : data[..end]);
            output.Write("\n"u8);
            if (end < 0)
            {
                return;
            }

            var isPair = data[end] == (byte)'\r' && end + 1 < data.Length && data[end + 1] == (byte)'\n';
            data = data[(end + (isPair ? 2 : 1))..];
        }
    }
}
