namespace Playbooks;

/// <summary>Defines the limits of a run. Each property has the default of the language.</summary>
public sealed record Guardrails
{
    /// <summary>Gets the hosts that the run may visit, as globs. If empty, the run may visit any host.</summary>
    public IReadOnlyList<string> AllowedDomains { get; init; } = [];

    /// <summary>Gets the hosts that the run must not visit, as globs. <see cref="AllowedDomains"/> takes precedence.</summary>
    public IReadOnlyList<string> BlockedDomains { get; init; } = [];

    /// <summary>Gets whether the run may visit private addresses other than loopback and the host of the base URL. The default is false.</summary>
    public bool AllowPrivateNetworks { get; init; }

    /// <summary>Gets the maximum number of distinct documents of the main frame, from 1 to 10000. The default is 50.</summary>
    public int MaxUrlsVisited { get; init; } = GuardrailRanges.MaxUrlsVisited.Default;

    /// <summary>Gets the maximum number of consecutive failed attempts, from 1 to 100. The default is 5.</summary>
    public int MaxConsecutiveErrors { get; init; } = GuardrailRanges.MaxConsecutiveErrors.Default;

    /// <summary>Gets whether a language model checks the potentially destructive clicks of a recovery agent. The default is true.</summary>
    public bool EnableLlmActionCheck { get; init; } = true;

    /// <summary>Gets the number of most recent actions that the stuck detection examines, from 4 to 200. The default is 12.</summary>
    public int StuckWindowSize { get; init; } = GuardrailRanges.StuckWindowSize.Default;

    /// <summary>Gets how many consecutive occurrences of the same action with the same input produce a hint, from 2 to 100. The default is 3.</summary>
    public int StuckRepeatHint { get; init; } = GuardrailRanges.StuckRepeatHint.Default;

    /// <summary>Gets how many consecutive occurrences of the same action with the same input produce a warning, from 2 to 100 and greater than <see cref="StuckRepeatHint"/>. The default is 5.</summary>
    public int StuckRepeatWarn { get; init; } = GuardrailRanges.StuckRepeatWarn.Default;

    /// <summary>Gets how many consecutive occurrences of the same action with the same input stop the recovery, from 2 to 100 and greater than <see cref="StuckRepeatWarn"/>. The default is 7.</summary>
    public int StuckRepeatStop { get; init; } = GuardrailRanges.StuckRepeatStop.Default;

    /// <summary>Gets the length of the longest cycle of actions that is detected, from 2 to 20. The default is 3.</summary>
    public int StuckCycleMaxLength { get; init; } = GuardrailRanges.StuckCycleMaxLength.Default;

    /// <summary>Gets how many repetitions of a cycle produce a warning, from 2 to 20. Twice as many stop the recovery. The default is 3.</summary>
    public int StuckCycleRepeats { get; init; } = GuardrailRanges.StuckCycleRepeats.Default;

    /// <summary>Gets the number of actions on other pages after which a return to a page produces a hint, from 1 to 50. The default is 5.</summary>
    public int StuckRevisitGap { get; init; } = GuardrailRanges.StuckRevisitGap.Default;

    /// <summary>Gets the number of most recent actions that are searched for failures, from 2 to 100. The default is 5.</summary>
    public int StuckFailureClusterWindow { get; init; } = GuardrailRanges.StuckFailureClusterWindow.Default;

    /// <summary>Gets how many failures among the last <see cref="StuckFailureClusterWindow"/> actions produce a warning, from 2 to 100 and at most <see cref="StuckFailureClusterWindow"/>. The default is 3.</summary>
    public int StuckFailureClusterThreshold { get; init; } = GuardrailRanges.StuckFailureClusterThreshold.Default;

    /// <summary>Gets additional domain limits, or null. A host must be allowed by both.</summary>
    internal Guardrails? Narrowing { get; init; }

    /// <summary>Returns the same limits with additional ones for hosts. The run may visit a host only if both allow it, so the result never allows more.</summary>
    /// <param name="allowedDomains">The hosts that the run may visit, as globs. If empty, the run may visit any host that the existing limits allow.</param>
    /// <param name="blockedDomains">The hosts that the run must not visit, as globs. <paramref name="allowedDomains"/> takes precedence, but not over the existing limits.</param>
    public Guardrails NarrowDomains(IReadOnlyList<string> allowedDomains, IReadOnlyList<string> blockedDomains)
    {
        ArgumentNullException.ThrowIfNull(allowedDomains);
        ArgumentNullException.ThrowIfNull(blockedDomains);
        return this with { Narrowing = new() { AllowedDomains = allowedDomains, BlockedDomains = blockedDomains, Narrowing = Narrowing } };
    }
}
