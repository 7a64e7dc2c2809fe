using Playbooks.Imaging;

namespace Playbooks.Tests.Imaging;

/// <summary>Pictures are drawn as text: <c>#</c> is black, <c>.</c> is white, a digit is a gray from dark to bright, <c>r</c> is red.</summary>
public sealed class PictureComparisonTests
{
    private const string Edge = "###9...\n###9...\n###9...\n###9...\n###9...";

    [Theory]
    [InlineData("equal", Edge, Edge, 0)]
    [InlineData("one pixel in an area", ".....\n.....\n.....\n.....\n.....", ".....\n.....\n..#..\n.....\n.....", 1)]
    [InlineData("a gray pixel in an area", ".....\n.....\n.....\n.....\n.....", ".....\n.....\n..3..\n.....\n.....", 1)]
    [InlineData("a square", ".....\n.....\n.....\n.....\n.....", ".....\n.###.\n.###.\n.###.\n.....", 9)]
    [InlineData("another color of the same brightness", "5555\n5555\n5555", "5555\n5r55\n5555", 1)]
    [InlineData("a gray that nobody sees", "5555\n5555\n5555", "5555\n5655\n5555", 0)]
    [InlineData("an edge that is smoothed differently", "###7...\n###7...\n###7...\n###7...\n###7...", "###2...\n###2...\n###2...\n###2...\n###2...", 0)]
    [InlineData("an edge that is sharp before", "###....\n###....\n###....\n###....\n###....", "###4...\n###4...\n###4...\n###4...\n###4...", 0)]
    [InlineData("an edge that has moved by two pixels", "###4...\n###4...\n###4...\n###4...\n###4...", "#####4.\n#####4.\n#####4.\n#####4.\n#####4.", 5)]
    [InlineData("a line that is gone", ".......\n.......\n#######\n.......\n.......", ".......\n.......\n.......\n.......\n.......", 7)]
    [InlineData("a smaller picture", "....\n....\n....", "...\n...", 6)]
    [InlineData("a wider and lower picture", "...\n...\n...", "....\n....", 6)]
    public void Different_pixels_are_counted(string what, string expected, string actual, int different)
    {
        var found = PictureComparison.Create(Draw(expected), Draw(actual));

        Assert.True(different == found.Different, $"{what}: {found.Different}\n{Show(found.Shown)}");
        Assert.Equal(different, Count(found.Shown, static pixel => pixel is [255, 0, 0, 255]));
        Assert.Equal(expected.IndexOf('\n', StringComparison.Ordinal) == actual.IndexOf('\n', StringComparison.Ordinal) && expected.Length == actual.Length, found.HasSameSize);
    }

    [Fact]
    public void The_difference_shows_what_is_smoothed_in_yellow_and_the_rest_faded() => Assert.Equal(
        ["gray", "gray", "gray", "yellow", "gray", "gray", "gray"],
        Show(PictureComparison.Create(Draw("###7...\n###7...\n###7...\n###7...\n###7..."), Draw("###2...\n###2...\n###2...\n###2...\n###2...")).Shown).Split('\n')[2].Split(' '));

    [Fact]
    public void A_transparent_pixel_looks_like_the_white_behind_it()
    {
        var transparent = new Picture(1, 1, [0, 0, 0, 0]);

        Assert.Equal(0, PictureComparison.Create(transparent, Draw(".")).Different);
        Assert.Equal(1, PictureComparison.Create(transparent, Draw("#")).Different);
    }

    private static Picture Draw(string text)
    {
        var rows = text.Split('\n');
        return new(rows[0].Length, rows.Length, [.. rows.SelectMany(static row => row).SelectMany(static sign => sign switch
        {
            '#' => [0, 0, 0, 255],
            '.' => [255, 255, 255, 255],
            'r' => [255, 70, 70, 255],
            _ => (byte[])[(byte)((sign - '0') * 25), (byte)((sign - '0') * 25), (byte)((sign - '0') * 25), 255],
        })]);
    }

    private static int Count(Picture picture, Func<byte[], bool> isCounted) => picture.Pixels.Chunk(4).Count(isCounted);

    private static string Show(Picture picture) => string.Join('\n', picture.Pixels.Chunk(4).Chunk(picture.Width).Select(static row => string.Join(' ', row.Select(static pixel => pixel switch
    {
        [255, 0, 0, _] => "red",
        [255, 255, 0, _] => "yellow",
        _ => "gray",
    }))));
}
