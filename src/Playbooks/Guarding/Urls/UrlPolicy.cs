using System.Net;

namespace Playbooks.Guarding.Urls;

/// <summary>Where a run may go: schemes, domains and private networks. It answers with what forbids something; null: nothing does.</summary>
internal sealed class UrlPolicy
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] AnyLoopback = ["*.localhost", "127.0.0.0/8"];

    private readonly Guardrails rules;
    private readonly DomainRules[] domains;
    private readonly AddressPolicy addresses;
    private readonly string? baseHost;

    /// <summary>Makes the policy of one run.</summary>
    /// <param name="rules">The playbook's guardrails.</param>
    /// <param name="baseUrl">The run's base URL, whose host may be reached whatever its address; null or empty: there is none.</param>
    public UrlPolicy(Guardrails rules, string? baseUrl)
    {
        this.rules = rules;
        domains = rules.Narrowing is { } narrowing ? [DomainsOf(rules), DomainsOf(narrowing)] : [DomainsOf(rules)];
        addresses = new(rules.AllowPrivateNetworks);
        baseHost = baseUrl is null ? null : HostText.Of(baseUrl);
    }

    /// <summary>Whether any connection could be refused, so that a proxy is worth its while.</summary>
    public bool NeedsProxy => BlocksDomains || !rules.AllowPrivateNetworks;

    /// <summary>Hosts that may be reached whatever they resolve to, in the notation of Chromium's list of hosts that go past a proxy.</summary>
    public IReadOnlyList<string> PastProxy
    {
        get
        {
            var hosts = Loopback.Concat(baseHost is null ? [] : [Bracketed(baseHost)]).Where(host => Connection(host) is null);
            return [.. hosts, .. BlocksDomains ? [] : AnyLoopback];
        }
    }

    /// <summary>A document that the main frame is about to open.</summary>
    public Refusal? Navigation(string url)
    {
        var scheme = Scheme(url);
        if (scheme is "data" or "blob" || (scheme == "about" && url.Length > 6))
        {
            return null;
        }

        if (scheme is not ("http" or "https"))
        {
            return new(url, $"schemes: {(scheme.Length == 0 ? "none" : scheme)}", "Only http, https, about:blank and data URLs are opened.");
        }

        return HostText.Of(url) is { } host ? FirstOf(rules => rules.Visit(url, host)) ?? Written(url, host) : Unreadable(url);
    }

    /// <summary>A connection of any kind, by its host's name; its address is not known yet.</summary>
    public Refusal? Connection(string host)
    {
        var name = HostText.Canonical(host);
        return HostText.Read(host) is null ? Unreadable(name) : FirstOf(rules => rules.Connection(name, name));
    }

    /// <summary>A connection of any kind to an address that a host has.</summary>
    public Refusal? Address(string host, IPAddress address)
    {
        var name = HostText.Canonical(host);
        if (name == baseHost || addresses.Allows(address))
        {
            return null;
        }

        var what = HostText.Address(name) is null ? $"{name} resolved to {address}, which is private" : $"{address} is private";
        return new(name, $"allow_private_networks: {what}", "To allow it, set guardrails.allow_private_networks: true, or make the host the base URL's.");
    }

    // Only a host that is an address is judged before it is resolved.
    private Refusal? Written(string url, string host) =>
        HostText.Address(host) is { } address && Address(host, address) is { } refusal ? refusal with { Subject = url } : null;

    private static DomainRules DomainsOf(Guardrails rules) => new(rules.AllowedDomains, rules.BlockedDomains);

    private bool BlocksDomains => Array.Exists(domains, static rules => rules.Blocks);

    private Refusal? FirstOf(Func<DomainRules, Refusal?> judge) => domains.Select(judge).FirstOrDefault(static refusal => refusal is not null);

    // The browser might read it in its own way, and open a host that nobody has judged.
    private static Refusal Unreadable(string subject) =>
        new(subject, "hosts: unreadable", "Write the host as an address, or as a name of letters, digits, hyphens, underscores and dots.");

    private static string Scheme(string url)
    {
        var end = url.IndexOf(':', StringComparison.Ordinal);
        return end < 0 ? string.Empty : url[..end].Trim().ToLowerInvariant();
    }

    private static string Bracketed(string host) => host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
}
