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
    public int MaxUrlsVisited { get; init; } = GuardrailRanges.MaxUrlsVisited.Default;

    /// <summary>1 to 100.</summary>
    public int MaxConsecutiveErrors { get; init; } = GuardrailRanges.MaxConsecutiveErrors.Default;

    /// <summary>Whether a model looks at what recovery is about to do.</summary>
    public bool EnableLlmActionCheck { get; init; } = true;

    /// <summary>4 to 200.</summary>
    public int StuckWindowSize { get; init; } = GuardrailRanges.StuckWindowSize.Default;

    /// <summary>2 to 100.</summary>
    public int StuckRepeatHint { get; init; } = GuardrailRanges.StuckRepeatHint.Default;

    /// <summary>2 to 100, above <see cref="StuckRepeatHint"/>.</summary>
    public int StuckRepeatWarn { get; init; } = GuardrailRanges.StuckRepeatWarn.Default;

    /// <summary>2 to 100, above <see cref="StuckRepeatWarn"/>.</summary>
    public int StuckRepeatStop { get; init; } = GuardrailRanges.StuckRepeatStop.Default;

    /// <summary>2 to 20.</summary>
    public int StuckCycleMaxLength { get; init; } = GuardrailRanges.StuckCycleMaxLength.Default;

    /// <summary>2 to 20.</summary>
    public int StuckCycleRepeats { get; init; } = GuardrailRanges.StuckCycleRepeats.Default;

    /// <summary>1 to 50.</summary>
    public int StuckRevisitGap { get; init; } = GuardrailRanges.StuckRevisitGap.Default;

    /// <summary>2 to 100.</summary>
    public int StuckFailureClusterWindow { get; init; } = GuardrailRanges.StuckFailureClusterWindow.Default;

    /// <summary>2 to 100, not above <see cref="StuckFailureClusterWindow"/>.</summary>
    public int StuckFailureClusterThreshold { get; init; } = GuardrailRanges.StuckFailureClusterThreshold.Default;

    /// <summary>Domains that hold beside these, so that both have to allow a host: what a request adds to the author's; null: none.</summary>
    internal Guardrails? Narrowing { get; init; }
}
