using System.Net;
using System.Text;

namespace Playbooks.Guarding;

/// <summary>A host as a browser reads it.</summary>
internal static class HostText
{
    /// <summary>The host of an absolute http or https URL in lower case, in ASCII, without brackets and a dot at the end; null: it is no such URL.</summary>
    public static string? Of(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.IdnHost.Length > 0 ? Canonical(uri.IdnHost) : null;

    /// <summary>The same host in one spelling: an address is written as one, whatever notation it came in.</summary>
    public static string Canonical(string host)
    {
        var plain = Folded(host).Trim('[', ']').TrimEnd('.').ToLowerInvariant();
        return Address(plain)?.ToString() ?? plain;
    }

    /// <summary>The address that a host spells out, in any notation that a browser takes (<c>2130706433</c>, <c>0x7f.1</c>); null: it is a name.</summary>
    public static IPAddress? Address(string host) => IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : null;

    // Browsers read ① as 1 and ． as a dot.
    private static string Folded(string host)
    {
        try
        {
            return host.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return host;
        }
    }
}
