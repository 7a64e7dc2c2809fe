namespace Playbooks.Reports.Text;

/// <summary>Formats texts in columns. Long texts are wrapped within their column.</summary>
internal sealed class TextTable(params string[] headers)
{
    private const int WidestColumn = 52;
    private const string Gap = "  ";

    private readonly List<string[]> rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => rows.Add(cells);

    /// <summary>Returns the lines: the headers, a rule, and the rows.</summary>
    public IEnumerable<string> Lines()
    {
        var cells = rows.Prepend(headers).Select(row => row.Select(Break).ToArray()).ToList();
        var widths = headers.Select((_, column) => cells.Max(row => row[column].Max(static line => line.Length))).ToArray();
        foreach (var line in Beside(cells[0], widths))
        {
            yield return line;
        }

        yield return string.Join(Gap, widths.Select(static width => new string('-', width)));
        foreach (var row in cells.Skip(1))
        {
            foreach (var line in Beside(row, widths))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Beside(string[][] row, int[] widths)
    {
        for (var line = 0; line < row.Max(static cell => cell.Length); line++)
        {
            yield return string.Join(Gap, row.Select((cell, column) => (line < cell.Length ? cell[line] : string.Empty).PadRight(widths[column]))).TrimEnd();
        }
    }

    private static string[] Break(string text)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var rest = paragraph.TrimEnd();
            while (rest.Length > WidestColumn)
            {
                var blank = rest.LastIndexOf(' ', WidestColumn);
                var cut = blank > 0 ? blank : WidestColumn;
                lines.Add(rest[..cut].TrimEnd());
                rest = rest[cut..].TrimStart();
            }

            lines.Add(rest);
        }

        return [.. lines];
    }
}
