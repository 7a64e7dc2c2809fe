using System.Net;
using System.Net.Sockets;
using Playbooks.Language.Model;

namespace Playbooks.Language.Rules;

/// <summary>Finds URLs that the playbook's own guardrails block (PB0601), as far as the text alone tells.</summary>
internal static class DomainRules
{
    public static void Check(IEnumerable<UrlText> urls, GuardrailsModel guardrails, string? baseHost)
    {
        foreach (var url in urls)
        {
            if (url.Host is { Length: > 0 } host && url.Text.InjectedFrom is null && WhyBlocked(host, guardrails, baseHost) is { } why)
            {
                url.Slot.Report("PB0601", why);
            }
        }
    }

    private static string? WhyBlocked(string host, GuardrailsModel guardrails, string? baseHost)
    {
        if (guardrails.AllowedDomains.Any(glob => Matches(host, glob)))
        {
            return PrivateAddress(host, guardrails, baseHost);
        }

        if (guardrails.BlockedDomains.FirstOrDefault(glob => Matches(host, glob)) is { } blocked)
        {
            return $"This playbook's guardrails block '{host}': blocked_domains holds '{blocked}'.";
        }

        return guardrails.AllowedDomains.Count > 0
            ? $"This playbook's guardrails block '{host}': allowed_domains does not hold it."
            : PrivateAddress(host, guardrails, baseHost);
    }

    private static string? PrivateAddress(string host, GuardrailsModel guardrails, string? baseHost) =>
        !guardrails.AllowPrivateNetworks && host != baseHost && IsPrivate(host)
            ? $"This playbook's guardrails block '{host}', which is a private address; set allow_private_networks: true to allow it."
            : null;

    /// <summary>Whether a glob such as <c>*.example.com</c> covers a host; that one covers <c>example.com</c> too.</summary>
    internal static bool Matches(string host, string glob)
    {
        glob = glob.Trim().ToLowerInvariant();
        return Glob(host, 0, glob, 0) || (glob.StartsWith("*.", StringComparison.Ordinal) && host == glob.Substring(2));
    }

    private static bool Glob(string host, int at, string glob, int inGlob)
    {
        // Backtracks to the last star only, so that the time stays within the product of the lengths.
        var star = -1;
        var mark = 0;
        while (at < host.Length)
        {
            if (inGlob < glob.Length && glob[inGlob] == '*')
            {
                star = inGlob++;
                mark = at;
            }
            else if (inGlob < glob.Length && (glob[inGlob] == '?' || glob[inGlob] == host[at]))
            {
                inGlob++;
                at++;
            }
            else if (star >= 0)
            {
                inGlob = star + 1;
                at = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (inGlob < glob.Length && glob[inGlob] == '*')
        {
            inGlob++;
        }

        return inGlob == glob.Length;
    }

    /// <summary>Whether a host is written as a private address other than loopback. Names are judged only when they are resolved.</summary>
    private static bool IsPrivate(string host)
    {
        if (!(host.IndexOf(':') >= 0 || host.Split('.').Length == 4) || !IPAddress.TryParse(host, out var address))
        {
            return false;
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6 && address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (IPAddress.IsLoopback(address))
        {
            return false;
        }

        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? bytes[0] is 0 or 10 or >= 224
                || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31)
                || (bytes[0] == 192 && bytes[1] == 168)
                || (bytes[0] == 169 && bytes[1] == 254)
                || (bytes[0] == 100 && bytes[1] is >= 64 and <= 127)
                || (bytes[0] == 198 && bytes[1] is 18 or 19)
            : (bytes[0] & 0xFE) == 0xFC || bytes[0] == 0xFF || (bytes[0] == 0xFE && (bytes[1] & 0xC0) == 0x80) || bytes.All(one => one == 0);
    }
}
