namespace Playbooks.Hosting;

/// <summary>The configuration of the limits of runs.</summary>
internal static class GuardrailsSection
{
    /// <summary>Gets the keys. Numbers have the same ranges as in a playbook.</summary>
    public static IReadOnlyDictionary<string, Func<Guardrails, SectionReader, Guardrails>> Keys { get; } = new Dictionary<string, Func<Guardrails, SectionReader, Guardrails>>(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(Guardrails.AllowedDomains)] = static (limits, section) => limits with { AllowedDomains = section.Texts() },
        [nameof(Guardrails.BlockedDomains)] = static (limits, section) => limits with { BlockedDomains = section.Texts() },
        [nameof(Guardrails.AllowPrivateNetworks)] = static (limits, value) => limits with { AllowPrivateNetworks = value.Flag() ?? limits.AllowPrivateNetworks },
        [nameof(Guardrails.EnableLlmActionCheck)] = static (limits, value) => limits with { EnableLlmActionCheck = value.Flag() ?? limits.EnableLlmActionCheck },
        [nameof(Guardrails.MaxUrlsVisited)] = static (limits, value) => limits with { MaxUrlsVisited = value.Number(GuardrailRanges.MaxUrlsVisited) },
        [nameof(Guardrails.MaxConsecutiveErrors)] = static (limits, value) => limits with { MaxConsecutiveErrors = value.Number(GuardrailRanges.MaxConsecutiveErrors) },
        [nameof(Guardrails.StuckWindowSize)] = static (limits, value) => limits with { StuckWindowSize = value.Number(GuardrailRanges.StuckWindowSize) },
        [nameof(Guardrails.StuckRepeatHint)] = static (limits, value) => limits with { StuckRepeatHint = value.Number(GuardrailRanges.StuckRepeatHint) },
        [nameof(Guardrails.StuckRepeatWarn)] = static (limits, value) => limits with { StuckRepeatWarn = value.Number(GuardrailRanges.StuckRepeatWarn) },
        [nameof(Guardrails.StuckRepeatStop)] = static (limits, value) => limits with { StuckRepeatStop = value.Number(GuardrailRanges.StuckRepeatStop) },
        [nameof(Guardrails.StuckCycleMaxLength)] = static (limits, value) => limits with { StuckCycleMaxLength = value.Number(GuardrailRanges.StuckCycleMaxLength) },
        [nameof(Guardrails.StuckCycleRepeats)] = static (limits, value) => limits with { StuckCycleRepeats = value.Number(GuardrailRanges.StuckCycleRepeats) },
        [nameof(Guardrails.StuckRevisitGap)] = static (limits, value) => limits with { StuckRevisitGap = value.Number(GuardrailRanges.StuckRevisitGap) },
        [nameof(Guardrails.StuckFailureClusterWindow)] = static (limits, value) => limits with { StuckFailureClusterWindow = value.Number(GuardrailRanges.StuckFailureClusterWindow) },
        [nameof(Guardrails.StuckFailureClusterThreshold)] = static (limits, value) => limits with { StuckFailureClusterThreshold = value.Number(GuardrailRanges.StuckFailureClusterThreshold) },
    };
}
