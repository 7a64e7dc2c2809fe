using System.Text;
using System.Text.RegularExpressions;

namespace Playbooks.Agent.Pages;

/// <summary>A line of Playwright's aria snapshot: an element, a text, or a property such as <c>/url</c>.</summary>
/// <param name="Depth">The number of spaces before it.</param>
/// <param name="Role">The role, or <c>text</c>, or the property with its slash.</param>
/// <param name="Name">The accessible name, or null.</param>
/// <param name="Attributes">The attributes in brackets as written, without the reference.</param>
/// <param name="Reference">The reference of the element, or null.</param>
/// <param name="Text">The text after the colon, or null.</param>
internal sealed partial record PageLine(int Depth, string Role, string? Name, string Attributes, string? Reference, string? Text)
{
    /// <summary>Gets the lines inside of this one.</summary>
    public List<PageLine> Children { get; } = [];

    /// <summary>Gets the URL that a link leads to, or null.</summary>
    public string? Url => Children.FirstOrDefault(static one => one.Role == "/url")?.Text;

    /// <summary>Reads a snapshot.</summary>
    public static IReadOnlyList<PageLine> Parse(string snapshot)
    {
        var root = new PageLine(-1, "page", null, string.Empty, null, null);
        var path = new Stack<PageLine>([root]);
        foreach (var written in snapshot.Split('\n'))
        {
            if (Read(written) is not { } line)
            {
                continue;
            }

            while (path.Peek().Depth >= line.Depth)
            {
                path.Pop();
            }

            path.Peek().Children.Add(line);
            path.Push(line);
        }

        return root.Children;
    }

    /// <summary>Returns the line as a snapshot writes it, without what the page could pass off as a reference.</summary>
    public string Write()
    {
        var line = new StringBuilder().Append(' ', Depth).Append("- ").Append(Role);
        if (Name is not null)
        {
            line.Append(" \"").Append(Harmless(Name).Replace("\"", "'", StringComparison.Ordinal)).Append('"');
        }

        line.Append(Attributes);
        if (Reference is not null)
        {
            line.Append(" [ref=").Append(Reference).Append(']');
        }

        return Text is null ? Children.Count > 0 ? line.Append(':').ToString() : line.ToString() : line.Append(": ").Append(Harmless(Text)).ToString();
    }

    // Brackets of a page must not look like those of the snapshot.
    private static string Harmless(string text) => text.Replace("[ref=", "(ref=", StringComparison.OrdinalIgnoreCase);

    private static PageLine? Read(string written)
    {
        var text = written.TrimStart(' ');
        var depth = written.Length - text.Length;
        if (!text.StartsWith("- ", StringComparison.Ordinal))
        {
            return null;
        }

        text = text[2..].TrimEnd('\r');
        // YAML puts a line in quotes whose text would mean something else.
        if (text.StartsWith('\'') && text.LastIndexOf('\'') is var quote and > 0)
        {
            text = text[1..quote].Replace("''", "'", StringComparison.Ordinal) + text[(quote + 1)..];
        }

        var match = Line().Match(text);
        if (!match.Success)
        {
            return new(depth, "text", null, string.Empty, null, text);
        }

        var attributes = match.Groups["attributes"].Value;
        var reference = Ref().Match(attributes) is { Success: true } found ? found.Groups[1].Value : null;
        return new(
            depth,
            match.Groups["role"].Value,
            match.Groups["name"].Success ? match.Groups["name"].Value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal) : null,
            Ref().Replace(attributes, string.Empty),
            reference,
            match.Groups["text"] is { Success: true, Length: > 0 } value ? Unquoted(value.Value) : null);
    }

    private static string Unquoted(string text) => text is ['"', .. var inner, '"'] ? inner.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\n", " ", StringComparison.Ordinal) : text;

    [GeneratedRegex("""^(?<role>/?[A-Za-z]+)(?: "(?<name>(?:[^"\\]|\\.)*)")?(?: /(?:[^/\\]|\\.)*/)?(?<attributes>(?: \[[^\]]*\])*)(?::(?: (?<text>.*))?)?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    [GeneratedRegex(@" \[ref=((?:f\d+)?e\d+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Ref();
}
