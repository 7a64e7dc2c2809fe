namespace Playbooks.Language.Syntax.Text;

/// <summary>What has the shape of a placeholder: a bracket, an identifier, perhaps a colon and a word, a bracket.</summary>
/// <param name="Name">The identifier.</param>
/// <param name="Format">The word after the colon; null: there is no colon.</param>
/// <param name="Start">Offset of the opening bracket.</param>
/// <param name="Length">Number of characters, brackets included.</param>
internal sealed record PlaceholderShape(string Name, string? Format, int Start, int Length)
{
    /// <summary>Offset of the word after the colon.</summary>
    public int FormatStart => Start + 1 + Name.Length + 1;

    /// <summary>The placeholder whose opening bracket is at an offset; null: the text there has another shape.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset of the opening bracket.</param>
    /// <param name="close">The closing bracket.</param>
    public static PlaceholderShape? At(string text, int start, char close)
    {
        var nameEnd = IdentifierEnd(text, start + 1);
        if (nameEnd == start + 1 || nameEnd == text.Length)
        {
            return null;
        }

        var end = nameEnd;
        string? format = null;
        if (text[end] == ':')
        {
            end++;
            while (end < text.Length && IsLetter(text[end]))
            {
                end++;
            }

            if (end == nameEnd + 1)
            {
                return null;
            }

            format = text.Substring(nameEnd + 1, end - nameEnd - 1);
        }

        return end < text.Length && text[end] == close
            ? new(text.Substring(start + 1, nameEnd - start - 1), format, start, end + 1 - start)
            : null;
    }

    /// <summary>Offset just after the identifier that starts at an offset; the offset itself where none does.</summary>
    public static int IdentifierEnd(string text, int start)
    {
        if (start >= text.Length || !IsIdentifierStart(text[start]))
        {
            return start;
        }

        var end = start + 1;
        while (end < text.Length && (IsIdentifierStart(text[end]) || text[end] is >= '0' and <= '9'))
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether an identifier may start with this character.</summary>
    public static bool IsIdentifierStart(char character) => character == '_' || IsLetter(character);

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
