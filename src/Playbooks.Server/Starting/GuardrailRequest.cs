using Playbooks.Guarding;

namespace Playbooks.Server.Starting;

/// <summary>Limits of one run; each that is null stays the playbook's.</summary>
internal sealed record GuardrailRequest
{
    public IReadOnlyList<string>? AllowedDomains { get; init; }

    public IReadOnlyList<string>? BlockedDomains { get; init; }

    public bool? AllowPrivateNetworks { get; init; }

    public int? MaxUrlsVisited { get; init; }

    public int? MaxConsecutiveErrors { get; init; }

    /// <summary>The playbook's limits with these in the place of theirs.</summary>
    public Guardrails Over(Guardrails playbook) => playbook with
    {
        AllowedDomains = AllowedDomains ?? playbook.AllowedDomains,
        BlockedDomains = BlockedDomains ?? playbook.BlockedDomains,
        AllowPrivateNetworks = AllowPrivateNetworks ?? playbook.AllowPrivateNetworks,
        MaxUrlsVisited = MaxUrlsVisited ?? playbook.MaxUrlsVisited,
        MaxConsecutiveErrors = MaxConsecutiveErrors ?? playbook.MaxConsecutiveErrors,
    };
}
