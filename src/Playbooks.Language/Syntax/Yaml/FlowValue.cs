namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Finds, on a line with <c>{ key: value }</c>, the plain value that a brace or bracket breaks.</summary>
internal static class FlowValue
{
    /// <summary>The value's start and end, and the character that breaks it; null: there is none.</summary>
    public static (int Start, int End, int Culprit)? Find(string line, int start)
    {
        if (start >= line.Length || line[start] is not ('{' or '[') || line.IndexOf(": ", start, StringComparison.Ordinal) < 0)
        {
            return null;
        }

        var at = start;
        while (at < line.Length)
        {
            if (line[at] is ' ' or '\t' or ',' or '}' or ']' or ':')
            {
                at++;
            }
            else if (line[at] is '"' or '\'')
            {
                at = AfterQuote(line, at);
            }
            else if (line[at] is '{' or '[' && !IsPlaceholder(line, at))
            {
                at++;
            }
            else
            {
                var end = EndOfPlain(line, at, out var culprit);
                if (culprit >= 0)
                {
                    return (at, end, culprit);
                }

                at = end;
            }
        }

        return null;
    }

    private static int AfterQuote(string line, int at)
    {
        var close = line.IndexOf(line[at], at + 1);
        return close < 0 ? line.Length : close + 1;
    }

    /// <summary>Whether this is a word in braces, which nobody means as a mapping.</summary>
    private static bool IsPlaceholder(string line, int at)
    {
        var end = at + 1;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] == '_'))
        {
            end++;
        }

        return line[at] == '{' && end > at + 1 && end < line.Length && line[end] == '}';
    }

    private static int EndOfPlain(string line, int at, out int culprit)
    {
        culprit = -1;
        var depth = 0;
        for (; at < line.Length; at++)
        {
            if (line[at] is '{' or '[')
            {
                culprit = culprit < 0 ? at : culprit;
                depth++;
            }
            else if (line[at] is '}' or ']')
            {
                if (depth-- == 0)
                {
                    break;
                }
            }
            else if (depth == 0 && (line[at] == ',' || (line[at] == ':' && at + 1 < line.Length && line[at + 1] == ' ')))
            {
                break;
            }
        }

        while (at > 0 && line[at - 1] == ' ')
        {
            at--;
        }

        return at;
    }
}
