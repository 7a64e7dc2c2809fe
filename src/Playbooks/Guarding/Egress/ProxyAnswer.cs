using System.Globalization;
using System.Net;
using System.Text;
using Playbooks.Guarding.Urls;

namespace Playbooks.Guarding.Egress;

/// <summary>What the proxy answers itself: a small page that says why nothing else came. The connection ends with it.</summary>
internal static class ProxyAnswer
{
    /// <summary>The tunnel stands.</summary>
    public static byte[] TunnelStands { get; } = "HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray();

    /// <summary>A guardrail forbids it.</summary>
    public static byte[] Refused(Refusal refusal) => Page(403, "Forbidden", "Blocked by the playbook's guardrails", refusal.Message);

    /// <summary>It could not be reached.</summary>
    public static byte[] Unreachable(string problem) => Page(502, "Bad Gateway", "Not reachable", $"{problem}.");

    /// <summary>The request is none for a proxy.</summary>
    public static byte[] Bad(int status, string why) => Page(status, "Bad Request", "Not a request for this proxy", why);

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
