using System.Globalization;

namespace Playbooks.Guarding.Urls;

/// <summary>The origin of an http or https URL, parsed in the same way as by browsers. Equal origins are the same site.</summary>
/// <param name="Scheme"><c>http</c> or <c>https</c>.</param>
/// <param name="Host">The host, in the form of <see cref="HostText.Read"/>.</param>
/// <param name="Port">The port, which can be the scheme's default.</param>
internal sealed record WebOrigin(string Scheme, string Host, int Port)
{
    /// <summary>Parses the origin of a URL. .NET rejects URLs that Chromium opens, and parses some differently, so .NET's result alone is never sufficient.</summary>
    /// <returns>The origin, or null if the text is not an absolute http or https URL, its host is invalid, or .NET parses another host or port.</returns>
    public static WebOrigin? Read(string url)
    {
        // Browsers remove spaces and control characters at both ends, and tabs and line breaks anywhere.
        var text = new string([.. url.Where(static character => character is not ('\t' or '\n' or '\r'))]).Trim([.. Enumerable.Range(0, ' ' + 1).Select(static code => (char)code)]);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon < 0 ? string.Empty : text[..colon].ToLowerInvariant();
        if (scheme is not ("http" or "https"))
        {
            return null;
        }

        // A backslash counts as a slash, and any number of slashes as two.
        var rest = text.AsSpan(colon + 1).TrimStart("/\\");
        var end = rest.IndexOfAny("/\\?#");
        var authority = end < 0 ? rest : rest[..end];
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        var hostEnd = authority.StartsWith('[') ? authority.IndexOf(']') + 1 : authority.IndexOf(':') is var at and >= 0 ? at : authority.Length;
        return HostText.Read(authority[..hostEnd].ToString()) is { } host && ReadPort(authority[hostEnd..], scheme) is { } port && IsReadAlikeByDotNet(url, host, port)
            ? new(scheme, host, port)
            : null;
    }

    /// <summary>Returns the origin as a URL without a path.</summary>
    public override string ToString()
    {
        var isDefault = Port == (Scheme == "http" ? 80 : 443);
        return $"{Scheme}://{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}{(isDefault ? string.Empty : string.Create(CultureInfo.InvariantCulture, $":{Port}"))}";
    }

    private static int? ReadPort(ReadOnlySpan<char> text, string scheme)
    {
        if (text is "" or ":")
        {
            return scheme == "http" ? 80 : 443;
        }

        return text[0] == ':' && int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 ? port : null;
    }

    // .NET resolves relative URLs, so a URL in which it sees another host cannot be checked.
    private static bool IsReadAlikeByDotNet(string url, string host, int port) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var uri) || (HostText.Read(uri.IdnHost) == host && uri.Port == port);
}
