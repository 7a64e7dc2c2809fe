using System.Net;

namespace Playbooks.Guarding.Urls;

/// <summary>Determines where a run may go: schemes, domains, and private networks. Methods return the refusal, or null if the target is allowed.</summary>
internal sealed class UrlPolicy
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] AnyLoopback = ["*.localhost", "127.0.0.0/8"];

    private readonly Guardrails rules;
    private readonly DomainRules[] domains;
    private readonly AddressPolicy addresses;
    private readonly string? baseHost;

    /// <summary>Initializes the policy of a run.</summary>
    /// <param name="rules">The guardrails of the playbook.</param>
    /// <param name="baseUrl">The base URL of the run, whose host is allowed regardless of its address. Null or empty if there is none.</param>
    public UrlPolicy(Guardrails rules, string? baseUrl)
    {
        this.rules = rules;
        domains = [.. Levels(rules).Select(DomainsOf)];
        addresses = new(rules.AllowPrivateNetworks);
        baseHost = baseUrl is null ? null : HostText.From(baseUrl);
    }

    /// <summary>Gets whether any connection could be blocked, so that a proxy is needed.</summary>
    public bool NeedsProxy => BlocksDomains || !rules.AllowPrivateNetworks;

    /// <summary>Gets the hosts that are allowed regardless of their addresses, in the notation of Chromium's proxy bypass list.</summary>
    public IReadOnlyList<string> PastProxy
    {
        get
        {
            var hosts = Loopback.Concat(baseHost is null ? [] : [Bracketed(baseHost)]).Where(host => Connection(host) is null);
            return [.. hosts, .. BlocksDomains ? [] : AnyLoopback];
        }
    }

    /// <summary>Checks a document before the main frame opens it.</summary>
    public Refusal? Navigation(string url)
    {
        var scheme = Scheme(url);
        if (scheme is "data" or "blob" || (scheme == "about" && url.Length > 6))
        {
            return null;
        }

        if (scheme is not ("http" or "https"))
        {
            return new(url, $"schemes: {(scheme.Length == 0 ? "none" : scheme)}", "Only http, https, about, data, and blob URLs are allowed.");
        }

        return HostText.From(url) is { } host ? FirstOf(rules => rules.Visit(url, host)) ?? Written(url, host) : Unreadable(url);
    }

    /// <summary>Checks a connection of any kind by the name of its host, before the name is resolved.</summary>
    public Refusal? Connection(string host)
    {
        var name = HostText.Canonical(host);
        return HostText.Read(host) is null ? Unreadable(name) : FirstOf(rules => rules.Connection(name, name));
    }

    /// <summary>Checks a connection of any kind to an address of a host.</summary>
    public Refusal? Address(string host, IPAddress address)
    {
        var name = HostText.Canonical(host);
        if (name == baseHost || addresses.Allows(address))
        {
            return null;
        }

        var what = HostText.Address(name) is null ? $"{name} resolved to {address}, which is private" : $"{address} is private";
        return new(name, $"allow_private_networks: {what}", "To allow it, set guardrails.allow_private_networks: true, or use the host in the base URL.");
    }

    // Only a host that is an address is checked before it is resolved.
    private Refusal? Written(string url, string host) =>
        HostText.Address(host) is { } address && Address(host, address) is { } refusal ? refusal with { Subject = url } : null;

    private static IEnumerable<Guardrails> Levels(Guardrails rules)
    {
        for (var level = rules; level is not null; level = level.Narrowing)
        {
            yield return level;
        }
    }

    private static DomainRules DomainsOf(Guardrails rules) => new(rules.AllowedDomains, rules.BlockedDomains);

    private bool BlocksDomains => Array.Exists(domains, static rules => rules.Blocks);

    private Refusal? FirstOf(Func<DomainRules, Refusal?> judge) => domains.Select(judge).FirstOrDefault(static refusal => refusal is not null);

    // The browser could parse the host differently, and open one that was not checked.
    private static Refusal Unreadable(string subject) =>
        new(subject, "hosts: unreadable", "Use an IP address, or a host name of letters, digits, hyphens, underscores, and dots.");

    private static string Scheme(string url)
    {
        var end = url.IndexOf(':', StringComparison.Ordinal);
        return end < 0 ? string.Empty : url[..end].Trim().ToLowerInvariant();
    }

    private static string Bracketed(string host) => host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
}
