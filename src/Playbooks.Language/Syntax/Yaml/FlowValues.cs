using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Finds the values in <c>{ key: value }</c> and <c>[ item ]</c>, as far as a line that is not YAML has any.</summary>
internal static class FlowValues
{
    /// <summary>Start and end of each value, quoted ones included.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">Index of the first bracket.</param>
    public static IEnumerable<(int Start, int End)> In(string line, int at)
    {
        var isValue = false;
        while (at < line.Length)
        {
            if (line[at] is ' ' or '\t' or ':' or ',' or '}' or ']')
            {
                isValue &= line[at] is ' ' or '\t';
                at++;
            }
            else if (line[at] is '{' or '[' && IsCollection(line, at))
            {
                isValue = false;
                at++;
            }
            else
            {
                var end = End(line, at, isValue);
                var colon = Whitespace.Skip(line, end);
                if (!isValue && colon < line.Length && line[colon] == ':')
                {
                    isValue = true;
                    at = colon + 1;
                }
                else
                {
                    yield return (at, end);
                    isValue = false;
                    at = Math.Max(end, at + 1);
                }
            }
        }
    }

    /// <summary>Index of the bracket that closes another one; -1: there is none on the line.</summary>
    public static int Close(string line, int open)
    {
        var depth = 0;
        for (var at = open; at < line.Length; at++)
        {
            if (LineValue.OpensQuote(line, at))
            {
                at = LineValue.AfterQuotedValue(line, at) - 1;
                if (at < 0)
                {
                    return -1;
                }
            }
            else
            {
                depth += line[at] is '{' or '[' ? 1 : line[at] is '}' or ']' ? -1 : 0;
                if (depth == 0)
                {
                    return at;
                }
            }
        }

        return -1;
    }

    /// <summary>Whether a bracket is meant as one: neither around a placeholder's name nor at the beginning of a longer text.</summary>
    private static bool IsCollection(string line, int open)
    {
        var close = Close(line, open);
        if (close < 0)
        {
            return true;
        }

        var next = Whitespace.Skip(line, close + 1);
        var isWord = line[open] == '{' && close > open + 1 && LineValue.WordEnd(line, open + 1) == close;
        return !isWord && (next == line.Length || line[next] is ',' or '}' or ']' or ':');
    }

    private static int End(string line, int start, bool isValue)
    {
        var at = start;
        if (line[at] is '"' or '\'')
        {
            at = LineValue.AfterQuotedValue(line, at);
            if (at < 0)
            {
                return line.Length;
            }
        }

        var depth = 0;
        for (; at < line.Length; at++)
        {
            depth += line[at] is '{' or '[' ? 1 : line[at] is '}' or ']' ? -1 : 0;
            var isColon = line[at] == ':' && (at + 1 == line.Length || line[at + 1] == ' ');
            if (depth < 0 || (depth == 0 && (line[at] == ',' || (isColon && !isValue))))
            {
                break;
            }
        }

        while (at > start && line[at - 1] is ' ' or '\t')
        {
            at--;
        }

        return at;
    }
}
