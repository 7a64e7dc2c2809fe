namespace Playbooks.Imaging;

/// <summary>Compares the colors of pixels as people see them. Transparent pixels count as they look on white.</summary>
internal static class PixelColors
{
    /// <summary>The largest possible distance of two colors, that of black and white.</summary>
    public const double LargestDistance = 35215;

    /// <summary>Returns the brightness of a pixel, from 0 to 255.</summary>
    public static double Brightness(ReadOnlySpan<byte> pixel)
    {
        var (red, green, blue) = OnWhite(pixel);
        return Brightness(red, green, blue);
    }

    /// <summary>Returns the distance of two pixels' colors in the color space of analog television (YIQ), which weights brightness most.</summary>
    public static double Distance(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var (red, green, blue) = OnWhite(first);
        var other = OnWhite(second);
        (red, green, blue) = (red - other.Red, green - other.Green, blue - other.Blue);
        var brightness = Brightness(red, green, blue);
        var orangeBlue = (red * 0.59597799) - (green * 0.27417610) - (blue * 0.32180189);
        var purpleGreen = (red * 0.21147017) - (green * 0.52261711) + (blue * 0.31114694);
        return (0.5053 * brightness * brightness) + (0.299 * orangeBlue * orangeBlue) + (0.1957 * purpleGreen * purpleGreen);
    }

    private static double Brightness(double red, double green, double blue) => (red * 0.29889531) + (green * 0.58662247) + (blue * 0.11448223);

    private static (double Red, double Green, double Blue) OnWhite(ReadOnlySpan<byte> pixel)
    {
        if (pixel[3] == byte.MaxValue)
        {
            return (pixel[0], pixel[1], pixel[2]);
        }

        var alpha = pixel[3] / 255d;
        return (Blend(pixel[0]), Blend(pixel[1]), Blend(pixel[2]));

        double Blend(byte color) => 255 + ((color - 255) * alpha);
    }
}
