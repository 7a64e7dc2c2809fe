using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Corrects a dash or colon without its space, a sign that is none of YAML's, and a quote that is not closed.</summary>
internal static class MissingSign
{
    public static IEnumerable<LineFix> Find(string line)
    {
        var start = LineValue.KeyStart(line);
        if (start + 1 < line.Length && line[start] == '-' && char.IsLetter(line[start + 1]))
        {
            yield return new(start, "A space is missing after '-'.", line.Substring(0, start + 1) + " " + line.Substring(start + 1));
        }

        var end = LineValue.WordEnd(line, start);
        if (end > start && end + 1 < line.Length && line[end] == ':' && line[end + 1] is not (' ' or '\t'))
        {
            yield return new(end, "A space is missing after ':'.", line.Substring(0, end + 1) + " " + line.Substring(end + 1));
        }

        var sign = Whitespace.Skip(line, end);
        if (end > start && sign < line.Length && line[sign] is '=' or ';')
        {
            var value = Whitespace.Skip(line, sign + 1);
            yield return new(sign, $"A key is followed by ': ', not by '{line[sign]}'.", line.Substring(0, end) + ": " + line.Substring(value)) { IsGuess = line[sign] == ';' };
        }

        if (UnclosedQuote(line) is >= 0 and var quote)
        {
            // The quote belongs before what closes the brackets around it.
            var content = line.TrimEnd();
            var close = content.TrimEnd('}', ']', ' ').Length;
            var reason = "The quote that opens here is not closed.";
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

    private static int UnclosedQuote(string line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (LineValue.OpensQuote(line, at))
            {
                var open = at;
                at = LineValue.AfterQuote(line, at) - 1;
                if (at < 0)
                {
                    return open;
                }
            }
        }

        return -1;
    }
}
