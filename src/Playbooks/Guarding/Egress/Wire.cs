using System.Buffers;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Playbooks.Guarding.Egress;

/// <summary>One side of a proxied connection, with a read buffer of fixed size.</summary>
internal sealed class Wire : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    private readonly Socket socket;
    private readonly EgressLimits limits;
    private readonly IdleClock clock;
    private readonly byte[] buffer;
    private int start;
    private int end;

    public Wire(Socket socket, EgressLimits limits, IdleClock clock)
    {
        this.socket = socket;
        this.limits = limits;
        this.clock = clock;
        buffer = ArrayPool<byte>.Shared.Rent(limits.HeadBytes);
    }

    private int Buffered => end - start;

    /// <summary>Reads a head. Its time limit starts with the first byte.</summary>
    /// <returns>The head, or null if the other side has closed the connection.</returns>
    /// <exception cref="BadHeadException">The head is too long or not HTTP.</exception>
    public async Task<HttpHead?> ReadHeadAsync()
    {
        clock.Touch();
        for (var first = true; ; first = false)
        {
            SkipEmptyLines();
            var length = buffer.AsSpan(start, Buffered).IndexOf(EndOfHead);
            if (length >= 0)
            {
                var head = HttpHead.Parse(buffer.AsSpan(start, length)) ?? throw new BadHeadException(400, "The request head is not valid HTTP.");
                start += length + EndOfHead.Length;
                clock.Touch();
                return head;
            }

            if (Buffered >= limits.HeadBytes)
            {
                throw new BadHeadException(431, "The head is too long.");
            }

            if (await FillAsync().ConfigureAwait(false) == 0)
            {
                return null;
            }

            if (first)
            {
                clock.Allow(limits.Head);
            }
        }
    }

    /// <summary>Forwards a number of bytes.</summary>
    /// <exception cref="IOException">The body ended early.</exception>
    public async Task CopyAsync(Wire to, long count)
    {
        while (count > 0)
        {
            if (Buffered == 0 && await ReadOnAsync().ConfigureAwait(false) == 0)
            {
                throw new IOException("The body ended early.");
            }

            var taken = (int)Math.Min(count, Buffered);
            await to.WriteAsync(buffer.AsMemory(start, taken)).ConfigureAwait(false);
            start += taken;
            count -= taken;
        }
    }

    /// <summary>Forwards a chunked body and its trailers.</summary>
    public async Task CopyChunksAsync(Wire to)
    {
        while (await CopyLineAsync(to).ConfigureAwait(false) is var line)
        {
            var digits = line.Split(';', 2)[0].Trim();
            if (!long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
            {
                throw new IOException("A chunk has no length.");
            }

            if (size == 0)
            {
                break;
            }

            await CopyAsync(to, size + 2).ConfigureAwait(false);
        }

        while ((await CopyLineAsync(to).ConfigureAwait(false)).Length > 0)
        {
        }
    }

    /// <summary>Forwards all data until the other side ends its direction, and then ends it on the next side.</summary>
    public async Task CopyToEndAsync(Wire to)
    {
        while (Buffered > 0 || await ReadOnAsync().ConfigureAwait(false) > 0)
        {
            await to.WriteAsync(buffer.AsMemory(start, Buffered)).ConfigureAwait(false);
            start = end;
        }

        to.socket.Shutdown(SocketShutdown.Send);
    }

    /// <summary>Sends bytes.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, clock.Token).ConfigureAwait(false)..];
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private async Task<string> CopyLineAsync(Wire to)
    {
        while (true)
        {
            var length = buffer.AsSpan(start, Buffered).IndexOf("\r\n"u8);
            if (length >= 0)
            {
                var line = Encoding.Latin1.GetString(buffer, start, length);
                await to.WriteAsync(buffer.AsMemory(start, length + 2)).ConfigureAwait(false);
                start += length + 2;
                return line;
            }

            if (Buffered >= limits.HeadBytes || await ReadOnAsync().ConfigureAwait(false) == 0)
            {
                throw new IOException("A chunk line is not terminated.");
            }
        }
    }

    private async Task<int> ReadOnAsync()
    {
        clock.Touch();
        return await FillAsync().ConfigureAwait(false);
    }

    private async Task<int> FillAsync()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, Buffered).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        var read = await socket.ReceiveAsync(buffer.AsMemory(end, limits.HeadBytes - end), clock.Token).ConfigureAwait(false);
        end += read;
        return read;
    }

    // Some clients send an extra line break after the body of a request.
    private void SkipEmptyLines()
    {
        while (Buffered >= 2 && buffer[start] == '\r' && buffer[start + 1] == '\n')
        {
            start += 2;
        }
    }
}

/// <summary>The exception that is thrown for a head that cannot be forwarded.</summary>
internal sealed class BadHeadException(int status, string message) : Exception(message)
{
    /// <summary>Gets the HTTP status of the response.</summary>
    public int Status => status;
}
