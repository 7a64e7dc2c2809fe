using System.Globalization;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Indents a line like the keys above it.</summary>
internal static class Indentation
{
    private const int MostLines = 30;

    /// <summary>The line, indented like each kind of line above it, the nearest first.</summary>
    public static IEnumerable<LineFix> Find(string text, SourceLines lines, int line, string source)
    {
        var start = Whitespace.Skip(source, 0);
        if (!IsItemOrKey(source, start))
        {
            yield break;
        }

        var hasTab = source.IndexOf('\t', 0, start) >= 0;
        var tried = new HashSet<int> { hasTab ? -1 : start };
        for (var above = line - 1; above >= 0 && above >= line - MostLines; above--)
        {
            var other = lines.Text(text, above);
            var column = source.StartsWith("-", StringComparison.Ordinal) || source[start] == '-' ? Whitespace.Skip(other, 0) : LineValue.KeyStart(other);
            if (column < other.Length && other[column] != '#' && other.IndexOf('\t', 0, column) < 0 && tried.Add(column))
            {
                var how = column == 0 ? "Start it at the beginning of the line" : $"Indent it by {Spaces(column)}";
                yield return new(
                    start,
                    (hasTab ? "YAML does not allow tabs for indentation" : $"The text is indented by {Spaces(start)}, unlike the lines above it") + $". {how}.",
                    new string(' ', column) + source.Substring(start))
                {
                    IsAtStop = hasTab,
                    IsGuess = true,
                    Lead = null,
                };
            }
        }
    }

    /// <summary>The first key of a text, which begins its line; only the lines below it show that it is indented.</summary>
    public static LineFix? FindFirst(string text, SourceLines lines, int line, string source)
    {
        var start = Whitespace.Skip(source, 0);
        return start > 0 && start < source.Length && source[start] != '#' && source[start] != '-' && text.Substring(lines.FirstOffset, lines.StartOf(line) - lines.FirstOffset).Trim().Length == 0
            ? new(start, $"The first key is indented by {Spaces(start)}, unlike the lines below it. Start it at the beginning of the line.", source.Substring(start)) { IsGuess = true, Lead = null }
            : null;
    }

    private static string Spaces(int count) => count == 1 ? "1 space" : $"{count.ToString(CultureInfo.InvariantCulture)} spaces";

    private static bool IsItemOrKey(string source, int start)
    {
        var end = LineValue.WordEnd(source, LineValue.KeyStart(source));
        return (start + 1 < source.Length && source[start] == '-' && source[start + 1] == ' ') || (end > start && end < source.Length && source[end] == ':');
    }
}
