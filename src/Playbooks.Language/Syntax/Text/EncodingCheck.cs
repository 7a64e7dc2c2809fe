using System.Text;

namespace Playbooks.Language.Syntax.Text;

/// <summary>
/// Finds the first character that replaces bytes that are not UTF-8. A compiler on Windows reads such a file in the
/// system's code page, so that no character in it is U+FFFD.
/// </summary>
internal static class EncodingCheck
{
    /// <summary>The offset of that character, and the sentences about it; null: there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="foreignEncoding">The name of the encoding by which it was decoded; null: a Unicode encoding, or not known.</param>
    public static (int Offset, string Message)? Find(string text, string? foreignEncoding)
    {
        var at = foreignEncoding is null ? text.IndexOf('\uFFFD') : IndexOfNonAscii(text);
        return at < 0 ? null : (at, foreignEncoding is null
            ? "The file is not UTF-8: a byte here was read as U+FFFD. It was probably saved as Windows-1252; save it as UTF-8."
            : $"The file is not UTF-8: it was read as {foreignEncoding}. Save it as UTF-8.");
    }

    /// <summary>The name of an encoding that is not Unicode; null: it is, or it is not known.</summary>
    public static string? ForeignName(Encoding? encoding) =>
        encoding is null or UTF8Encoding or UnicodeEncoding or UTF32Encoding ? null : encoding.WebName;

    private static int IndexOfNonAscii(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > '\u007F')
            {
                return i;
            }
        }

        return -1;
    }
}
