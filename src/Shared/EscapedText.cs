using System.Globalization;
using System.Text;

namespace Playbooks.Shared;

/// <summary>Shows a text so that it stays on its line and nothing in it is invisible.</summary>
internal static class EscapedText
{
    /// <summary>The text with control characters, line separators and invisible formats escaped, such as <c>\t</c> and <c>\u200B</c>.</summary>
    public static string Create(string text)
    {
        if (!text.Any(NeedsEscape))
        {
            return text;
        }

        var shown = new StringBuilder();
        foreach (var character in text)
        {
            shown.Append(!NeedsEscape(character) ? character.ToString() : character switch
            {
                '\t' => "\\t",
                '\n' => "\\n",
                '\r' => "\\r",
                _ => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture),
            });
        }

        return shown.ToString();
    }

    private static bool NeedsEscape(char character) => CharUnicodeInfo.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
