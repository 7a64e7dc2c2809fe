namespace Playbooks.Imaging;

/// <summary>The result of comparing two pictures pixel by pixel.</summary>
/// <param name="Different">The number of pixels that differ. Pixels that smooth an edge, and differences that people do not see, do not count.</param>
/// <param name="Total">The number of pixels that were compared.</param>
/// <param name="HasSameSize">Whether the pictures have the same size. What only one of them covers is different.</param>
/// <param name="Shown">A faded copy of the expected picture, with different pixels in red, and those that smooth an edge in yellow.</param>
internal sealed record PictureComparison(int Different, int Total, bool HasSameSize, Picture Shown)
{
    // Compared with the largest distance of two colors, which is a square. Playwright's tests use the same.
    private const double SmallestVisible = 0.2 * 0.2 * PixelColors.LargestDistance;

    private const double Fading = 0.1;

    /// <summary>Compares two pictures.</summary>
    public static PictureComparison Create(Picture expected, Picture actual)
    {
        var hasSameSize = expected.Width == actual.Width && expected.Height == actual.Height;
        var (width, height) = (Math.Max(expected.Width, actual.Width), Math.Max(expected.Height, actual.Height));
        var shown = new Picture(width, height, new byte[width * height * Picture.PixelSize]);
        var different = 0;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var pixel = shown.Pixels.AsSpan(shown.IndexOf(x, y), Picture.PixelSize);
                if (!expected.Contains(x, y) || !actual.Contains(x, y))
                {
                    different++;
                    Paint(pixel, 255, 0, 0);
                    continue;
                }

                var before = expected.Pixels.AsSpan(expected.IndexOf(x, y), Picture.PixelSize);
                var now = actual.Pixels.AsSpan(actual.IndexOf(x, y), Picture.PixelSize);
                if (before.SequenceEqual(now) || PixelColors.Distance(before, now) <= SmallestVisible)
                {
                    var gray = (byte)(255 - ((255 - PixelColors.Brightness(before)) * Fading));
                    Paint(pixel, gray, gray, gray);
                }
                else if (hasSameSize && (Antialiasing.Smooths(expected, actual, x, y) || Antialiasing.Smooths(actual, expected, x, y)))
                {
                    Paint(pixel, 255, 255, 0);
                }
                else
                {
                    different++;
                    Paint(pixel, 255, 0, 0);
                }
            }
        }

        return new(different, width * height, hasSameSize, shown);
    }

    private static void Paint(Span<byte> pixel, byte red, byte green, byte blue) => (pixel[0], pixel[1], pixel[2], pixel[3]) = (red, green, blue, byte.MaxValue);
}
