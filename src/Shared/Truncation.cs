using System.Globalization;

namespace Playbooks.Shared;

/// <summary>Cuts texts that are too long to be shown whole.</summary>
internal static class Truncation
{
    /// <summary>The text, or its beginning and an ellipsis where it is longer than allowed; a surrogate pair is never split.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maximum">The number of characters that are kept at most, without the ellipsis; at least 1.</param>
    public static string Truncate(this string text, int maximum) => text.Length <= maximum
        ? text
        : text.Remove(char.IsHighSurrogate(text[maximum - 1]) ? maximum - 1 : maximum) + "…";

    /// <summary>The text, or its beginning with its length in words where it is longer than allowed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maximum">The number of its characters that are kept at most; at least 1.</param>
    public static string TruncateWithLength(this string text, int maximum) =>
        text.Length <= maximum ? text : $"{text.Truncate(maximum)} ({text.Length.ToString(CultureInfo.InvariantCulture)} characters)";
}
