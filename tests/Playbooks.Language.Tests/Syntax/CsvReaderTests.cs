using Playbooks.Language.Syntax.Csv;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Tests.Syntax;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a,b\nc,d\n", "a|b / c|d")]
    [InlineData("a,b\r\nc,d", "a|b / c|d")]
    [InlineData("a\rb\r", "a / b")]
    [InlineData("\uFEFFa,", "a|")]
    [InlineData("\n\na\n", " /  / a")]
    [InlineData(",\n", "|")]
    [InlineData("\"a,b\",\"c\"\"d\",\"\"", "a,b|c\"d|")]
    [InlineData("\"a\r\nb\rc\",d", "a\nb\nc|d")]
    [InlineData(" a , b ", " a | b ")]
    public void A_text_is_read_into_rows_of_cells(string text, string rows)
    {
        Assert.All(Read(text), row => Assert.Null(row.Problem));
        Assert.Equal(rows, string.Join(" / ", Read(text).Select(row => string.Join('|', row.Cells.Select(cell => cell.Value)))));
    }

    [Theory]
    [InlineData("\uFEFFab,\"c\"\"d\",\r\n,\"x\ny\"", "ab / \"c\"\"d\" /  /  / \"x\ny\"")]
    public void A_cell_has_its_place_with_its_quotes(string text, string cells) =>
        Assert.Equal(cells, string.Join(" / ", Read(text).SelectMany(row => row.Cells).Select(cell => text[cell.Start..cell.End])));

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n,,\n", 2)]
    [InlineData("\"\"\n", 0)]
    [InlineData(" \n", 0)]
    public void A_row_without_any_text_is_blank(string text, int count) => Assert.Equal(count, Read(text).Count(row => row.IsBlank));

    [Theory]
    [InlineData("a,\"b\nc,d", 2, 3, 1)]
    [InlineData("a,\"b\n\"c\",d\ne", 2, 3, 1)]
    [InlineData("a,\"b\" ,c\ne", 5, 6, 2)]
    [InlineData("a\"b\",\"c\"d\ne", 1, 2, 2)]
    [InlineData(" \"b\"\ne", 1, 2, 2)]
    public void The_first_mistake_of_a_row_is_kept(string text, int start, int end, int rows)
    {
        var read = Read(text);

        Assert.Equal((start, end), (read[0].Problem!.Start, read[0].Problem!.End));
        Assert.Equal(rows, read.Count);
    }

    private static List<CsvRow> Read(string text) => [.. CsvReader.Read(text, new SourceLines(text), CancellationToken.None)];
}
