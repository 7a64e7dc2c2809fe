using System.Globalization;

namespace Playbooks.Shared;

/// <summary>The path to a value in a JSON document: keys separated by dots, and zero-based indexes, such as <c>items.0.total</c> or <c>items[0].total</c>.</summary>
internal sealed class JsonPath
{
    // No list is longer, and the number fits an int.
    private const int MostDigits = 9;

    private readonly string text;
    private readonly List<JsonPathSegment> segments = [];
    private int at;
    private string? problem;

    private JsonPath(string text)
    {
        this.text = text;
        while (problem is null && (at < text.Length || segments.Count == 0))
        {
            ReadSegment();
        }
    }

    /// <summary>The keys and indexes, in order.</summary>
    public IReadOnlyList<JsonPathSegment> Segments => segments;

    /// <summary>Parses a path.</summary>
    /// <exception cref="FormatException">The text is not a path.</exception>
    public static JsonPath Parse(string text)
    {
        var path = new JsonPath(text);
        return path.problem is null ? path : throw new FormatException(path.problem);
    }

    /// <summary>What is wrong with a path; null: nothing.</summary>
    public static string? Problem(string text) => new JsonPath(text).problem;

    private void ReadSegment()
    {
        if (at < text.Length && text[at] == '[')
        {
            ReadIndex();
            return;
        }

        if (segments.Count > 0)
        {
            if (text[at] != '.')
            {
                Expect("'.' or '['");
                return;
            }

            at++;
        }

        ReadKey();
    }

    private void ReadKey()
    {
        var start = at;
        while (at < text.Length && text[at] is not ('.' or '[' or ']' or '{' or '}'))
        {
            at++;
        }

        var key = text.Substring(start, at - start);
        if (key.Trim().Length == 0)
        {
            at = start;
            Expect("a key");
        }
        else if (key is "$" or "@" && start == 0)
        {
            problem = $"Not a path: a path starts inside the document. Leave out '{(at < text.Length && text[at] == '.' ? key + "." : key)}'.";
        }
        else if (key == "*")
        {
            problem = "Not a path: '*' is not supported, because a path points to one value.";
        }
        else
        {
            segments.Add(new(key, IsIndexOnly: false));
        }
    }

    private void ReadIndex()
    {
        at++;
        var start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9')
        {
            at++;
        }

        if (at == start || at - start > MostDigits || at == text.Length || text[at] != ']')
        {
            at = at - start > MostDigits ? start : at;
            Expect(at == start ? "an index from 0" : "']'");
            return;
        }

        segments.Add(new(text.Substring(start, at - start), IsIndexOnly: true));
        at++;
    }

    private void Expect(string what) => problem = $"Not a path: at character {(at + 1).ToString(CultureInfo.InvariantCulture)}, {what} is expected.";
}

/// <summary>A step of a <see cref="JsonPath"/>.</summary>
/// <param name="Text">The key, or the digits of the index.</param>
/// <param name="IsIndexOnly">Whether it is written in brackets, so that it cannot be a key.</param>
internal sealed record JsonPathSegment(string Text, bool IsIndexOnly)
{
    /// <summary>The index in a list; null: it is not a number.</summary>
    public int? Index => int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
