using System.Globalization;
using System.Net;
using System.Text;
using Playbooks.Guarding.Urls;

namespace Playbooks.Guarding.Egress;

/// <summary>Creates the responses of the proxy itself: a small page that explains the problem, after which the connection is closed.</summary>
internal static class ProxyAnswer
{
    /// <summary>Gets the response that confirms a tunnel.</summary>
    public static byte[] TunnelStands { get; } = "HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray();

    /// <summary>Creates the response for a connection that a guardrail blocks.</summary>
    public static byte[] Refused(Refusal refusal) => Page(403, "Forbidden", "Blocked by the playbook's guardrails", refusal.Message);

    /// <summary>Creates the response for a host that is unreachable.</summary>
    public static byte[] Unreachable(string problem) => Page(502, "Bad Gateway", "Not reachable", $"{problem}.");

    /// <summary>Creates the response for an invalid proxy request.</summary>
    public static byte[] Bad(int status, string why) => Page(status, "Bad Request", "Not a proxy request", why);

    private static byte[] Page(int status, string reason, string title, string sentence)
    {
        var html = $"<!doctype html><meta charset=utf-8><title>{WebUtility.HtmlEncode(title)}</title><h1>{WebUtility.HtmlEncode(title)}</h1><p>{WebUtility.HtmlEncode(sentence)}</p>\n";
        var body = Encoding.UTF8.GetBytes(html);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} {reason}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {body.Length}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
