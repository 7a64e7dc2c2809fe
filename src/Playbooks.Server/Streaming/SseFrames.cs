using System.Buffers;
using System.Globalization;

namespace Playbooks.Server.Streaming;

/// <summary>How server-sent events are written down.</summary>
/// <remarks>By hand, since the framework's writer can send no comment, and flushes after each event.</remarks>
internal static class SseFrames
{
    /// <summary>After how long a client that was cut off comes back.</summary>
    public static ReadOnlySpan<byte> Retry => "retry: 1000\n\n"u8;

    /// <summary>Nothing, to show that the line is alive.</summary>
    public static ReadOnlySpan<byte> Comment => ":\n\n"u8;

    /// <summary>That the stream was broken off. It has no id, so that a client comes back with the last one that it has.</summary>
    public static ReadOnlySpan<byte> BrokenOff => "event: error\ndata: {\"code\":\"UPSTREAM_UNREACHABLE\",\"retryable\":true}\n\n"u8;

    /// <summary>An event.</summary>
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

    // JSON is one line; what else is sent may be more.
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
