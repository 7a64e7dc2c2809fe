using System.Globalization;
using System.Text;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Syntax.Csv;

/// <summary>Reads comma-separated values as RFC 4180 describes them. Lines end with LF, CR or both.</summary>
internal sealed class CsvReader
{
    private readonly string text;
    private readonly SourceLines lines;
    private int at;
    private CsvProblem? problem;

    private CsvReader(string text, SourceLines lines)
    {
        this.text = text;
        this.lines = lines;
        at = lines.FirstOffset;
    }

    /// <summary>Reads the rows of a text, empty lines included.</summary>
    /// <param name="text">The text, with or without a byte order mark.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static IEnumerable<CsvRow> Read(string text, SourceLines lines, CancellationToken cancellationToken)
    {
        var reader = new CsvReader(text, lines);
        while (reader.at < text.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = reader.ReadRow();
            yield return row;
            if (row.Problem is { EndsReading: true })
            {
                yield break;
            }
        }
    }

    private CsvRow ReadRow()
    {
        problem = null;
        var cells = new List<CsvCell>();
        while (true)
        {
            cells.Add(at < text.Length && text[at] == '"' ? ReadQuoted() : ReadPlain());
            if (at == text.Length || problem is { EndsReading: true })
            {
                break;
            }

            var separator = text[at++];
            if (separator != ',')
            {
                at += separator == '\r' && at < text.Length && text[at] == '\n' ? 1 : 0;
                break;
            }
        }

        return new(cells, problem);
    }

    private CsvCell ReadPlain()
    {
        var start = at;
        SkipToSeparator();
        var value = text.Substring(start, at - start);
        var quote = value.IndexOf('"');
        if (quote >= 0)
        {
            Report(start + quote, start + quote + 1, string.IsNullOrWhiteSpace(value.Substring(0, quote))
                ? "A quoted cell must begin with its quote. Remove the space before the quote."
                : "A cell that contains a quote must be in quotes, and the quote must be doubled, as in \"5\"\" pipe\".");
        }

        return new(start, at, value, IsQuoted: false);
    }

    private CsvCell ReadQuoted()
    {
        var start = at++;
        var value = new StringBuilder();
        while (at < text.Length)
        {
            if (text[at] == '"')
            {
                at++;
                if (at == text.Length || text[at] != '"')
                {
                    ReadRestOfQuoted(start);
                    return new(start, at, value.ToString(), IsQuoted: true);
                }

                value.Append('"');
            }
            else if (text[at] is '\r' or '\n')
            {
                at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 1 : 0;
                value.Append('\n');
            }
            else
            {
                value.Append(text[at]);
            }

            at++;
        }

        Report(start, start + 1, "This quote is not closed. A quoted cell must end with a quote, and a quote inside it must be doubled.", endsReading: true);
        return new(start, at, value.ToString(), IsQuoted: true);
    }

    /// <summary>Reports what follows a closing quote. If that quote was meant to open a cell, the true mistake is the one before.</summary>
    private void ReadRestOfQuoted(int start)
    {
        var end = at;
        SkipToSeparator();
        if (at == end)
        {
            return;
        }

        var (first, last) = (lines.LineOf(start), lines.LineOf(end - 1));
        if (first != last)
        {
            var line = (last + 1).ToString(CultureInfo.InvariantCulture);
            Report(start, start + 1, $"This quote is closed only on line {line}, where more text follows. Close it at the end of its cell, and double any quote inside the cell.", endsReading: true);
        }
        else
        {
            Report(end, at, "Only a comma or the end of the line can follow the closing quote. A quote inside a cell must be doubled.");
        }
    }

    private void SkipToSeparator()
    {
        while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
        {
            at++;
        }
    }

    private void Report(int start, int end, string message, bool endsReading = false) =>
        problem ??= new(start, end, message) { EndsReading = endsReading };
}
