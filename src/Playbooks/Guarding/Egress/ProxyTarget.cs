using System.Globalization;

namespace Playbooks.Guarding.Egress;

/// <summary>Where a request to the proxy is meant to go.</summary>
/// <param name="Authority">Host and port as they were written.</param>
/// <param name="Host">The host, without brackets.</param>
/// <param name="Port">The port.</param>
/// <param name="Path">Path and query; empty for a tunnel.</param>
internal sealed record ProxyTarget(string Authority, string Host, int Port, string Path)
{
    private const string Http = "http://";
    private const int LongestName = 253;

    /// <summary>Reads a <c>CONNECT</c> request's <c>host:port</c>; null: it is none.</summary>
    public static ProxyTarget? OfTunnel(string target) => Of(target, string.Empty, defaultPort: null);

    /// <summary>Reads the URL of a request for the proxy; null: it is none, as when somebody takes the proxy for a web server.</summary>
    public static ProxyTarget? OfUrl(string url)
    {
        if (!url.StartsWith(Http, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var end = url.AsSpan(Http.Length).IndexOfAny('/', '?', '#');
        var authority = end < 0 ? url[Http.Length..] : url.Substring(Http.Length, end);
        var path = end < 0 ? "/" : url[(Http.Length + end)..];
        return Of(authority, path.StartsWith('/') ? path : "/" + path, defaultPort: 80);
    }

    private static ProxyTarget? Of(string authority, string path, int? defaultPort)
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
