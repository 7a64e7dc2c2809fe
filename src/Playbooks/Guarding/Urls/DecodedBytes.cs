namespace Playbooks.Guarding.Urls;

/// <summary>Decoded bytes with their positions in the original. Parts without an escape nearby are omitted.</summary>
internal sealed class DecodedBytes
{
    private byte[] bytes;
    private int[] places;

    public DecodedBytes(int capacity)
    {
        bytes = new byte[Math.Max(capacity, 16)];
        places = new int[bytes.Length + 1];
    }

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, Length);

    /// <summary>Returns the original position of a byte. For <see cref="Length"/>, returns the end of the last byte's escape.</summary>
    public int PlaceOf(int index) => places[index];

    /// <summary>Adds decoded bytes.</summary>
    /// <param name="decoded">The decoded bytes of an escape.</param>
    /// <param name="start">The start of the escape.</param>
    /// <param name="end">The end of the escape.</param>
    public void Add(ReadOnlySpan<byte> decoded, int start, int end)
    {
        Reserve(decoded.Length);
        decoded.CopyTo(bytes.AsSpan(Length));
        places.AsSpan(Length, decoded.Length).Fill(start);
        Length += decoded.Length;
        places[Length] = end;
    }

    /// <summary>Adds bytes that are not escaped.</summary>
    /// <param name="from">The source of the bytes.</param>
    /// <param name="start">The position of the first byte.</param>
    /// <param name="end">The position after the last byte.</param>
    public void Copy(in ByteSource from, int start, int end)
    {
        Reserve(end - start);
        from.Bytes[start..end].CopyTo(bytes.AsSpan(Length));
        for (var at = start; at <= end; at++)
        {
            places[Length + at - start] = from.PlaceOf(at);
        }

        Length += end - start;
    }

    private void Reserve(int more)
    {
        if (Length + more > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + more));
            Array.Resize(ref places, bytes.Length + 1);
        }
    }
}

/// <summary>Bytes to decode: the text itself, or the result of an earlier decoding.</summary>
internal readonly ref struct ByteSource
{
    private readonly DecodedBytes? decoded;

    public ByteSource(ReadOnlySpan<byte> text) => Bytes = text;

    public ByteSource(DecodedBytes decoded)
    {
        this.decoded = decoded;
        Bytes = decoded.Span;
    }

    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Returns the position in the text itself.</summary>
    public int PlaceOf(int index) => decoded is null ? index : decoded.PlaceOf(index);
}
