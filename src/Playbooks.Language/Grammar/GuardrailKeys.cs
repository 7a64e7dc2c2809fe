namespace Playbooks.Language.Grammar;

/// <summary>The keys of <c>guardrails</c>.</summary>
public static class GuardrailKeys
{
    /// <summary><c>allowed_domains</c>.</summary>
    public static KeyDefinition AllowedDomains { get; } = new("allowed_domains", KeyKind.PlainTexts, "Where the run may go: the main frame's navigations and their redirects. What its pages load from elsewhere is not affected.", "[\"*.example.com\"]") { Default = "any" };

    /// <summary><c>blocked_domains</c>.</summary>
    public static KeyDefinition BlockedDomains { get; } = new("blocked_domains", KeyKind.PlainTexts, "Hosts that nothing can connect to: no navigation, frame, image, script, fetch, or WebSocket. `allowed_domains` takes precedence.", "[\"ads.example.net\"]") { Default = "none" };

    /// <summary><c>allow_private_networks</c>.</summary>
    public static KeyDefinition AllowPrivateNetworks { get; } = Switch("allow_private_networks", false, "Whether private addresses can be reached. Loopback and the host of `base_url` always can be.");

    /// <summary><c>max_urls_visited</c>.</summary>
    public static KeyDefinition MaxUrlsVisited { get; } = Limit("max_urls_visited", GuardrailRanges.MaxUrlsVisited, "The maximum number of distinct documents of the main frame. Fragments are ignored.");

    /// <summary><c>max_consecutive_errors</c>.</summary>
    public static KeyDefinition MaxConsecutiveErrors { get; } = Limit("max_consecutive_errors", GuardrailRanges.MaxConsecutiveErrors, "The maximum number of consecutive failed attempts. Unless this key is set, a step with more `attempts` than that still gets all of them.");

    /// <summary><c>enable_llm_action_check</c>.</summary>
    public static KeyDefinition EnableLlmActionCheck { get; } = Switch("enable_llm_action_check", true, "Whether a model checks a recovery agent's clicks that could be destructive. If the agent has no such check, a note in the run says so.");

    /// <summary><c>stuck_window_size</c>.</summary>
    public static KeyDefinition StuckWindowSize { get; } = Limit("stuck_window_size", GuardrailRanges.StuckWindowSize, "How many of the most recent actions stuck detection examines.");

    /// <summary><c>stuck_repeat_hint</c>.</summary>
    public static KeyDefinition StuckRepeatHint { get; } = Limit("stuck_repeat_hint", GuardrailRanges.StuckRepeatHint, "How many times in a row the same action with the same input must occur to raise a hint.");

    /// <summary><c>stuck_repeat_warn</c>.</summary>
    public static KeyDefinition StuckRepeatWarn { get; } = Limit("stuck_repeat_warn", GuardrailRanges.StuckRepeatWarn, "How many times in a row the same action with the same input must occur to raise a warning; above `stuck_repeat_hint`.");

    /// <summary><c>stuck_repeat_stop</c>.</summary>
    public static KeyDefinition StuckRepeatStop { get; } = Limit("stuck_repeat_stop", GuardrailRanges.StuckRepeatStop, "How many times in a row the same action with the same input must occur to stop the recovery; above `stuck_repeat_warn`.");

    /// <summary><c>stuck_cycle_max_length</c>.</summary>
    public static KeyDefinition StuckCycleMaxLength { get; } = Limit("stuck_cycle_max_length", GuardrailRanges.StuckCycleMaxLength, "The length of the longest cycle of actions that is detected.");

    /// <summary><c>stuck_cycle_repeats</c>.</summary>
    public static KeyDefinition StuckCycleRepeats { get; } = Limit("stuck_cycle_repeats", GuardrailRanges.StuckCycleRepeats, "How many repetitions of a cycle raise a warning. Twice as many stop the recovery.");

    /// <summary><c>stuck_revisit_gap</c>.</summary>
    public static KeyDefinition StuckRevisitGap { get; } = Limit("stuck_revisit_gap", GuardrailRanges.StuckRevisitGap, "After how many actions on other pages a return to a page raises a hint.");

    /// <summary><c>stuck_failure_cluster_window</c>.</summary>
    public static KeyDefinition StuckFailureClusterWindow { get; } = Limit("stuck_failure_cluster_window", GuardrailRanges.StuckFailureClusterWindow, "How many of the most recent actions are searched for failures.");

    /// <summary><c>stuck_failure_cluster_threshold</c>.</summary>
    public static KeyDefinition StuckFailureClusterThreshold { get; } = Limit("stuck_failure_cluster_threshold", GuardrailRanges.StuckFailureClusterThreshold, "How many failures among these actions raise a warning; not above `stuck_failure_cluster_window`.");

    /// <summary>The mapping of <c>guardrails</c>.</summary>
    public static MappingDefinition Mapping { get; } = new(
        "guardrails", "'guardrails'",
        AllowedDomains, BlockedDomains, AllowPrivateNetworks, MaxUrlsVisited, MaxConsecutiveErrors, EnableLlmActionCheck,
        StuckWindowSize, StuckRepeatHint, StuckRepeatWarn, StuckRepeatStop, StuckCycleMaxLength, StuckCycleRepeats,
        StuckRevisitGap, StuckFailureClusterWindow, StuckFailureClusterThreshold);

    private static KeyDefinition Limit(string name, NumberRange range, string documentation) => new(name, KeyKind.Int, documentation, Text(range.Default + 1))
    {
        Minimum = range.Minimum,
        Maximum = range.Maximum,
        Default = Text(range.Default),
    };

    private static KeyDefinition Switch(string name, bool standard, string documentation) => new(name, KeyKind.Bool, documentation, standard ? "false" : "true") { Default = standard ? "`true`" : "`false`" };

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
