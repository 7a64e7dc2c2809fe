namespace Playbooks.Imaging;

/// <summary>A picture in memory.</summary>
/// <param name="Width">The number of pixels in a row.</param>
/// <param name="Height">The number of rows.</param>
/// <param name="Pixels">The pixels row by row, each as red, green, blue, and alpha.</param>
internal sealed record Picture(int Width, int Height, byte[] Pixels)
{
    /// <summary>The number of bytes of a pixel.</summary>
    public const int PixelSize = 4;

    /// <summary>Gets the size as people write it.</summary>
    public string Size => $"{Width}×{Height}";

    /// <summary>Returns the position of a pixel in <see cref="Pixels"/>.</summary>
    public int IndexOf(int x, int y) => ((y * Width) + x) * PixelSize;

    /// <summary>Determines whether a pixel is inside the picture.</summary>
    public bool Contains(int x, int y) => x >= 0 && y >= 0 && x < Width && y < Height;
}
