namespace Playbooks.Recording;

/// <summary>Reads a file line by line, as bytes. A line can have any length.</summary>
internal sealed class TraceLines(Stream stream)
{
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <summary>Returns the next line with its line ending, or an empty span at the end of the file. The line is valid until the next call.</summary>
    public ReadOnlySpan<byte> Next()
    {
        var looked = 0;
        while (true)
        {
            var at = buffer.AsSpan(start + looked, end - start - looked).IndexOf((byte)'\n');
            if (at >= 0)
            {
                return Take(looked + at + 1);
            }

            looked = end - start;
            if (!Fill())
            {
                return Take(looked);
            }
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        var line = buffer.AsSpan(start, length);
        start += length;
        return line;
    }

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }
}
