using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Playbooks.Imaging;

namespace Playbooks.Tests.Imaging;

public sealed class PngTests
{
    // Each row has another filter: what is stored is the difference from the left, from above, from their mean, and from the nearest of three.
    private static readonly byte[] Filtered =
    [
        0, 10, 20, 30, 255, 40, 50, 60, 255,
        1, 10, 20, 30, 128, 30, 30, 30, 0,
        2, 1, 1, 1, 1, 2, 2, 2, 2,
        3, 5, 5, 5, 5, 6, 6, 6, 6,
        4, 7, 7, 7, 7, 8, 8, 8, 8,
    ];

    private static readonly byte[] Expected =
    [
        10, 20, 30, 255, 40, 50, 60, 255,
        10, 20, 30, 128, 40, 50, 60, 128,
        11, 21, 31, 129, 42, 52, 62, 130,
        10, 15, 20, 69, 32, 39, 47, 105,
        17, 22, 27, 76, 40, 47, 55, 113,
    ];

    [Fact]
    public void What_is_written_is_read()
    {
        var pixels = Enumerable.Range(0, 7 * 5).SelectMany(static i => new[] { (byte)(i * 7), (byte)(i * 3), (byte)i, byte.MaxValue }).ToArray();

        var read = PngReader.Read(PngWriter.Write(new(7, 5, pixels)));

        Assert.Equal((7, 5), (read.Width, read.Height));
        Assert.Equal(pixels, read.Pixels);
    }

    [Fact]
    public void Every_filter_is_undone() => Assert.Equal(Expected, PngReader.Read(Png(2, 5, kind: 6, Filtered)).Pixels);

    [Fact]
    public void Without_transparency_pixels_are_opaque() => Assert.Equal([1, 2, 3, 255], PngReader.Read(Png(1, 1, kind: 2, [0, 1, 2, 3])).Pixels);

    [Theory]
    [InlineData("not a PNG", "it is not a PNG file")]
    [InlineData("palette", "must have 8 bits for each of red, green, and blue")]
    [InlineData("interlaced", "must not be interlaced")]
    [InlineData("huge", "invalid size")]
    [InlineData("flipped bit", "is damaged")]
    [InlineData("unknown filter", "is damaged")]
    [InlineData("few pixels", "is cut off")]
    [InlineData("cut", "is cut off")]
    public void What_cannot_be_read_is_named(string kind, string message)
    {
        var good = Png(2, 5, kind: 6, Filtered);
        var file = kind switch
        {
            "not a PNG" => "GIF89a"u8.ToArray(),
            "palette" => Png(1, 1, kind: 3, [0, 0]),
            "interlaced" => Png(1, 1, kind: 2, [0, 1, 2, 3], interlacing: 1),
            "huge" => Png(1_000_000, 1_000_000, kind: 2, [0]),
            "flipped bit" => [.. good.Select((one, i) => i == 45 ? (byte)(one ^ 1) : one)],
            "unknown filter" => Png(1, 1, kind: 2, [5, 1, 2, 3]),
            "few pixels" => Png(2, 6, kind: 6, Filtered),
            _ => good[..^20],
        };

        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => PngReader.Read(file)).Message, StringComparison.Ordinal);
    }

    private static byte[] Png(int width, int height, byte kind, byte[] rows, byte interlacing = 0)
    {
        using var file = new MemoryStream();
        file.Write(PngFormat.Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (8, kind, interlacing);
        Chunk("IHDR", header);
        using var compressed = new MemoryStream();
        using (var writer = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            writer.Write(rows);
        }

        // The pixels can be in several chunks.
        var data = compressed.ToArray();
        Chunk("IDAT", data[..5]);
        Chunk("tEXt", "Software"u8.ToArray());
        Chunk("IDAT", data[5..]);
        Chunk("IEND", []);
        return file.ToArray();

        void Chunk(string name, byte[] content)
        {
            var number = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
            file.Write(number);
            byte[] covered = [.. Encoding.ASCII.GetBytes(name), .. content];
            file.Write(covered);
            BinaryPrimitives.WriteUInt32BigEndian(number, PngFormat.Checksum(covered));
            file.Write(number);
        }
    }
}
