namespace Playbooks.Imaging;

/// <summary>
/// Finds pixels that smooth an edge. Such a pixel is between a darker and a brighter one, and one of these two belongs to an area of one
/// color, in both pictures. The method is that of "Anti-aliased Pixel and Intensity Slope Detector" by V. Vyšniauskas (2009).
/// </summary>
internal static class Antialiasing
{
    // Of the eight neighbors and the border of the picture, which counts as one.
    private const int EnoughForArea = 3;

    /// <summary>Determines whether a pixel of a picture smooths an edge that is in both pictures.</summary>
    /// <param name="picture">The picture of the pixel.</param>
    /// <param name="other">The other picture, which has the same size.</param>
    /// <param name="x">The column of the pixel.</param>
    /// <param name="y">The row of the pixel.</param>
    public static bool Smooths(Picture picture, Picture other, int x, int y)
    {
        var center = PixelColors.Brightness(At(picture, x, y));
        var equal = IsAtBorder(picture, x, y) ? 1 : 0;
        (double By, int X, int Y) darkest = default, brightest = default;
        foreach (var (nearX, nearY) in Neighbors(picture, x, y))
        {
            var difference = PixelColors.Brightness(At(picture, nearX, nearY)) - center;
            if (difference == 0 && ++equal >= EnoughForArea)
            {
                return false;
            }

            darkest = difference < darkest.By ? (difference, nearX, nearY) : darkest;
            brightest = difference > brightest.By ? (difference, nearX, nearY) : brightest;
        }

        return darkest.By < 0 && brightest.By > 0
            && ((IsInArea(picture, darkest.X, darkest.Y) && IsInArea(other, darkest.X, darkest.Y))
                || (IsInArea(picture, brightest.X, brightest.Y) && IsInArea(other, brightest.X, brightest.Y)));
    }

    private static bool IsInArea(Picture picture, int x, int y)
    {
        var color = At(picture, x, y);
        var equal = IsAtBorder(picture, x, y) ? 1 : 0;
        foreach (var (nearX, nearY) in Neighbors(picture, x, y))
        {
            if (At(picture, nearX, nearY).SequenceEqual(color) && ++equal >= EnoughForArea)
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> At(Picture picture, int x, int y) => picture.Pixels.AsSpan(picture.IndexOf(x, y), Picture.PixelSize);

    private static bool IsAtBorder(Picture picture, int x, int y) => x == 0 || y == 0 || x == picture.Width - 1 || y == picture.Height - 1;

    private static IEnumerable<(int X, int Y)> Neighbors(Picture picture, int x, int y)
    {
        for (var nearY = y - 1; nearY <= y + 1; nearY++)
        {
            for (var nearX = x - 1; nearX <= x + 1; nearX++)
            {
                if ((nearX != x || nearY != y) && picture.Contains(nearX, nearY))
                {
                    yield return (nearX, nearY);
                }
            }
        }
    }
}
