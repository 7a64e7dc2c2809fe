using System.Buffers.Binary;

namespace Playbooks.Imaging;

/// <summary>What the reader and the writer of PNG files agree on.</summary>
internal static class PngFormat
{
    /// <summary>The name of the chunk with the size and the kind of the picture.</summary>
    public const string Header = "IHDR";

    /// <summary>The name of a chunk with a part of the compressed pixels.</summary>
    public const string Data = "IDAT";

    /// <summary>The name of the last chunk.</summary>
    public const string End = "IEND";

    /// <summary>The length of the header.</summary>
    public const int HeaderLength = 13;

    /// <summary>The kind of a picture without transparency.</summary>
    public const byte Rgb = 2;

    /// <summary>The kind of a picture with transparency.</summary>
    public const byte Rgba = 6;

    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(static one => Remainder((uint)one))];

    /// <summary>Gets the first bytes of every PNG file.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>Returns the checksum of a chunk, which covers its name and its content.</summary>
    public static uint Checksum(ReadOnlySpan<byte> nameAndContent)
    {
        var sum = uint.MaxValue;
        foreach (var one in nameAndContent)
        {
            sum = Remainders[(byte)(sum ^ one)] ^ (sum >> 8);
        }

        return ~sum;
    }

    /// <summary>Reads a number.</summary>
    public static int ReadNumber(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);

    // The cyclic redundancy check of the format, for one byte.
    private static uint Remainder(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
        }

        return value;
    }
}
