using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Corrects a dash or colon without its space, a sign that is none of YAML's, and a quote that is not closed.</summary>
internal static class MissingSign
{
    private const int MostKeys = 10;

    public static IEnumerable<LineFix> Find(string line)
    {
        var start = LineValue.KeyStart(line);
        if (start + 1 < line.Length && line[start] == '-' && (char.IsLetter(line[start + 1]) || line[start + 1] is '{' or '[' or '"'))
        {
            yield return new(start, "A space is missing after '-'.", line.Substring(0, start + 1) + " " + line.Substring(start + 1));
        }

        var end = LineValue.WordEnd(line, start);
        if (end > start && end + 1 < line.Length && line[end] == ':' && line[end + 1] is not (' ' or '\t'))
        {
            yield return new(end, "A space is missing after ':'.", line.Substring(0, end + 1) + " " + line.Substring(end + 1));
        }

        foreach (var fix in InBrackets(line, end))
        {
            yield return fix;
        }

        var sign = Whitespace.Skip(line, end);
        if (end > start && sign < line.Length && line[sign] is '=' or ';')
        {
            var value = Whitespace.Skip(line, sign + 1);
            yield return new(sign, $"A key must be followed by ': ', not by '{line[sign]}'.", line.Substring(0, end) + ": " + line.Substring(value)) { IsGuess = line[sign] == ';' };
        }

        if (UnclosedQuote(line) is >= 0 and var quote)
        {
            // The quote belongs before the next key, or before what closes the brackets around it.
            var content = line.TrimEnd();
            var close = content.TrimEnd('}', ']', ' ').Length;
            var reason = "The quote that opens here is not closed.";
            foreach (var comma in KeysAfter(line, quote).Take(MostKeys))
            {
                yield return new(quote, reason, line.Substring(0, comma) + line[quote] + line.Substring(comma)) { IsWholeLine = true };
            }

            if (close < content.Length && close > quote)
            {
                yield return new(quote, reason, content.Substring(0, close) + line[quote] + content.Substring(close));
            }

            yield return new(quote, reason, content + line[quote]);
        }
    }

    /// <summary>What may be missing on any line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isInBrackets">Whether a bracket is open, so that lines can end with a comma.</param>
    public static IEnumerable<LineFix> FindGuesses(string line, bool isInBrackets)
    {
        var start = LineValue.KeyStart(line);
        var end = LineValue.WordEnd(line, start);
        if (end > start && (end == line.Length || line[end] == ' '))
        {
            var value = end == line.Length ? string.Empty : line.Substring(end);
            yield return new(end - 1, $"A ':' is missing after '{line.Substring(start, end - start)}'.", line.Substring(0, end) + ":" + value) { IsGuess = true };
        }

        if (start < line.Length && line.Substring(0, start).Trim().Length == 0)
        {
            yield return new(start, "A '- ' is missing before this item.", line.Substring(0, start) + "- " + line.Substring(start)) { IsGuess = true };
        }

        var content = line.TrimEnd();
        if (isInBrackets && content.Length > 0 && content[content.Length - 1] is not (',' or '{' or '[' or ':'))
        {
            yield return new(content.Length - 1, "A ',' is missing at the end of the line.", content + ",") { IsGuess = true };
        }
    }

    /// <summary>The line with a space after each colon that directly precedes a bracket or a quote, in <c>{ }</c> or <c>[ ]</c>.</summary>
    private static IEnumerable<LineFix> InBrackets(string line, int from)
    {
        var joined = Enumerable.Range(from, line.Length - from).Where(at => IsJoined(line, at)).Take(MostKeys).ToList();
        if (joined.Count == 0)
        {
            yield break;
        }

        var corrected = line;
        foreach (var at in Enumerable.Reverse(joined))
        {
            corrected = corrected.Substring(0, at + 1) + " " + corrected.Substring(at + 1);
        }

        yield return new(joined[0], "A space is missing after ':'.", corrected) { IsWholeLine = true };
    }

    private static bool IsJoined(string line, int colon)
    {
        if (line[colon] != ':' || colon + 1 == line.Length || line[colon + 1] is not ('{' or '[' or '"' or '\''))
        {
            return false;
        }

        var key = LineValue.WordStart(line, colon);
        return key < colon && key > 0 && line[key - 1] is ' ' or '{' or '[' or ',';
    }

    /// <summary>Index of each comma after a quote that a key follows.</summary>
    private static IEnumerable<int> KeysAfter(string line, int quote)
    {
        for (var at = quote + 1; at < line.Length; at++)
        {
            if (line[at] == ',')
            {
                var key = Whitespace.Skip(line, at + 1);
                var end = LineValue.WordEnd(line, key);
                if (end > key && end + 1 < line.Length && line[end] == ':' && line[end + 1] == ' ')
                {
                    yield return at;
                }
            }
        }
    }

    /// <summary>Index of the first quote that is not closed, or that only the next quoted text's own one closes; -1: there is none.</summary>
    private static int UnclosedQuote(string line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (LineValue.OpensQuote(line, at))
            {
                var open = at;
                at = LineValue.AfterQuote(line, at) - 1;
                if (at < 0 || (!LineValue.EndsValue(line, at + 1) && KeysAfter(line, open).FirstOrDefault() is > 0 and var comma && comma < at))
                {
                    return open;
                }
            }
        }

        return -1;
    }
}
