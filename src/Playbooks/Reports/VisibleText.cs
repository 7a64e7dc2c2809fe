using System.Globalization;
using System.Text;

namespace Playbooks.Reports;

/// <summary>Shows characters that are not seen, or that change how others are seen: nothing in a page's text can hide or turn what a report says.</summary>
internal static class VisibleText
{
    /// <summary>Appends a character as it can be seen; tabs and line feeds stay.</summary>
    public static void AppendVisibly(this StringBuilder text, char character)
    {
        switch (character)
        {
            case '\t' or '\n':
                text.Append(character);
                break;
            case < ' ':
                // The picture of the control character.
                text.Append((char)('\u2400' + character));
                break;
            case '\u007f':
                text.Append('\u2421');
                break;
            case (>= '\u0080' and <= '\u009f') or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufffe' or '\uffff':
                // Those that turn the direction of writing could make a line read as something that it is not.
                text.Append(CultureInfo.InvariantCulture, $"[U+{(int)character:X4}]");
                break;
            default:
                text.Append(character);
                break;
        }
    }

    /// <summary>The text with all its characters visible.</summary>
    public static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            visible.AppendVisibly(character);
        }

        return visible.ToString();
    }
}
