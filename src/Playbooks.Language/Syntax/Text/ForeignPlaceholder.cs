namespace Playbooks.Language.Syntax.Text;

/// <summary>A placeholder as another tool writes it (PB0113): <c>${name}</c>, <c>{{name}}</c>, <c>{name|filter}</c>, and similar forms.</summary>
/// <param name="Length">Number of characters it takes, a leading <c>$</c> included.</param>
/// <param name="Message">The finished sentence, with our placeholder where there is one.</param>
internal sealed record ForeignPlaceholder(int Length, string Message)
{
    private static readonly string KeepText = $"If this text is intended, add the comment '# playbooks: disable {Rule.ForeignPlaceholder.Id}'.";

    // Where other tools keep their values; the name follows the dot.
    private static readonly string[] Containers = ["params", "env"];

    /// <summary>The placeholder of another tool that starts at an offset; null: none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset of a <c>$</c> or <c>{</c>.</param>
    /// <param name="kind">The text's grammar. In a failure_message a placeholder that is not closed is PB0108.</param>
    /// <param name="known">The names that may be used.</param>
    public static ForeignPlaceholder? At(string text, int start, TemplateKind kind, KnownNames known)
    {
        var hasDollar = text[start] == '$';
        var open = hasDollar ? start + 1 : start;
        var depth = Count(text, open, '{');

        // Three in a row are an escaped brace before our own placeholder, and of four the last two are an escape.
        if (depth is 0 or > 2 || (depth == 2 && open > 0 && text[open - 1] == '{'))
        {
            return null;
        }

        var nameStart = Whitespace.Skip(text, open + depth);
        var nameEnd = PlaceholderShape.IdentifierEnd(text, nameStart);
        var close = text.IndexOfAny(['{', '}'], nameEnd);
        if (nameEnd == nameStart)
        {
            return null;
        }

        var name = text.Substring(nameStart, nameEnd - nameStart);
        if (close < 0 || text[close] == '{')
        {
            return kind == TemplateKind.Text && depth == 1 && !hasDollar && nameStart == open + 1 ? Unclosed(name, RestAt(text, nameEnd), known) : null;
        }

        if (Count(text, close, '}') < depth)
        {
            return null;
        }

        var isWrapped = hasDollar || depth == 2;
        var rest = text.Substring(nameEnd, close - nameEnd).Trim();
        var misspelt = rest.Length == 0 ? null : known.Misspelt(name + rest);
        if (misspelt is not null && !isWrapped)
        {
            return null;
        }

        var foreign = text.Substring(start, close + depth - start);
        if (misspelt is null && rest.Length > 1 && rest[0] == '.' && Containers.Contains(name) && PlaceholderShape.IdentifierEnd(rest, 1) is > 1 and var end)
        {
            name = rest.Substring(1, end - 1);
            return Create(foreign, known.Resolve(name), name, string.Empty);
        }

        if (depth == 2 && rest.Length == 0)
        {
            return Create(foreign, known.Resolve(name), name, rest);
        }

        var meant = misspelt ?? (IsForeign(rest, isWrapped) || (isWrapped && IsFresh(name + rest)) ? known.Resolve(name) : null);
        return meant is null ? null : Create(foreign, meant, name, rest);
    }

    /// <summary>What seems to belong to the placeholder whose name ends at an offset, such as <c>+3d:dd.MM.yyyy</c>: all up to a space or bracket.</summary>
    public static string RestAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('{' or '}' or '<' or '>'))
        {
            end++;
        }

        return text.Substring(start, end - start);
    }

    private static bool IsFresh(string content) => FreshValue.IsOne(content) && FreshValue.Parse(content, out _) is not null;

    /// <summary>Whether only another tool writes this behind a name; with a <c>$</c> or doubled braces, what we write counts as well.</summary>
    private static bool IsForeign(string rest, bool isWrapped) => rest switch
    {
        "" => isWrapped,
        ":" => true,
        _ when rest.Length == 1 => false,
        _ when rest[0] == ':' => isWrapped && (rest[1] == '-' || PlaceholderShape.IsIdentifierStart(rest[1])),
        _ when rest[0] == '.' => PlaceholderShape.IsIdentifierStart(rest[1]),
        _ => rest[0] == '|',
    };

    private static ForeignPlaceholder? Unclosed(string name, string rest, KnownNames known) => known.Resolve(name) is { } meant
        ? new(name.Length + 1, $"The placeholder '{{{name}' is not closed. Write '{{{FreshPlaceholder.Written(meant, rest)}}}'. {KeepText}")
        : null;

    private static ForeignPlaceholder Create(string foreign, string? meant, string written, string rest) => new(
        foreign.Length,
        $"'{foreign}' is another tool's placeholder syntax. "
        + (meant is null ? $"In a playbook, a placeholder is a name in single braces, but no parameter, stored value, or built-in is named '{written}'. " : $"Write '{{{FreshPlaceholder.Written(meant, rest.Replace('|', ':'))}}}'. ")
        + KeepText);

    /// <summary>Number of equal characters in a row, 3 for more, so that a text of nothing but braces is read in linear time.</summary>
    private static int Count(string text, int at, char character)
    {
        var count = 0;
        while (count < 3 && at + count < text.Length && text[at + count] == character)
        {
            count++;
        }

        return count;
    }
}
