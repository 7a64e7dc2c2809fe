using System.Globalization;
using System.Text;

namespace Playbooks.Language.Syntax.Text;

/// <summary>Characters that look like others or are invisible: unusual spaces, and letters and punctuation of other scripts.</summary>
internal static class LookAlikes
{
    // Cyrillic letters, written as escapes because they look like Latin letters here too.
    private const string Cyrillic =
        "\u0430\u0432\u0435\u04BB\u0456\u0458\u043A\u043C\u043D\u043E\u0440\u0441\u0455\u0442\u0443\u0445\u0501\u051B\u051D\u04CF"
        + "\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0405\u0422\u0423\u0425\u0406\u0408";

    private const string CyrillicPlain = "abehijkmhopcstyxdqwlABEKMHOPCSTYXIJ";

    // Greek letters.
    private const string Greek =
        "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03B1\u03B5\u03B9\u03BA\u03BD\u03BF"
        + "\u03C1\u03C5";

    private const string GreekPlain = "ABEZHIKMNOPTYXaeikvopu";

    // Other letters, dashes, colons and quotes.
    private const string Signs =
        "\u0131\u017F\u0251\u0261\u2013\u2014\u2010\u2011\u2012\u2212\uFE55\u2236\uA789\u201C\u201D\u201E\u2018\u2019";

    private const string SignsPlain = "isag------:::\"\"\"''";

    private const string Others = Cyrillic + Greek + Signs;
    private const string Latins = CyrillicPlain + GreekPlain + SignsPlain;

    /// <summary>The text in plain letters, spaces and signs; the text itself where it looks like nothing else.</summary>
    public static string Plain(string text)
    {
        if (text.All(character => character < '\u0080'))
        {
            return text;
        }

        var plain = new StringBuilder();
        foreach (var character in text)
        {
            plain.Append(PlainOf(character) ?? character.ToString());
        }

        return plain.ToString();
    }

    /// <summary>Index of the first character that looks like another, or like none; -1: there is none.</summary>
    public static int IndexIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (PlainOf(text[i]) is not null)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Names a character of <see cref="IndexIn"/> by its code point: <c>U+00A0 (looks like a space)</c>.</summary>
    public static string Describe(char character)
    {
        var code = "U+" + ((int)character).ToString("X4", CultureInfo.InvariantCulture);
        return PlainOf(character) switch
        {
            "" => code + " (invisible)",
            " " => code + " (looks like a space)",
            var plain => $"{code} (looks like '{plain}')",
        };
    }

    private static string? PlainOf(char character)
    {
        if (character < '\u0080')
        {
            return null;
        }

        var at = Others.IndexOf(character);
        return at >= 0 ? Latins[at].ToString()
            : character is > '\uFF00' and < '\uFF5F' ? ((char)(character - 0xFEE0)).ToString()
            : CharUnicodeInfo.GetUnicodeCategory(character) switch
            {
                UnicodeCategory.SpaceSeparator => " ",
                UnicodeCategory.Format => string.Empty,
                _ => null,
            };
    }
}
