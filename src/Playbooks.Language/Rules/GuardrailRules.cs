using Playbooks.Language.Grammar;
using Playbooks.Language.Model;

namespace Playbooks.Language.Rules;

/// <summary>Reads the limits of a run; the steps of stuck detection must rise.</summary>
internal static class GuardrailRules
{
    public static GuardrailsModel Read(Slot? slot)
    {
        var standard = new GuardrailsModel();
        if (slot?.Keys() is not { } fields)
        {
            return standard;
        }

        var hint = Number(GuardrailKeys.StuckRepeatHint, standard.StuckRepeatHint);
        var warn = Number(GuardrailKeys.StuckRepeatWarn, standard.StuckRepeatWarn);
        var stop = Number(GuardrailKeys.StuckRepeatStop, standard.StuckRepeatStop);
        var window = Number(GuardrailKeys.StuckFailureClusterWindow, standard.StuckFailureClusterWindow);
        var threshold = Number(GuardrailKeys.StuckFailureClusterThreshold, standard.StuckFailureClusterThreshold);
        RequireOrder(fields, hint, warn, GuardrailKeys.StuckRepeatHint, GuardrailKeys.StuckRepeatWarn, mayBeEqual: false);
        RequireOrder(fields, warn, stop, GuardrailKeys.StuckRepeatWarn, GuardrailKeys.StuckRepeatStop, mayBeEqual: false);
        RequireOrder(fields, threshold, window, GuardrailKeys.StuckFailureClusterThreshold, GuardrailKeys.StuckFailureClusterWindow, mayBeEqual: true);
        return new GuardrailsModel
        {
            AllowedDomains = Texts(fields[GuardrailKeys.AllowedDomains]),
            BlockedDomains = Texts(fields[GuardrailKeys.BlockedDomains]),
            AllowPrivateNetworks = fields[GuardrailKeys.AllowPrivateNetworks]?.Flag() ?? standard.AllowPrivateNetworks,
            MaxUrlsVisited = Number(GuardrailKeys.MaxUrlsVisited, standard.MaxUrlsVisited) ?? standard.MaxUrlsVisited,
            MaxConsecutiveErrors = Number(GuardrailKeys.MaxConsecutiveErrors, standard.MaxConsecutiveErrors) ?? standard.MaxConsecutiveErrors,
            EnableLlmActionCheck = fields[GuardrailKeys.EnableLlmActionCheck]?.Flag() ?? standard.EnableLlmActionCheck,
            StuckWindowSize = Number(GuardrailKeys.StuckWindowSize, standard.StuckWindowSize) ?? standard.StuckWindowSize,
            StuckRepeatHint = hint ?? standard.StuckRepeatHint,
            StuckRepeatWarn = warn ?? standard.StuckRepeatWarn,
            StuckRepeatStop = stop ?? standard.StuckRepeatStop,
            StuckCycleMaxLength = Number(GuardrailKeys.StuckCycleMaxLength, standard.StuckCycleMaxLength) ?? standard.StuckCycleMaxLength,
            StuckCycleRepeats = Number(GuardrailKeys.StuckCycleRepeats, standard.StuckCycleRepeats) ?? standard.StuckCycleRepeats,
            StuckRevisitGap = Number(GuardrailKeys.StuckRevisitGap, standard.StuckRevisitGap) ?? standard.StuckRevisitGap,
            StuckFailureClusterWindow = window ?? standard.StuckFailureClusterWindow,
            StuckFailureClusterThreshold = threshold ?? standard.StuckFailureClusterThreshold,
        };

        // Null: what is written is wrong, so that nothing can be compared with it.
        int? Number(KeyDefinition key, int otherwise) =>
            fields[key] is { } value ? value.Muted ? null : value.Number() : otherwise;
    }

    private static void RequireOrder(Fields fields, int? smaller, int? larger, KeyDefinition smallerKey, KeyDefinition largerKey, bool mayBeEqual)
    {
        if (smaller is null || larger is null || smaller < larger || (mayBeEqual && smaller == larger))
        {
            return;
        }

        // The one that is written is wrong; if both are, the later one of the language's order.
        var later = mayBeEqual ? smallerKey : largerKey;
        var earlier = mayBeEqual ? largerKey : smallerKey;
        var slot = fields[later] ?? fields[earlier];
        var relation = mayBeEqual ? "must not be above" : "must be below";
        slot?.Report(Rule.OutOfRange, $"'{smallerKey}' ({smaller}) {relation} '{largerKey}' ({larger}).");
    }

    private static EquatableArray<string> Texts(Slot? slot) =>
        (slot is null or { Muted: true } ? [] : slot.Items() ?? []).Select(item => item.Text()?.Value).OfType<string>().ToEquatableArray();
}
