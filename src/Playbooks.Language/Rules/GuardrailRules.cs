using Playbooks.Language.Model;

namespace Playbooks.Language.Rules;

/// <summary>Reads the limits of a run; the steps of stuck detection must rise.</summary>
internal static class GuardrailRules
{
    private static readonly string[] Known =
    [
        "allowed_domains", "blocked_domains", "allow_private_networks", "max_urls_visited", "max_consecutive_errors", "enable_llm_action_check",
        "stuck_window_size", "stuck_repeat_hint", "stuck_repeat_warn", "stuck_repeat_stop", "stuck_cycle_max_length", "stuck_cycle_repeats",
        "stuck_revisit_gap", "stuck_failure_cluster_window", "stuck_failure_cluster_threshold",
    ];

    public static GuardrailsModel Read(Slot? slot)
    {
        var standard = new GuardrailsModel();
        if (slot?.Keys(Known) is not { } fields)
        {
            return standard;
        }

        var hint = Number("stuck_repeat_hint", 2, 100, standard.StuckRepeatHint);
        var warn = Number("stuck_repeat_warn", 2, 100, standard.StuckRepeatWarn);
        var stop = Number("stuck_repeat_stop", 2, 100, standard.StuckRepeatStop);
        var window = Number("stuck_failure_cluster_window", 2, 100, standard.StuckFailureClusterWindow);
        var threshold = Number("stuck_failure_cluster_threshold", 2, 100, standard.StuckFailureClusterThreshold);
        RequireOrder(fields, hint, warn, "stuck_repeat_hint", "stuck_repeat_warn", mayBeEqual: false);
        RequireOrder(fields, warn, stop, "stuck_repeat_warn", "stuck_repeat_stop", mayBeEqual: false);
        RequireOrder(fields, threshold, window, "stuck_failure_cluster_threshold", "stuck_failure_cluster_window", mayBeEqual: true);
        return new GuardrailsModel
        {
            AllowedDomains = Texts(fields["allowed_domains"]),
            BlockedDomains = Texts(fields["blocked_domains"]),
            AllowPrivateNetworks = fields["allow_private_networks"]?.Flag() ?? standard.AllowPrivateNetworks,
            MaxUrlsVisited = Number("max_urls_visited", 1, 10000, standard.MaxUrlsVisited) ?? standard.MaxUrlsVisited,
            MaxConsecutiveErrors = Number("max_consecutive_errors", 1, 100, standard.MaxConsecutiveErrors) ?? standard.MaxConsecutiveErrors,
            EnableLlmActionCheck = fields["enable_llm_action_check"]?.Flag() ?? standard.EnableLlmActionCheck,
            StuckWindowSize = Number("stuck_window_size", 4, 200, standard.StuckWindowSize) ?? standard.StuckWindowSize,
            StuckRepeatHint = hint ?? standard.StuckRepeatHint,
            StuckRepeatWarn = warn ?? standard.StuckRepeatWarn,
            StuckRepeatStop = stop ?? standard.StuckRepeatStop,
            StuckCycleMaxLength = Number("stuck_cycle_max_length", 2, 20, standard.StuckCycleMaxLength) ?? standard.StuckCycleMaxLength,
            StuckCycleRepeats = Number("stuck_cycle_repeats", 2, 20, standard.StuckCycleRepeats) ?? standard.StuckCycleRepeats,
            StuckRevisitGap = Number("stuck_revisit_gap", 1, 50, standard.StuckRevisitGap) ?? standard.StuckRevisitGap,
            StuckFailureClusterWindow = window ?? standard.StuckFailureClusterWindow,
            StuckFailureClusterThreshold = threshold ?? standard.StuckFailureClusterThreshold,
        };

        // Null: what is written is wrong, so that nothing can be compared with it.
        int? Number(string name, int minimum, int maximum, int otherwise) =>
            fields[name] is { } value ? value.Muted ? null : value.Number(minimum, maximum) : otherwise;
    }

    private static void RequireOrder(Fields fields, int? smaller, int? larger, string smallerName, string largerName, bool mayBeEqual)
    {
        if (smaller is null || larger is null || smaller < larger || (mayBeEqual && smaller == larger))
        {
            return;
        }

        // The one that is written is wrong; if both are, the later one of the language's order.
        var laterName = mayBeEqual ? smallerName : largerName;
        var earlierName = mayBeEqual ? largerName : smallerName;
        var slot = fields[laterName] ?? fields[earlierName];
        var relation = mayBeEqual ? "must not be above" : "must be below";
        slot?.Report(Rule.OutOfRange, $"'{smallerName}' ({smaller}) {relation} '{largerName}' ({larger}).");
    }

    private static EquatableArray<string> Texts(Slot? slot) =>
        (slot is null or { Muted: true } ? [] : slot.Items() ?? []).Select(item => item.Text()?.Value).OfType<string>().ToEquatableArray();
}
