namespace Playbooks.Guarding.Urls;

/// <summary>The allowed and blocked domains of one party: the author of a playbook, or the client that requests a run.</summary>
/// <param name="allowedDomains">Globs of hosts that may be visited. If empty, any host.</param>
/// <param name="blockedDomains">Globs of hosts that must not be reached. Allowed domains take precedence.</param>
internal sealed class DomainRules(IReadOnlyList<string> allowedDomains, IReadOnlyList<string> blockedDomains)
{
    private readonly DomainGlob[] allowed = [.. allowedDomains.Select(static glob => new DomainGlob(glob))];
    private readonly DomainGlob[] blocked = [.. blockedDomains.Select(static glob => new DomainGlob(glob))];

    /// <summary>Gets whether any domain is blocked.</summary>
    public bool Blocks => blocked.Length > 0;

    /// <summary>Checks the host of a document before it is opened.</summary>
    /// <param name="url">The URL of the document, for the message.</param>
    /// <param name="host">The host of the URL.</param>
    public Refusal? Visit(string url, string host) =>
        Connection(url, host)
        ?? (allowed.Length == 0 || IsAllowed(host)
            ? null
            : new(url, $"allowed_domains: {string.Join(", ", allowedDomains)}", $"To allow it, add '{host}' to guardrails.allowed_domains."));

    /// <summary>Checks the host of a connection of any kind.</summary>
    /// <param name="subject">The subject of the refusal, for the message.</param>
    /// <param name="host">The host.</param>
    public Refusal? Connection(string subject, string host) =>
        !IsAllowed(host) && Array.Find(blocked, glob => glob.Covers(host)) is { } glob
            ? new(subject, $"blocked_domains: {glob.Written}", $"To allow it, remove '{glob.Written}' from guardrails.blocked_domains, or add '{host}' to guardrails.allowed_domains, which takes precedence.")
            : null;

    private bool IsAllowed(string host) => Array.Exists(allowed, glob => glob.Covers(host));
}
