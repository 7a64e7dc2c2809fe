namespace Playbooks.Language.Syntax.Text;

/// <summary>A built-in date or fresh value with an offset or a format, such as <c>{today+3d:dd.MM.yyyy}</c>; without both it is a name like any other.</summary>
/// <param name="Content">What the brackets hold.</param>
/// <param name="Length">Number of characters, brackets included.</param>
/// <param name="Problem">A sentence that says what is wrong; null: nothing is.</param>
internal sealed record FreshPlaceholder(string Content, int Length, string? Problem)
{
    /// <summary>Whether it is one only once spaces are set aside.</summary>
    public bool IsMisspelt { get; init; }

    /// <summary>The placeholder whose opening bracket is at an offset; null: the text there is none of these.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset of the opening bracket.</param>
    /// <param name="close">The closing bracket.</param>
    /// <param name="known">The names that may be used.</param>
    public static FreshPlaceholder? At(string text, int start, char close, KnownNames known)
    {
        var nameEnd = PlaceholderShape.IdentifierEnd(text, start + 1);
        var name = text.Substring(start + 1, nameEnd - start - 1);
        if (nameEnd == text.Length || !FreshValue.IsOne(name) || !known.Contains(name))
        {
            return null;
        }

        var end = text.IndexOfAny([close, '{', '\n'], nameEnd);
        if (end < 0 || text[end] != close)
        {
            return null;
        }

        var rest = text.Substring(nameEnd, end - nameEnd);
        var plain = rest.Replace(" ", string.Empty);
        if (!IsOurs(plain))
        {
            return null;
        }

        // A format may have spaces, an offset has none.
        var colon = rest.IndexOf(':');
        var isMisspelt = (colon < 0 ? rest : rest.Substring(0, colon)).IndexOf(' ') >= 0;
        if (isMisspelt)
        {
            return new(name + rest, end + 1 - start, $"'{{{name}{rest}}}' is not a placeholder. Did you mean '{{{name}{plain}}}'?") { IsMisspelt = true };
        }

        _ = FreshValue.Parse(name + rest, out var problem);
        return new(name + rest, end + 1 - start, problem);
    }

    // A sign without a digit, as in {now-playing}, is plain text, and so is a colon without a format, which is another tool's.
    private static bool IsOurs(string rest) =>
        rest.Length > 1 && rest != ":raw" && (rest[0] == ':' || (rest[0] is '+' or '-' && rest[1] is >= '0' and <= '9'));
}
