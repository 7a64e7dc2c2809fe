using System.Globalization;
using System.Text;

namespace Playbooks.Reports;

/// <summary>Makes invisible characters, and characters that affect others, visible, so that no text of a page can hide or reorder parts of a report.</summary>
internal static class VisibleText
{
    /// <summary>Appends a character in visible form. Tabs and line feeds are kept.</summary>
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
                // Characters that change the writing direction could make a line look like something else.
                text.Append(CultureInfo.InvariantCulture, $"[U+{(int)character:X4}]");
                break;
            default:
                text.Append(character);
                break;
        }
    }

    /// <summary>Returns a text with all its characters visible.</summary>
    public static string From(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            visible.AppendVisibly(character);
        }

        return visible.ToString();
    }
}
