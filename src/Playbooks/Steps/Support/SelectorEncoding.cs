using System.Globalization;
using System.Text;

namespace Playbooks.Steps.Support;

/// <summary>Encodes texts in selectors, so that a text represents itself and cannot end its context.</summary>
internal static class SelectorEncoding
{
    private const char Replacement = '\uFFFD';

    public static string CssString(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var c in value)
        {
            if (c == '\0')
            {
                text.Append(Replacement);
            }
            else if (c < ' ' || c == '\x7f' || c is '"' or '\'' or '\\' or '`' or '<' or '>')
            {
                AppendHex(text, c);
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    public static string CssIdentifier(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        for (var index = 0; index < value.Length; index++)
        {
            var c = value[index];
            var isDigitAtStart = char.IsAsciiDigit(c) && (index == 0 || (index == 1 && value[0] == '-'));
            if (c == '\0')
            {
                text.Append(Replacement);
            }
            else if (c < ' ' || c == '\x7f' || isDigitAtStart)
            {
                AppendHex(text, c);
            }
            else if (c == '-' && value.Length == 1)
            {
                text.Append("\\-");
            }
            else if (c >= '\x80' || c is '-' or '_' || char.IsAsciiLetterOrDigit(c))
            {
                text.Append(c);
            }
            else
            {
                AppendHex(text, c);
            }
        }

        return text.ToString();
    }

    public static string QuotedString(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var c in value)
        {
            if (c is '"' or '\'' or '\\' or '`')
            {
                text.Append('\\');
            }

            text.Append(c);
        }

        return text.ToString();
    }

    public static string QuotedValue(string value) => "\"" + QuotedString(value) + "\"";

    public static string RegexText(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var c in value)
        {
            if (c >= '\x80' || c == '_' || char.IsAsciiLetterOrDigit(c))
            {
                text.Append(c);
            }
            else
            {
                text.Append("\\x").Append(((int)c).ToString("x2", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }

    public static string TextPattern(string value) =>
        "/" + string.Join("\\s+", value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(RegexText)) + "/i";

    public static string XPathString(string value)
    {
        if (value.Contains('\\', StringComparison.Ordinal))
        {
            // When Playwright searches for `>>`, it skips the character after a backslash: one before the closing quote would hide the quote.
            var terms = value.Split('\\').SelectMany((part, index) => BackslashBefore(index).Concat(part.Length == 0 ? [] : [XPathString(part)])).ToList();
            return terms.Count == 1 ? terms[0] : "concat(" + string.Join(", ", terms) + ")";
        }

        if (!value.Contains('"', StringComparison.Ordinal))
        {
            return "\"" + value + "\"";
        }

        if (!value.Contains('\'', StringComparison.Ordinal))
        {
            return "'" + value + "'";
        }

        return "concat(" + string.Join(", '\"', ", value.Split('"').Select(part => "\"" + part + "\"")) + ")";
    }

    private static IEnumerable<string> BackslashBefore(int index) => index == 0 ? [] : ["substring(\"\\.\",1,1)"];

    // A space ends the number, so that a following digit is not read as part of it.
    private static void AppendHex(StringBuilder text, char c) =>
        text.Append('\\').Append(((int)c).ToString("x", CultureInfo.InvariantCulture)).Append(' ');
}
