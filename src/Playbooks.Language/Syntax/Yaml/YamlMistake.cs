using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Says in plain words why a YAML text cannot be read (PB0001).</summary>
internal static class YamlMistake
{
    public static Finding Describe(Exception exception, string text, SourceLines lines, int start, int end, int current)
    {
        var message = exception.Message;

        // About a tab the scanner names the value before it, or nothing at all; the tab is what is wrong.
        if (Has(message, "tab"))
        {
            start = Math.Max(end, current);
            for (var i = lines.StartOf(lines.LineOf(start)); i < text.Length && text[i] is ' ' or '\t'; i++)
            {
                if (text[i] == '\t')
                {
                    start = i;
                    break;
                }
            }

            end = start + 1;
        }

        if (start >= text.Length && text.Length > 0)
        {
            start = end = text.Length;
        }

        var plain = Plain(message);
        var line = lines.LineOf(start);
        var advice = Has(message, "escape") || Has(message, "hexadecimal") ? InSingleQuotes(lines.Text(text, line), start - lines.StartOf(line)) : null;
        return new(Rule.UnreadableYaml, advice is null ? plain : plain + " " + advice, lines.Span(start, Math.Max(start, end)));
    }

    /// <summary>Shows the line with a double-quoted text in single quotes, where a backslash is a backslash; null: it does not end there.</summary>
    private static string? InSingleQuotes(string line, int open)
    {
        var close = open < 0 || open >= line.Length || line[open] != '"' ? -1 : line.IndexOf('"', open + 1);
        if (close < 0 || line[close - 1] == '\\')
        {
            return null;
        }

        var value = line.Substring(open + 1, close - open - 1);
        return $"With single quotes, the line reads: {(line.Substring(0, open) + YamlText.Quote(value) + line.Substring(close + 1)).Trim()}";
    }

    private static bool Has(string message, string part) => message.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether a finding says that a bracket is not closed.</summary>
    public static bool IsNotClosed(Finding finding) => Words.Any(word => word.Plain == finding.Message && (word.Part is "',' or ']'" or "',' or '}'" or "current state of the object"));

    private static string Plain(string message)
    {
        foreach (var (part, plain) in Words)
        {
            if (Has(message, part))
            {
                return plain;
            }
        }

        return "The YAML cannot be read here: " + message.TrimEnd('.') + ".";
    }

    // The first part that occurs in the parser's own message decides.
    private static readonly (string Part, string Plain)[] Words =
    [
        ("tab", "YAML does not allow tabs for indentation; use spaces."),
        ("wrong indentation", "The lines of quoted text must be indented, or the closing quote is missing."),
        ("unexpected end of stream", "The quote that opens here is not closed."),
        ("unknown escape", "The text in double quotes contains an unknown escape; write a backslash as \\\\, or use single quotes."),
        ("hexadecimal", "The escape in double quotes is missing hexadecimal digits."),
        ("surrogates", "The escape in double quotes is only half of a surrogate pair."),
        ("character escape code", "The escape in double quotes is not a valid character."),
        ("scanning a block scalar", "Only an indentation number, '+', or '-' can follow '|' or '>' on the same line."),
        ("literal block scalar", "The lines of the text block are indented differently from its first line."),
        ("cannot start any token", "A value cannot begin with this character; put the value in quotes."),
        ("anchor or alias", "A value that begins with '&' or '*' must be put in quotes."),
        ("more than one anchor", "A value cannot have two anchors."),
        ("tag handle", "A value that begins with '!' must be put in quotes."),
        ("scanning a tag", "A value that begins with '!' must be put in quotes."),
        ("invalid mapping", "There is a ': ' inside a value, or a line is indented differently from the one before."),
        ("Mapping values are not allowed", "There is a ':' where a key is not allowed."),
        ("sequence entries are not allowed", "There is a '- ' where a list item is not allowed; put the list on its own lines, or the text in quotes."),
        ("Mapping keys are not allowed", "There is a '? ' where a key is not allowed; put the text in quotes."),
        ("expected '-' indicator", "A list item that begins with '- ' is expected here. The line is indented like the items of a list, or there is text after a closed value."),
        ("expected key", "A 'key: value' pair is expected here. The line is indented differently from the ones before it, or there is text after a closed value."),
        ("expected ':'", "A key is missing its ':'."),
        ("',' or ']'", "The list that opened with '[' is not closed, or a ',' is missing."),
        ("',' or '}'", "The mapping that opened with '{' is not closed, or a ',' is missing."),
        ("current state of the object", "The '[' or '{' on an earlier line is not closed."),
        ("expected node content", "A value is expected here."),
        ("document start", "There is text between two documents."),
        ("incompatible", "Only YAML 1.2 can be read."),
        ("directive", "The directive that begins with '%' cannot be read."),
        ("comment", "There is a '#' where a comment is not allowed."),
    ];
}
