using System.Globalization;
using System.Text;

namespace Playbooks.Texts;

/// <summary>
/// Handles texts that look the same but differ, by soft hyphens and zero-width characters, or by letters that are decomposed into a letter and
/// an accent. They are compared without the former, like Playwright's <c>text=</c>, and with composed letters.
/// </summary>
internal static class LookAlikes
{
    /// <summary>A JavaScript function that returns the compared form of a text, like <see cref="Compared"/>, but with whitespace unchanged.</summary>
    public const string Function = """
        text => text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').normalize('NFC')
        """;

    /// <summary>Returns the compared form of a text: without invisible characters, with composed letters, and with whitespace collapsed and trimmed.</summary>
    public static string Compared(string text) => string.Join(' ', WithoutInvisible(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Returns the text without invisible characters, and with composed letters.</summary>
    public static string WithoutInvisible(string text)
    {
        var visible = text.Any(IsIgnored) ? string.Concat(text.Where(static c => !IsIgnored(c))) : text;
        return IsWellFormed(visible) ? visible.Normalize(NormalizationForm.FormC) : visible;
    }

    /// <summary>Returns the text for people, with invisible characters as code points, such as <c>Rech[U+00AD]nung</c>.</summary>
    public static string Shown(string text) => Shown(text, static (text, at) => IsInvisible(text, at));

    /// <summary>
    /// Returns the text for people who need to see why it differs from a text that looks the same: unusual spaces and separate accents are also
    /// shown as code points.
    /// </summary>
    public static string ShownInFull(string text) => Shown(text, static (text, at) =>
        IsInvisible(text, at)
        || (text[at] != ' ' && char.IsWhiteSpace(text[at]))
        || CharUnicodeInfo.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark);

    private static string Shown(string text, Func<string, int, bool> isNumbered)
    {
        StringBuilder? shown = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (isNumbered(text, at))
            {
                shown ??= new StringBuilder(text, 0, at, text.Length + 16);
                shown.Append(CultureInfo.InvariantCulture, $"[U+{(int)text[at]:X4}]");
            }
            else
            {
                shown?.Append(text[at]);
            }
        }

        return shown?.ToString() ?? text;
    }

    private static bool IsIgnored(char c) => c is '\u00ad' or (>= '\u200b' and <= '\u200d') or '\u2060' or '\ufeff';

    // A joiner within an emoji is part of it.
    private static bool IsInvisible(string text, int at) => text[at] == '\u200d'
        ? at == 0 || !(char.IsLowSurrogate(text[at - 1]) || text[at - 1] == '\ufe0f')
        : IsIgnored(text[at]) || text[at] is '\u200e' or '\u200f' or '\u061c' or (>= '\u202a' and <= '\u202e') or (>= '\u2061' and <= '\u2064') or (>= '\u2066' and <= '\u2069');

    // An unpaired surrogate cannot be normalized.
    private static bool IsWellFormed(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at])))
            {
                return false;
            }
        }

        return true;
    }
}
