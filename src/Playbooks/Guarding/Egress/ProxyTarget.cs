using System.Globalization;

namespace Playbooks.Guarding.Egress;

/// <summary>The target of a request to the proxy.</summary>
/// <param name="Authority">Host and port as written.</param>
/// <param name="Host">The host, without brackets.</param>
/// <param name="Port">The port.</param>
/// <param name="Path">Path and query. Empty for a tunnel.</param>
internal sealed record ProxyTarget(string Authority, string Host, int Port, string Path)
{
    private const string Http = "http://";
    private const int LongestName = 253;

    /// <summary>Parses the <c>host:port</c> of a <c>CONNECT</c> request. Returns null if it is invalid.</summary>
    public static ProxyTarget? FromTunnel(string target) => Parse(target, string.Empty, defaultPort: null);

    /// <summary>Parses the URL of a proxy request. Returns null if it is invalid, for example if the client treats the proxy as a web server.</summary>
    public static ProxyTarget? FromUrl(string url)
    {
        if (!url.StartsWith(Http, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var end = url.AsSpan(Http.Length).IndexOfAny('/', '?', '#');
        var authority = end < 0 ? url[Http.Length..] : url.Substring(Http.Length, end);
        var path = end < 0 ? "/" : url[(Http.Length + end)..];
        return Parse(authority, path.StartsWith('/') ? path : "/" + path, defaultPort: 80);
    }

    private static ProxyTarget? Parse(string authority, string path, int? defaultPort)
    {
        var bracket = authority.LastIndexOf(']');
        var colon = authority.IndexOf(':', bracket < 0 ? 0 : bracket);
        var host = (colon < 0 ? authority : authority[..colon]).Trim('[', ']');
        var port = defaultPort ?? 0;
        var hasPort = colon < 0
            ? defaultPort is not null
            : int.TryParse(authority.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535;
        return hasPort && host.TrimEnd('.').Length is > 0 and <= LongestName && !host.Contains('@', StringComparison.Ordinal) ? new(authority, host, port, path) : null;
    }
}
