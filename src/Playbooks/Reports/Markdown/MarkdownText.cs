using System.Globalization;
using System.Text;

namespace Playbooks.Reports.Markdown;

/// <summary>Writes Markdown in which no text of a page can become a heading, a table, or the end of a code block.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder markdown = new();

    /// <summary>Writes a line without escaping.</summary>
    public void Line(string line = "") => markdown.Append(line).Append('\n');

    /// <summary>Writes a heading, surrounded by empty lines.</summary>
    public void Heading(string text)
    {
        Line();
        Line("## " + Plain(text));
        Line();
    }

    /// <summary>Writes a name with an escaped text. Writes nothing if the text is missing.</summary>
    public void Fact(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Line($"- {name}: {Code(text)}");
        }
    }

    /// <summary>Writes a code block.</summary>
    public void Block(string language, string text)
    {
        var fence = Fence(text, least: 3);
        Line(fence + language);
        Line(VisibleText.From(text.ReplaceLineEndings("\n")).TrimEnd('\n'));
        Line(fence);
    }

    /// <summary>Writes a table.</summary>
    public void Table(string[] headers, IEnumerable<string[]> rows)
    {
        Line($"| {string.Join(" | ", headers)} |");
        Line($"|{string.Concat(Enumerable.Repeat("---|", headers.Length))}");
        foreach (var row in rows)
        {
            Line($"| {string.Join(" | ", row.Select(static cell => cell.Length == 0 ? string.Empty : Code(cell).Replace("|", "\\|", StringComparison.Ordinal)))} |");
        }
    }

    /// <summary>Returns a text as inline code.</summary>
    public static string Code(string text)
    {
        var line = VisibleText.From(text.ReplaceLineEndings("\n")).Replace("\n", " ⏎ ", StringComparison.Ordinal);
        var fence = Fence(line, least: 1);
        var blank = line.StartsWith('`') || line.EndsWith('`') ? " " : string.Empty;
        return fence + blank + line + blank + fence;
    }

    /// <summary>Returns a text with its special characters escaped.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var character in text.ReplaceLineEndings(" "))
        {
            if (character is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '&')
            {
                plain.Append('\\');
            }

            plain.AppendVisibly(character);
        }

        return plain.ToString();
    }

    /// <summary>Returns a number as text.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public override string ToString() => markdown.ToString();

    // Longer than any sequence of backticks in the text.
    private static string Fence(string text, int least)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new('`', Math.Max(least, longest + 1));
    }
}
