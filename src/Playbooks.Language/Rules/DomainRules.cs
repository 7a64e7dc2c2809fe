using System.Net;
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
                url.Slot.Report(Rule.BlockedUrl, why);
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

    // Names are judged only when they are resolved.
    private static bool IsPrivate(string host) => IPAddress.TryParse(host, out var address) && PrivateAddresses.Contains(address);
}
