using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Finds the parts of one line, whether or not the line is YAML.</summary>
internal static class LineValue
{
    /// <summary>Index of the value, after indentation, list dashes and the first key.</summary>
    public static int Start(string line)
    {
        var at = KeyStart(line);
        var end = WordEnd(line, at);
        return end > at && end < line.Length && line[end] == ':' && (end + 1 == line.Length || line[end + 1] == ' ') ? Whitespace.Skip(line, end + 1) : at;
    }

    /// <summary>Whether the value begins with the sign of a text of several lines.</summary>
    public static bool BeginsBlock(string line)
    {
        var start = Start(line);
        return start < line.Length && line[start] is '|' or '>';
    }

    /// <summary>Index of the value's end, before a comment and trailing spaces.</summary>
    public static int End(string line, int start)
    {
        var comment = line.IndexOf(" # ", start, StringComparison.Ordinal);
        var end = comment < 0 ? line.Length : comment;
        while (end > start && line[end - 1] is ' ' or '\t')
        {
            end--;
        }

        return end;
    }

    /// <summary>Index of the first character after indentation and list dashes.</summary>
    public static int KeyStart(string line)
    {
        var at = 0;
        while (at < line.Length && (line[at] is ' ' or '\t' || (line[at] == '-' && at + 1 < line.Length && line[at + 1] == ' ')))
        {
            at++;
        }

        return at;
    }

    /// <summary>Index just after a word that can be a key.</summary>
    public static int WordEnd(string line, int at)
    {
        while (at < line.Length && (char.IsLetterOrDigit(line[at]) || line[at] is '_' or '-'))
        {
            at++;
        }

        return at;
    }

    /// <summary>Index of the first character of the key in brackets that ends at an index.</summary>
    public static int WordStart(string line, int end)
    {
        while (end > 0 && (char.IsLetterOrDigit(line[end - 1]) || line[end - 1] == '_'))
        {
            end--;
        }

        return end;
    }

    /// <summary>Index just after a quoted text; -1: its quote is not closed on the line.</summary>
    public static int AfterQuote(string line, int open)
    {
        for (var at = open + 1; at < line.Length; at++)
        {
            if (line[open] == '"' && line[at] == '\\')
            {
                at++;
            }
            else if (line[at] == line[open])
            {
                return at + 1;
            }
        }

        return -1;
    }

    /// <summary>Index just after a quoted text, which may contain its own quotes in pairs, as <c>"a[b="c"]"</c>; -1: its quote is not closed on the line.</summary>
    public static int AfterQuotedValue(string line, int open)
    {
        var end = AfterQuote(line, open);
        return end > 0 && !EndsValue(line, end) && AfterNestedQuotes(line, open) is > 0 and var nested ? nested : end;
    }

    private static int AfterNestedQuotes(string line, int open)
    {
        var inner = 0;
        for (var at = open + 1; at < line.Length; at++)
        {
            if (line[at] != line[open])
            {
                continue;
            }

            if (inner > 0 && inner % 2 == 0 && EndsValue(line, at + 1))
            {
                return at + 1;
            }

            inner++;
        }

        return -1;
    }

    /// <summary>Whether nothing of a value in <c>{ }</c> or <c>[ ]</c> follows.</summary>
    public static bool EndsValue(string line, int at)
    {
        at = Whitespace.Skip(line, at);
        return at == line.Length || line[at] is ',' or '}' or ']' or ':' or '#';
    }

    /// <summary>Whether a quote at an index opens a quoted text: elsewhere it is a part of a plain one.</summary>
    public static bool OpensQuote(string line, int at)
    {
        if (line[at] is not ('"' or '\''))
        {
            return false;
        }

        var before = at - 1;
        while (before >= 0 && line[before] is ' ' or '\t')
        {
            before--;
        }

        return before < 0 || line[before] is '{' or '[' or ',' || (before < at - 1 && line[before] is ':' or '-');
    }
}
