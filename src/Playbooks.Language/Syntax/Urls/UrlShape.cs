using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Urls;

/// <summary>Where the parts of a URL are, as a browser would find them.</summary>
/// <param name="Scheme">Its scheme in lower case; null: it has none, or it contains a value.</param>
/// <param name="StartsWithValue">Whether a value is the first thing in it.</param>
/// <param name="AuthorityStart">Index of what follows <c>//</c>; -1: there is no such thing.</param>
/// <param name="HostStart">Index of the host.</param>
/// <param name="HostEnd">Index after the host, before the port.</param>
/// <param name="PathStart">Index where path, query or fragment begin; the length where there is none.</param>
internal sealed record UrlShape(string? Scheme, bool StartsWithValue, int AuthorityStart, int HostStart, int HostEnd, int PathStart)
{
    /// <summary>Finds the parts.</summary>
    public static UrlShape From(FlatTemplate url)
    {
        var text = url.Text;
        var startsWithValue = url.IsValue(0);
        var schemeEnd = SchemeEnd(url);
        var scheme = schemeEnd > 0 && !url.HasValue(0, schemeEnd) ? text.Substring(0, schemeEnd).ToLowerInvariant() : null;
        var afterScheme = schemeEnd > 0 ? schemeEnd + 1 : 0;
        if (IsSlash(text, afterScheme) && IsSlash(text, afterScheme + 1))
        {
            return WithAuthority(url, scheme, startsWithValue, afterScheme + 2);
        }

        var path = startsWithValue ? IndexOfAny(text, 1, text.Length) : afterScheme;
        return new(scheme, startsWithValue, -1, 0, 0, path);
    }

    /// <summary>Where in the URL an index is.</summary>
    public UrlPlace PlaceOf(int index)
    {
        if (index >= PathStart)
        {
            return UrlPlace.PathOrQuery;
        }

        if (AuthorityStart < 0)
        {
            return index == 0 ? UrlPlace.Start : UrlPlace.AfterStart;
        }

        return index < AuthorityStart ? UrlPlace.Start : index < HostStart ? UrlPlace.UserInfo : UrlPlace.Host;
    }

    private static UrlShape WithAuthority(FlatTemplate url, string? scheme, bool startsWithValue, int start)
    {
        var text = url.Text;
        var end = IndexOfAny(text, start, text.Length);
        var at = end > start ? text.LastIndexOf('@', end - 1, end - start) : -1;
        var host = at < 0 ? start : at + 1;
        var bracket = host < end && text[host] == '[' ? text.IndexOf(']', host, end - host) : -1;
        var colon = text.IndexOf(':', bracket < 0 ? host : bracket, end - (bracket < 0 ? host : bracket));
        return new(scheme, startsWithValue, start, host, colon < 0 ? end : colon, end);
    }

    // The text before the first colon is a scheme if it can be one. A value can be a part of it.
    private static int SchemeEnd(FlatTemplate url)
    {
        var text = url.Text;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character == ':')
            {
                // `{host}:80` is a host and a port; only `{scheme}://` shows that a value is the scheme.
                return index > 0 && (!url.HasValue(0, index) || (IsSlash(text, index + 1) && IsSlash(text, index + 2))) ? index : -1;
            }

            var isLetter = character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || url.IsValue(index);
            if (!isLetter && (index == 0 || character is not ((>= '0' and <= '9') or '+' or '-' or '.')))
            {
                return -1;
            }
        }

        return -1;
    }

    // A browser reads a backslash as a slash.
    private static bool IsSlash(string text, int index) => index < text.Length && text[index] is '/' or '\\';

    private static int IndexOfAny(string text, int start, int end)
    {
        var index = start;
        while (index < end && text[index] is not ('/' or '\\' or '?' or '#'))
        {
            index++;
        }

        return Math.Min(index, end);
    }
}

/// <summary>A place in a URL, as far as it matters to a value there.</summary>
internal enum UrlPlace
{
    /// <summary>The very start, where the value may be any part of a URL or all of it.</summary>
    Start,

    /// <summary>Between a value at the very start and the first slash: a host's rest, a port or a path.</summary>
    AfterStart,

    /// <summary>Name and password before the host.</summary>
    UserInfo,

    /// <summary>Host or port.</summary>
    Host,

    /// <summary>Path, query or fragment.</summary>
    PathOrQuery,
}
