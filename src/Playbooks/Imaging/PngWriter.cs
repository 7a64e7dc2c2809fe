using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Playbooks.Imaging;

/// <summary>Writes pictures as PNG files, without transparency.</summary>
internal static class PngWriter
{
    /// <summary>Returns the bytes of the file.</summary>
    public static byte[] Write(Picture picture)
    {
        using var file = new MemoryStream();
        file.Write(PngFormat.Signature);
        var header = new byte[PngFormat.HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        (header[8], header[9]) = (8, PngFormat.Rgb);
        WriteChunk(file, PngFormat.Header, header);
        WriteChunk(file, PngFormat.Data, Compress(picture));
        WriteChunk(file, PngFormat.End, []);
        return file.ToArray();
    }

    private static byte[] Compress(Picture picture)
    {
        using var compressed = new MemoryStream();
        using (var writer = new ZLibStream(compressed, CompressionLevel.Fastest))
        {
            // The first byte of a row is its filter, which is none.
            var row = new byte[1 + (picture.Width * 3)];
            for (var y = 0; y < picture.Height; y++)
            {
                for (var x = 0; x < picture.Width; x++)
                {
                    picture.Pixels.AsSpan(picture.IndexOf(x, y), 3).CopyTo(row.AsSpan(1 + (x * 3)));
                }

                writer.Write(row);
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(Stream file, string name, byte[] content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.ASCII.GetBytes(name, chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), PngFormat.Checksum(chunk.AsSpan(4, content.Length + 4)));
        file.Write(chunk);
    }
}
