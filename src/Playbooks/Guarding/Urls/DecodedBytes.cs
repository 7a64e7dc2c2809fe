namespace Playbooks.Guarding.Urls;

/// <summary>Bytes as they read once escapes are undone, each with the place that it came from. Stretches without an escape nearby are left out.</summary>
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

    /// <summary>Where a byte came from; that of <see cref="Length"/> is where the last one's escape ended.</summary>
    public int PlaceOf(int index) => places[index];

    /// <summary>Adds bytes.</summary>
    /// <param name="decoded">What an escape stands for.</param>
    /// <param name="start">Where the escape begins.</param>
    /// <param name="end">Where it ends.</param>
    public void Add(ReadOnlySpan<byte> decoded, int start, int end)
    {
        Reserve(decoded.Length);
        decoded.CopyTo(bytes.AsSpan(Length));
        places.AsSpan(Length, decoded.Length).Fill(start);
        Length += decoded.Length;
        places[Length] = end;
    }

    /// <summary>Adds bytes that stand for themselves.</summary>
    /// <param name="from">Where they come from.</param>
    /// <param name="start">The first.</param>
    /// <param name="end">Behind the last.</param>
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

/// <summary>Bytes to decode: a text itself, or what an escape before has made of it.</summary>
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

    /// <summary>The place in the text itself.</summary>
    public int PlaceOf(int index) => decoded is null ? index : decoded.PlaceOf(index);
}
