namespace Playbooks.Guarding.Urls;

/// <summary>The domains that one party allows and blocks: the author of a playbook, or who asks for a run of it.</summary>
/// <param name="allowedDomains">Globs of hosts that may be visited; empty: any.</param>
/// <param name="blockedDomains">Globs of hosts that may not be reached; allowed ones take precedence.</param>
internal sealed class DomainRules(IReadOnlyList<string> allowedDomains, IReadOnlyList<string> blockedDomains)
{
    private readonly DomainGlob[] allowed = [.. allowedDomains.Select(static glob => new DomainGlob(glob))];
    private readonly DomainGlob[] blocked = [.. blockedDomains.Select(static glob => new DomainGlob(glob))];

    /// <summary>Whether any domain is blocked.</summary>
    public bool Blocks => blocked.Length > 0;

    /// <summary>Judges the host of a document that is about to be opened.</summary>
    /// <param name="url">The document's URL, for the message.</param>
    /// <param name="host">The URL's host.</param>
    public Refusal? Visit(string url, string host) =>
        Connection(url, host)
        ?? (allowed.Length == 0 || IsAllowed(host)
            ? null
            : new(url, $"allowed_domains: {string.Join(", ", allowedDomains)}", $"To allow it, add '{host}' to guardrails.allowed_domains."));

    /// <summary>Judges the host of a connection of any kind.</summary>
    /// <param name="subject">What is refused, for the message.</param>
    /// <param name="host">The host.</param>
    public Refusal? Connection(string subject, string host) =>
        !IsAllowed(host) && Array.Find(blocked, glob => glob.Covers(host)) is { } glob
            ? new(subject, $"blocked_domains: {glob.Written}", $"To allow it, take '{glob.Written}' out of guardrails.blocked_domains, or add '{host}' to guardrails.allowed_domains, which goes first.")
            : null;

    private bool IsAllowed(string host) => Array.Exists(allowed, glob => glob.Covers(host));
}
