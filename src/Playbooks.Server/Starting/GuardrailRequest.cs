using Playbooks.Server.Api;

namespace Playbooks.Server.Starting;

/// <summary>Limits that a request adds to those of the playbook. Null properties add none.</summary>
internal sealed record GuardrailRequest
{
    public IReadOnlyList<string>? AllowedDomains { get; init; }

    public IReadOnlyList<string>? BlockedDomains { get; init; }

    public bool? AllowPrivateNetworks { get; init; }

    public int? MaxUrlsVisited { get; init; }

    public int? MaxConsecutiveErrors { get; init; }

    /// <summary>Reports each limit that is wider than the playbook's.</summary>
    public void Check(Guardrails playbook, Problems problems)
    {
        if (AllowedDomains is { } allowed && playbook.AllowedDomains is { Count: > 0 } known)
        {
            var foreign = allowed.FirstOrDefault(glob => !known.Any(one => new DomainGlob(one).Covers(glob)));
            if (allowed.Count == 0 || foreign is not null)
            {
                var what = foreign is null ? "an empty list allows every domain" : $"'{Problems.Shorten(foreign)}' is not one of them";
                problems.Add("guardrails.allowed_domains", $"'guardrails.allowed_domains' must narrow the playbook's ({string.Join(", ", known)}), but {what}.");
            }
        }

        if (AllowPrivateNetworks == true && !playbook.AllowPrivateNetworks)
        {
            problems.Add("guardrails.allow_private_networks", "'guardrails.allow_private_networks' cannot be true, because the playbook does not allow private networks.");
        }

        Above("max_urls_visited", MaxUrlsVisited, playbook.MaxUrlsVisited);
        Above("max_consecutive_errors", MaxConsecutiveErrors, playbook.MaxConsecutiveErrors);

        void Above(string key, int? value, int most)
        {
            if (value > most)
            {
                problems.Add($"guardrails.{key}", $"'guardrails.{key}' must be at most the playbook's {most}, but is {value}.");
            }
        }
    }

    /// <summary>Returns the playbook's limits combined with these. A run must meet both.</summary>
    public Guardrails Within(Guardrails playbook) => playbook.NarrowDomains(AllowedDomains ?? [], BlockedDomains ?? []) with
    {
        AllowPrivateNetworks = playbook.AllowPrivateNetworks && AllowPrivateNetworks != false,
        MaxUrlsVisited = Math.Min(playbook.MaxUrlsVisited, MaxUrlsVisited ?? int.MaxValue),
        MaxConsecutiveErrors = Math.Min(playbook.MaxConsecutiveErrors, MaxConsecutiveErrors ?? int.MaxValue),
    };
}
