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
            AllowedDomains = Domains(fields[GuardrailKeys.AllowedDomains]),
            BlockedDomains = Domains(fields[GuardrailKeys.BlockedDomains]),
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

    private static EquatableArray<string> Domains(Slot? slot) =>
        (slot is null or { Muted: true } ? [] : slot.Items() ?? []).Select(Domain).OfType<string>().ToEquatableArray();

    // A glob that no host can match would block nothing, or everything.
    private static string? Domain(Slot slot)
    {
        if (slot.Text() is not { Value: var text })
        {
            return null;
        }

        var host = HostIn(text);
        var shown = Values.Shorten(text);
        var problem = text.Trim().Length == 0 ? "A domain cannot be empty."
            : text.Any(char.IsWhiteSpace) ? $"'{shown}' is not a domain, because it contains a space."
            : host != text ? $"'{shown}' is more than a host. Write '{host}'."
            : null;
        if (problem is not null)
        {
            slot.Report(Rule.WrongKind, problem);
        }

        return problem is null ? text : null;
    }

    /// <summary>A text without scheme, user, port, and path. An IPv6 address has colons of its own.</summary>
    private static string HostIn(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? text : text.Substring(scheme + 3);
        var end = rest.IndexOfAny(['/', '\\', '#']);
        rest = end < 0 ? rest : rest.Substring(0, end);
        rest = rest.Substring(rest.LastIndexOf('@') + 1);
        var colon = rest.IndexOf(':');
        return colon >= 0 && rest.IndexOf(':', colon + 1) < 0 ? rest.Substring(0, colon) : rest;
    }
}
