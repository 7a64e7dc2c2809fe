using System.Globalization;
using System.Text;

namespace Playbooks.Steps.Support;

/// <summary>How a text is written in a selector so that it stands for itself and cannot end what it stands in.</summary>
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
            // Playwright skips the character after a backslash when it looks for `>>`: one before the closing quote would hide it.
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

    // A blank ends the number, so that a digit that follows is not taken for a part of it.
    private static void AppendHex(StringBuilder text, char c) =>
        text.Append('\\').Append(((int)c).ToString("x", CultureInfo.InvariantCulture)).Append(' ');
}
