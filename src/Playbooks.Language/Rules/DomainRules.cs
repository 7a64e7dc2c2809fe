using System.Net;
using Playbooks.Language.Model;

namespace Playbooks.Language.Rules;

/// <summary>Finds URLs that the playbook's own guardrails block (PB0601), as far as the text shows.</summary>
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
        if (guardrails.AllowedDomains.Any(glob => new DomainGlob(glob).Covers(host)))
        {
            return PrivateAddress(host, guardrails, baseHost);
        }

        if (guardrails.BlockedDomains.FirstOrDefault(glob => new DomainGlob(glob).Covers(host)) is { } blocked)
        {
            return $"This playbook's guardrails block '{host}': blocked_domains contains '{blocked}'.";
        }

        return guardrails.AllowedDomains.Count > 0
            ? $"This playbook's guardrails block '{host}': allowed_domains does not contain it."
            : PrivateAddress(host, guardrails, baseHost);
    }

    private static string? PrivateAddress(string host, GuardrailsModel guardrails, string? baseHost) =>
        !guardrails.AllowPrivateNetworks && host != baseHost && IsPrivate(host)
            ? $"This playbook's guardrails block '{host}', which is a private address; set allow_private_networks: true to allow it."
            : null;

    // Names are judged only when they are resolved.
    private static bool IsPrivate(string host) => IPAddress.TryParse(host, out var address) && PrivateAddresses.Contains(address);
}
