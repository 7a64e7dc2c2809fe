using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Urls;

/// <summary>Says what is wrong with a URL.</summary>
internal static class UrlCheck
{
    private const int LongestShown = 60;

    private static readonly string[] Schemes = ["http", "https", "about", "data"];

    /// <summary>What is wrong, with the fix; null: nothing.</summary>
    public static string? Problem(FlatTemplate url, UrlShape shape, bool isBase = false)
    {
        if (url.Text.Length == 0)
        {
            return "The URL is empty.";
        }

        // A value at the very start may be anything; so may one in the scheme.
        if (shape.Scheme is null && url.HasValue(0, Math.Max(1, shape.AuthorityStart)))
        {
            return null;
        }

        if (isBase && shape.Scheme is not ("http" or "https"))
        {
            var guess = Guess(url, shape.Scheme);
            return "Not a base URL: a base URL is absolute and starts with http:// or https://."
                + (guess?.StartsWith("http", StringComparison.Ordinal) == true ? $" Did you mean '{guess}'?" : string.Empty);
        }

        if (shape.Scheme is null)
        {
            return IsRelative(url.Text) ? null : NoUrl(url, Guess(url));
        }

        return shape.Scheme switch
        {
            "http" or "https" => AuthorityProblem(url, shape),
            "about" or "data" when url.Text.Length == shape.Scheme.Length + 1 => At(url, url.Text.Length, $"something after '{shape.Scheme}:' is expected"),
            "about" or "data" => null,
            _ => NoUrl(url, Guess(url, shape.Scheme)),
        };
    }

    private static bool IsRelative(string text) =>
        text[0] is '/' or '?' or '#'
        || text.StartsWith("./", StringComparison.Ordinal)
        || text.StartsWith("../", StringComparison.Ordinal);

    private static string? AuthorityProblem(FlatTemplate url, UrlShape shape)
    {
        if (shape.AuthorityStart < 0)
        {
            return At(url, shape.PathStart, $"'//' and a host are expected after '{shape.Scheme}:'");
        }

        if (shape.HostStart == shape.HostEnd)
        {
            return At(url, shape.HostStart, "a host is expected");
        }

        for (var index = shape.HostStart; index < shape.HostEnd; index++)
        {
            var character = url.Text[index];
            if (char.IsWhiteSpace(character) || char.IsControl(character) || "<>\"'`{}|^*!$&(),;=@~+%".IndexOf(character) >= 0)
            {
                return At(url, index, $"'{character}' is not allowed in a host");
            }
        }

        return PortProblem(url, shape);
    }

    private static string? PortProblem(FlatTemplate url, UrlShape shape)
    {
        var port = 0;
        for (var index = shape.HostEnd + 1; index < shape.PathStart; index++)
        {
            if (url.IsValue(index))
            {
                return null;
            }

            var digit = url.Text[index] - '0';
            port = (Math.Min(port, 100_000) * 10) + digit;
            if (digit is < 0 or > 9 || port > 65535)
            {
                return At(url, index, "a port from 0 to 65535 is expected");
            }
        }

        return null;
    }

    private static string? Guess(FlatTemplate url, string? scheme = null)
    {
        var text = url.Text;
        if (url.HasValue(0, text.Length) || text.Length > LongestShown || text.Any(char.IsWhiteSpace))
        {
            return null;
        }

        if (scheme is not null)
        {
            var rest = text.Substring(scheme.Length);
            return rest.Length > 1 && char.IsDigit(rest[1]) ? "http://" + text
                : NearestName.Find(scheme, Schemes) is { } near ? near + rest
                : null;
        }

        return text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + text
            : text.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) ? "http://" + text
            : text[0] is '.' ? null
            : "/" + text;
    }

    private static string NoUrl(FlatTemplate url, string? guess) =>
        At(url, 0, "http://, https://, about:, or data: is expected, or one of / ./ ../ ? #")
        + (guess is null ? string.Empty : $" Did you mean '{guess}'?");

    private static string At(FlatTemplate url, int index, string what) => $"Not a URL: at character {url.Position(index)}, {what}.";
}
