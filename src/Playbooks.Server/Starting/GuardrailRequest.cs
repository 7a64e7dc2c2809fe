using Playbooks.Server.Api;

namespace Playbooks.Server.Starting;

/// <summary>Limits that a request adds to those of the playbook; null: none.</summary>
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
                problems.Add("guardrails.allowed_domains", $"'guardrails.allowed_domains' may only narrow the playbook's ({string.Join(", ", known)}), and {what}.");
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
                problems.Add($"guardrails.{key}", $"'guardrails.{key}' may be at most the playbook's {most}, and this is {value}.");
            }
        }
    }

    /// <summary>The playbook's limits and these: a run must keep both.</summary>
    public Guardrails Within(Guardrails playbook) => playbook with
    {
        Narrowing = new() { AllowedDomains = AllowedDomains ?? [], BlockedDomains = BlockedDomains ?? [] },
        AllowPrivateNetworks = playbook.AllowPrivateNetworks && AllowPrivateNetworks != false,
        MaxUrlsVisited = Math.Min(playbook.MaxUrlsVisited, MaxUrlsVisited ?? int.MaxValue),
        MaxConsecutiveErrors = Math.Min(playbook.MaxConsecutiveErrors, MaxConsecutiveErrors ?? int.MaxValue),
    };
}
