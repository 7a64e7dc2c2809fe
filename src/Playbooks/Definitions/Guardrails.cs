namespace Playbooks;

/// <summary>The limits of a run; each has the language's default.</summary>
public sealed record Guardrails
{
    /// <summary>Hosts that may be visited, as globs; empty: any.</summary>
    public IReadOnlyList<string> AllowedDomains { get; init; } = [];

    /// <summary>Hosts that may not be visited, as globs; allowed ones win.</summary>
    public IReadOnlyList<string> BlockedDomains { get; init; } = [];

    /// <summary>Whether private addresses beside loopback and the base URL's host may be visited.</summary>
    public bool AllowPrivateNetworks { get; init; }

    /// <summary>1 to 10000.</summary>
    public int MaxUrlsVisited { get; init; } = 50;

    /// <summary>1 to 100.</summary>
    public int MaxConsecutiveErrors { get; init; } = 5;

    /// <summary>Whether a model looks at what recovery is about to do.</summary>
    public bool EnableLlmActionCheck { get; init; } = true;

    /// <summary>4 to 200.</summary>
    public int StuckWindowSize { get; init; } = 12;

    /// <summary>2 to 100.</summary>
    public int StuckRepeatHint { get; init; } = 3;

    /// <summary>2 to 100, above <see cref="StuckRepeatHint"/>.</summary>
    public int StuckRepeatWarn { get; init; } = 5;

    /// <summary>2 to 100, above <see cref="StuckRepeatWarn"/>.</summary>
    public int StuckRepeatStop { get; init; } = 7;

    /// <summary>2 to 20.</summary>
    public int StuckCycleMaxLength { get; init; } = 3;

    /// <summary>2 to 20.</summary>
    public int StuckCycleRepeats { get; init; } = 3;

    /// <summary>1 to 50.</summary>
    public int StuckRevisitGap { get; init; } = 5;

    /// <summary>2 to 100.</summary>
    public int StuckFailureClusterWindow { get; init; } = 5;

    /// <summary>2 to 100, not above <see cref="StuckFailureClusterWindow"/>.</summary>
    public int StuckFailureClusterThreshold { get; init; } = 3;

    /// <summary>Domains that hold beside these, so that both have to allow a host: what a request adds to the author's; null: none.</summary>
    internal Guardrails? Narrowing { get; init; }
}
