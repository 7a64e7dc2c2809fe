using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Finds the unquoted character that most likely made a line unreadable, and shows the line with quotes.</summary>
internal static class UnquotedCharacter
{
    private const string Openers = "{[*&%@>";

    /// <summary>A sentence that names the character and shows the line with quotes; null: the line holds no such character.</summary>
    public static string? Advise(string line)
    {
        var start = ValueStart(line);
        var value = line.Substring(start).TrimEnd();
        if (value.Length is 0 or > 300 || value[0] is '"' or '\'' or '#')
        {
            return null;
        }

        // Inside { key: value } one value is to be quoted, not the whole.
        if (FlowValue.Find(line, start) is { } inner)
        {
            return Say(line[inner.Culprit].ToString(), line, inner.Start, inner.End);
        }

        return Culprit(value) is { } culprit ? Say(culprit, line, start, start + value.Length) : null;
    }

    private static string Say(string culprit, string line, int start, int end)
    {
        var value = line.Substring(start, end - start);
        var quoted = YamlText.Quote(value);
        return $"The line contains an unquoted '{culprit}'; with quotes it reads: {line.Substring(0, start).TrimStart()}{quoted}{line.Substring(end).TrimEnd()}";
    }

    private static string? Culprit(string value)
    {
        if (Openers.IndexOf(value[0]) >= 0)
        {
            return value[0].ToString();
        }

        var colon = value.IndexOf(": ", StringComparison.Ordinal);
        if (colon >= 0)
        {
            return ": ";
        }

        var at = value.IndexOfAny(Openers.ToCharArray());
        return at < 0 ? null : value[at].ToString();
    }

    /// <summary>The beginning of the value, after list dashes and the first key.</summary>
    private static int ValueStart(string line)
    {
        var at = 0;
        while (at < line.Length && (line[at] is ' ' or '\t' || (line[at] == '-' && at + 1 < line.Length && line[at + 1] == ' ')))
        {
            at++;
        }

        var end = at;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '_' or '-'))
        {
            end++;
        }

        if (end > at && end < line.Length && line[end] == ':' && (end + 1 == line.Length || line[end + 1] == ' '))
        {
            at = end + 1;
            while (at < line.Length && line[at] == ' ')
            {
                at++;
            }
        }

        return at;
    }
}
