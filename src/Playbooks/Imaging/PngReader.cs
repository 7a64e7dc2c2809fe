using System.IO.Compression;
using System.Text;

namespace Playbooks.Imaging;

/// <summary>Reads the kind of PNG that browsers write: eight bits for each color, with or without transparency, not interlaced.</summary>
internal static class PngReader
{
    // Far beyond the size of a screenshot. A damaged header must not take all of the memory.
    private const long MostPixels = 256 * 1024 * 1024;

    /// <summary>Reads a picture.</summary>
    /// <exception cref="InvalidDataException">The file is not a PNG, is damaged, or is a PNG of another kind.</exception>
    public static Picture Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(PngFormat.Signature))
        {
            throw new InvalidDataException("it is not a PNG file");
        }

        var header = ReadOnlySpan<byte>.Empty;
        using var compressed = new MemoryStream();
        for (var position = PngFormat.Signature.Length; ;)
        {
            var (name, content) = TakeChunk(file, ref position);
            if (name == PngFormat.Header)
            {
                header = file[content];
            }
            else if (name == PngFormat.Data)
            {
                compressed.Write(file[content]);
            }
            else if (name == PngFormat.End)
            {
                break;
            }
        }

        var (width, height, channels) = ReadHeader(header);
        compressed.Position = 0;
        return new(width, height, ReadPixels(compressed, width, height, channels));
    }

    private static (string Name, Range Content) TakeChunk(ReadOnlySpan<byte> file, ref int position)
    {
        // The length and the name precede the content, and the checksum follows.
        const int Before = 8;
        const int Around = 12;
        var rest = file[position..];
        var length = rest.Length < Around ? -1 : PngFormat.ReadNumber(rest);
        if (length < 0 || length > rest.Length - Around)
        {
            throw new InvalidDataException("the PNG file is cut off");
        }

        if ((uint)PngFormat.ReadNumber(rest[(length + Before)..]) != PngFormat.Checksum(rest[4..(length + Before)]))
        {
            throw new InvalidDataException("the PNG file is damaged");
        }

        var content = position + Before;
        position += length + Around;
        return (Encoding.ASCII.GetString(rest[4..Before]), content..(content + length));
    }

    private static (int Width, int Height, int Channels) ReadHeader(ReadOnlySpan<byte> header)
    {
        if (header.Length != PngFormat.HeaderLength)
        {
            throw new InvalidDataException("the PNG file is damaged");
        }

        var (width, height, bits, kind, interlacing) = (PngFormat.ReadNumber(header), PngFormat.ReadNumber(header[4..]), header[8], header[9], header[12]);
        if (width <= 0 || height <= 0 || (long)width * height > MostPixels)
        {
            throw new InvalidDataException("the PNG file has an invalid size");
        }

        return bits == 8 && kind is PngFormat.Rgb or PngFormat.Rgba && interlacing == 0
            ? (width, height, kind == PngFormat.Rgba ? 4 : 3)
            : throw new InvalidDataException("the PNG file must have 8 bits for each of red, green, and blue, and must not be interlaced");
    }

    private static byte[] ReadPixels(Stream compressed, int width, int height, int channels)
    {
        var pixels = new byte[width * height * Picture.PixelSize];
        var (above, row) = (new byte[width * channels], new byte[width * channels]);
        using var decompressed = new ZLibStream(compressed, CompressionMode.Decompress);
        try
        {
            for (var (y, target) = (0, 0); y < height; y++)
            {
                var filter = decompressed.ReadByte();
                decompressed.ReadExactly(row);
                Undo(filter, row, above, channels);
                for (var x = 0; x < row.Length; x += channels)
                {
                    row.AsSpan(x, 3).CopyTo(pixels.AsSpan(target));
                    pixels[target + 3] = channels == 4 ? row[x + 3] : byte.MaxValue;
                    target += Picture.PixelSize;
                }

                (above, row) = (row, above);
            }
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException("the PNG file is cut off");
        }

        return pixels;
    }

    /// <summary>Adds what the filter of a row has subtracted: the byte on the left, the one above, or something between them.</summary>
    private static void Undo(int filter, byte[] row, byte[] above, int channels)
    {
        if (filter is < 0 or > 4)
        {
            throw new InvalidDataException("the PNG file is damaged");
        }

        for (var i = 0; filter != 0 && i < row.Length; i++)
        {
            var left = i < channels ? 0 : row[i - channels];
            row[i] += (byte)(filter switch
            {
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                _ => Nearest(left, above[i], i < channels ? 0 : above[i - channels]),
            });
        }
    }

    // The one that is nearest to the slope of the three, which the format calls Paeth.
    private static int Nearest(int left, int above, int aboveLeft)
    {
        var slope = left + above - aboveLeft;
        var (toLeft, toAbove, toAboveLeft) = (Math.Abs(slope - left), Math.Abs(slope - above), Math.Abs(slope - aboveLeft));
        return toLeft <= toAbove && toLeft <= toAboveLeft ? left : toAbove <= toAboveLeft ? above : aboveLeft;
    }
}
