using System.Globalization;

namespace Playbooks.Guarding.Stuck;

/// <summary>Detects whether the last actions of a run repeat without progress.</summary>
/// <param name="rules">The thresholds.</param>
internal sealed class StuckDetector(Guardrails rules)
{
    // Enough for each rule to reach its own limit.
    private readonly int kept = new[]
    {
        rules.StuckWindowSize,
        2 * rules.StuckCycleRepeats * rules.StuckCycleMaxLength,
        rules.StuckRevisitGap + 2,
        rules.StuckFailureClusterWindow + 1,
    }.Max();

    private readonly List<StuckAction> actions = [];

    /// <summary>Adds an action and evaluates all rules. The most serious verdict is returned.</summary>
    public StuckVerdict Add(StuckAction action)
    {
        actions.Add(action);
        if (actions.Count > kept)
        {
            actions.RemoveAt(0);
        }

        StuckVerdict[] verdicts = [Repetition(), Cycle(), FailureCluster(), Revisit()];
        return verdicts.MaxBy(static verdict => verdict.Level)!;
    }

    /// <summary>Reports the end of the last action.</summary>
    public void End(bool failed)
    {
        if (actions.Count > 0)
        {
            actions[^1] = actions[^1] with { Failed = failed };
        }
    }

    /// <summary>Detects the same action with the same input several times in a row.</summary>
    private StuckVerdict Repetition()
    {
        var last = actions[^1];
        var count = 1;
        while (count < Math.Min(actions.Count, rules.StuckWindowSize) && actions[^(count + 1)].IsSameAs(last))
        {
            count++;
        }

        var (level, rule, threshold) =
            count >= rules.StuckRepeatStop ? (StuckLevel.Stop, "stuck_repeat_stop", rules.StuckRepeatStop)
            : count >= rules.StuckRepeatWarn ? (StuckLevel.Warning, "stuck_repeat_warn", rules.StuckRepeatWarn)
            : count >= rules.StuckRepeatHint ? (StuckLevel.Hint, "stuck_repeat_hint", rules.StuckRepeatHint)
            : (StuckLevel.None, string.Empty, 0);
        return level == StuckLevel.None
            ? StuckVerdict.None
            : Verdict(level, rule, threshold, $"{Words(last)} was performed {Times(count)} in a row.");
    }

    /// <summary>Detects a repeated sequence of actions: a warning at the configured number of repetitions, and a stop at twice that number.</summary>
    private StuckVerdict Cycle()
    {
        for (var length = 2; length <= rules.StuckCycleMaxLength; length++)
        {
            var rounds = Rounds(length);
            if (rounds >= rules.StuckCycleRepeats)
            {
                var block = string.Join(", ", actions.TakeLast(length).Select(Words));
                return Verdict(
                    rounds >= 2 * rules.StuckCycleRepeats ? StuckLevel.Stop : StuckLevel.Warning,
                    "stuck_cycle_repeats",
                    rules.StuckCycleRepeats,
                    $"The same {Number(length)} actions were performed {Times(rounds)} in a row: {block}.");
            }
        }

        return StuckVerdict.None;
    }

    private int Rounds(int length)
    {
        // A single repeated action is a repetition, not a cycle.
        if (actions.Count < length || actions.TakeLast(length).All(actions[^1].IsSameAs))
        {
            return 0;
        }

        var same = length;
        while (same < actions.Count && actions[^(same + 1)].IsSameAs(actions[^(same + 1 - length)]))
        {
            same++;
        }

        return same / length;
    }

    /// <summary>Detects many failures among the last actions. An action that has not ended is ignored.</summary>
    private StuckVerdict FailureCluster()
    {
        var ended = actions.Where(static action => action.Failed is not null).TakeLast(rules.StuckFailureClusterWindow).ToList();
        var failed = ended.Count(static action => action.Failed is true);
        return failed >= rules.StuckFailureClusterThreshold
            ? Verdict(
                StuckLevel.Warning,
                "stuck_failure_cluster_threshold",
                rules.StuckFailureClusterThreshold,
                $"{Number(failed)} of the last {Number(ended.Count)} actions failed.")
            : StuckVerdict.None;
    }

    /// <summary>Detects the return to a page after several actions elsewhere. A short visit to another page is ignored.</summary>
    private StuckVerdict Revisit()
    {
        if (actions.Count < 2 || actions[^1].Url is not { } url)
        {
            return StuckVerdict.None;
        }

        var before = actions.FindLastIndex(actions.Count - 2, action => action.Url == url);
        var elsewhere = before < 0 ? 0 : actions.Count - before - 2;
        return elsewhere >= rules.StuckRevisitGap
            ? Verdict(StuckLevel.Hint, "stuck_revisit_gap", rules.StuckRevisitGap, $"Back at {url} after {Number(elsewhere)} actions elsewhere.")
            : StuckVerdict.None;
    }

    private static StuckVerdict Verdict(StuckLevel level, string rule, int threshold, string sentence) => new(level, $"{rule}: {Number(threshold)}", sentence);

    private static string Words(StuckAction action) => action.Input.Length == 0 ? action.Action : $"{action.Action} {action.Input}";

    private static string Times(int count) => $"{Number(count)} times";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
