namespace Playbooks.Language.Syntax.Text;

/// <summary>A built-in date or fresh value with an offset or a format, such as <c>{today+3d:dd.MM.yyyy}</c>; without both it is a name like any other.</summary>
/// <param name="Content">What the brackets hold.</param>
/// <param name="Length">Number of characters, brackets included.</param>
/// <param name="Problem">What is wrong; null: nothing is.</param>
internal sealed record FreshPlaceholder(string Content, int Length, FreshProblem? Problem)
{
    /// <summary>The placeholder whose opening bracket is at an offset; null: the text there is none of these.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset of the opening bracket.</param>
    /// <param name="close">The closing bracket.</param>
    /// <param name="known">The names that may be used.</param>
    public static FreshPlaceholder? At(string text, int start, char close, KnownNames known)
    {
        var nameStart = start + 1;
        while (nameStart < text.Length && text[nameStart] == ' ')
        {
            nameStart++;
        }

        var nameEnd = PlaceholderShape.IdentifierEnd(text, nameStart);
        if (nameEnd == nameStart || nameEnd == text.Length)
        {
            return null;
        }

        var written = text.Substring(nameStart, nameEnd - nameStart);
        var name = known.Contains(written) ? written : known.Misspelt(written);
        var end = text.IndexOfAny([close, '{', '\n'], nameEnd);
        if (name is null || !FreshValue.IsOne(name) || end < 0 || text[end] != close)
        {
            return null;
        }

        var rest = text.Substring(nameEnd, end - nameEnd);
        var length = end + 1 - start;
        var content = name + WithoutSpaces(rest);
        if (!IsOurs(content.Substring(name.Length)) || (name != written && !IsCertain(content)))
        {
            return null;
        }

        var between = text.Substring(start + 1, length - 2);
        if (between != content)
        {
            return new(content, length, new(IsMisspelt: true, start, length, $"'{{{between}}}' is not a placeholder. Did you mean '{{{content}}}'?"));
        }

        _ = FreshValue.Parse(content, out var problem);
        return new(content, length, problem is null ? null : Locate(content, name, start + 1, problem));
    }

    /// <summary>A built-in as it is written with what follows its name, where that is right; else in its shortest form.</summary>
    /// <param name="name">The name of a built-in or of any other value.</param>
    /// <param name="rest">What follows the name.</param>
    public static string Written(string name, string rest)
    {
        if (rest == ":raw" && name != FreshValue.Random)
        {
            return name + rest;
        }

        if (!FreshValue.IsOne(name))
        {
            return name;
        }

        _ = FreshValue.Parse(name + rest, out var problem);
        return problem is null ? name + rest : name == FreshValue.Random ? name + ":8" : name;
    }

    /// <summary>Marks the offset or the format, whichever is wrong.</summary>
    private static FreshProblem Locate(string content, string name, int start, string message)
    {
        var colon = content.IndexOf(':');
        var offset = colon < 0 ? content.Length : colon;
        if (colon < 0 || offset > name.Length)
        {
            _ = FreshValue.Parse(content.Substring(0, offset), out var problem);
            if (colon < 0 || problem is not null)
            {
                return new(IsMisspelt: false, start + name.Length, offset - name.Length, message);
            }
        }

        return new(IsMisspelt: false, start + colon + 1, content.Length - colon - 1, message);
    }

    // A format may have spaces, an offset has none.
    private static string WithoutSpaces(string rest)
    {
        var colon = rest.IndexOf(':');
        return (colon < 0 ? rest : rest.Substring(0, colon)).Replace(" ", string.Empty) + (colon < 0 ? string.Empty : rest.Substring(colon).TrimEnd());
    }

    // A name in other spelling with a word, such as {Now:playing}, is plain text.
    private static bool IsCertain(string content)
    {
        _ = FreshValue.Parse(content, out var problem);
        var colon = content.IndexOf(':');
        return problem is null && !(colon > 0 && FreshValue.IsOne(content.Substring(0, colon)) && content.Skip(colon + 1).All(char.IsLetter));
    }

    // A sign without a digit, as in {now-playing}, is plain text, and so is a colon without a format, which is another tool's.
    private static bool IsOurs(string rest) =>
        rest.Length > 1 && rest != ":raw" && (rest[0] == ':' || (rest[0] is '+' or '-' && rest[1] is >= '0' and <= '9'));
}

/// <summary>What is wrong with a built-in date or fresh value.</summary>
/// <param name="IsMisspelt">Whether it is one only once spaces and case are set aside.</param>
/// <param name="Start">Where the wrong part starts.</param>
/// <param name="Length">Its number of characters.</param>
/// <param name="Message">The finished sentence.</param>
internal sealed record FreshProblem(bool IsMisspelt, int Start, int Length, string Message);
