using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Puts quotes around the value whose unquoted character most likely made a line unreadable.</summary>
internal static class UnquotedValue
{
    private const string Openers = "{[*&%@>|!`";

    /// <summary>The line with quotes around one value, around all that need them, and around everything after the key.</summary>
    public static IEnumerable<LineFix> Find(string line)
    {
        var start = LineValue.Start(line);
        var end = LineValue.End(line, start);
        if (end - start is 0 or > 300 || line[start] == '#')
        {
            return [];
        }

        if (IsQuoted(line, start) && LineValue.AfterQuote(line, start) == end - 1 && char.IsPunctuation(line[end - 1]))
        {
            return [new(end - 1, $"Remove the '{line[end - 1]}' after the closing quote.", line.Substring(0, end - 1) + line.Substring(end)), Quote(line, [(start, end)])];
        }

        var inner = line[start] is '{' or '[' ? FlowValues.In(line, start).Where(value => NeedsQuotes(line, value.Start, value.End)).ToList() : [];
        var fixes = inner.ConvertAll(value => Quote(line, [value]));
        if (inner.Count > 1)
        {
            fixes.Add(Quote(line, inner));
        }

        if (NeedsQuotes(line, start, end))
        {
            // Nobody means a mapping as one text, unless nothing else compiles.
            var all = Quote(line, [(start, end)]);
            fixes.Add(all with { IsGuess = all.IsGuess || line[start] is '{' or '[' });
        }

        return fixes;
    }

    private static bool NeedsQuotes(string line, int start, int end) =>
        IsQuoted(line, start)
            ? LineValue.AfterQuote(line, start) is > 0 and var close && close < end
            : end > start && Culprit(line.Substring(start, end - start)) is not null;

    private static bool IsQuoted(string line, int start) => line[start] is '"' or '\'';

    private static LineFix Quote(string line, List<(int Start, int End)> values)
    {
        var corrected = line;
        for (var i = values.Count - 1; i >= 0; i--)
        {
            var (start, end) = values[i];
            corrected = corrected.Substring(0, start) + YamlText.Quote(Content(line.Substring(start, end - start))) + corrected.Substring(end);
        }

        var (first, last) = values[0];
        if (IsQuoted(line, first))
        {
            // Inside brackets, the parser stops at the next quote only.
            var close = LineValue.AfterQuote(line, first);
            return new(close, "There is text after the closing quote.", corrected) { IsAtStop = first == LineValue.Start(line) || LineValue.AfterQuotedValue(line, first) == close };
        }

        var value = line.Substring(first, last - first);
        var culprit = Culprit(value)!;
        return new(first + Math.Max(0, value.IndexOf(culprit, StringComparison.Ordinal)), $"The line contains an unquoted '{culprit}'", corrected)
        {
            IsGuess = culprit is ":" or ": ",
            Lead = "; with quotes, it reads: ",
        };
    }

    /// <summary>What the value is meant to say: quotes around a part of it belong around all of it.</summary>
    private static string Content(string value)
    {
        if (value[0] is not ('"' or '\''))
        {
            return value;
        }

        // The quotes of "Save" >> b and "use strict"; mean something themselves.
        var rest = value.Substring(LineValue.AfterQuote(value, 0)).TrimStart();
        if (value.Count(character => character == value[0]) == 2 && !rest.StartsWith(">>", StringComparison.Ordinal) && !rest.StartsWith(";", StringComparison.Ordinal))
        {
            return value.Replace(value.Substring(0, 1), string.Empty);
        }

        // The quotes of "He said "hi"" are around the text, those of "a" and "b" are parts of it.
        var next = value.IndexOf(value[0], 1) + 1;
        return value[value.Length - 1] == value[0] && next > 0 && next < value.Length && value[next] is not (' ' or '\t') ? value.Substring(1, value.Length - 2) : value;
    }

    private static string? Culprit(string value)
    {
        if (Openers.IndexOf(value[0]) >= 0 || value[0] is '}' or ']' or ',')
        {
            return value[0].ToString();
        }

        if (value.Length > 1 && value[0] is '-' or '?' && value[1] == ' ')
        {
            return value.Substring(0, 2);
        }

        if (value.IndexOf(": ", StringComparison.Ordinal) >= 0)
        {
            return ": ";
        }

        if (value.EndsWith(":", StringComparison.Ordinal))
        {
            return ":";
        }

        var at = value.IndexOfAny(Openers.ToCharArray());
        return at < 0 ? null : value[at].ToString();
    }
}
