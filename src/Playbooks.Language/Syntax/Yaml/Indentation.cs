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

    /// <summary>The first item of a list, indented like the next one; only the lines below it show that it is indented otherwise.</summary>
    public static LineFix? FindFirstItem(string text, SourceLines lines, int line, string source)
    {
        var start = Whitespace.Skip(source, 0);
        if (!IsItem(source, start) || (line > 0 && lines.Text(text, line - 1).TrimEnd() is var above && !above.EndsWith(":", StringComparison.Ordinal)))
        {
            return null;
        }

        for (var below = line + 1; below < lines.Count && below <= line + MostLines; below++)
        {
            if (ItemColumn(lines.Text(text, below)) is >= 0 and var column)
            {
                return column == start ? null : new(start, $"The item is indented by {Spaces(start)}, unlike the next one. Indent it by {Spaces(column)}.", new string(' ', column) + source.Substring(start)) { IsGuess = true, Lead = null };
            }
        }

        return null;
    }

    /// <summary>The line as an item of the list above it, whose last item begins with the same key.</summary>
    public static LineFix? FindItem(string text, SourceLines lines, int line, string source)
    {
        var start = Whitespace.Skip(source, 0);
        if (start == source.Length || source[start] == '-' || !IsItemOrKey(source, start))
        {
            return null;
        }

        for (var above = line - 1; above >= 0 && above >= line - MostLines; above--)
        {
            var other = lines.Text(text, above);
            if (ItemColumn(other) is >= 0 and var column)
            {
                return FirstWord(other) == FirstWord(source)
                    ? new(start, "A '- ' is missing before this item.", new string(' ', column) + "- " + source.Substring(start)) { IsGuess = true, IsWholeLine = true }
                    : null;
            }
        }

        return null;
    }

    /// <summary>The indentation of an item; -1: the line begins none, or is indented by a tab.</summary>
    private static int ItemColumn(string source)
    {
        var column = Whitespace.Skip(source, 0);
        return IsItem(source, column) && source.IndexOf('\t', 0, column) < 0 ? column : -1;
    }

    private static string FirstWord(string source)
    {
        var start = LineValue.KeyStart(source);
        return source.Substring(start, LineValue.WordEnd(source, start) - start);
    }

    private static bool IsItem(string source, int start) => start + 1 < source.Length && source[start] == '-' && source[start + 1] == ' ';

    private static string Spaces(int count) => count == 1 ? "1 space" : $"{count.ToString(CultureInfo.InvariantCulture)} spaces";

    private static bool IsItemOrKey(string source, int start)
    {
        var end = LineValue.WordEnd(source, LineValue.KeyStart(source));
        return IsItem(source, start) || (end > start && end < source.Length && source[end] == ':');
    }
}
