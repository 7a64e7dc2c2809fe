using System.Globalization;
using Playbooks.Guarding.Stuck;

namespace Playbooks.Tests.Guarding;

public sealed class StuckDetectorTests
{
    // Each test looks at one rule; the others are out of reach.
    private static readonly Guardrails Rules = new()
    {
        StuckWindowSize = 12,
        StuckRepeatHint = 80,
        StuckRepeatWarn = 90,
        StuckRepeatStop = 100,
        StuckCycleRepeats = 20,
        StuckRevisitGap = 50,
        StuckFailureClusterWindow = 100,
        StuckFailureClusterThreshold = 100,
    };

    private static readonly Guardrails Repeating = Rules with { StuckRepeatHint = 3, StuckRepeatWarn = 5, StuckRepeatStop = 7 };

    [Theory]
    [InlineData(1, StuckLevel.None, "")]
    [InlineData(2, StuckLevel.None, "")]
    [InlineData(3, StuckLevel.Hint, "stuck_repeat_hint: 3")]
    [InlineData(4, StuckLevel.Hint, "stuck_repeat_hint: 3")]
    [InlineData(5, StuckLevel.Warning, "stuck_repeat_warn: 5")]
    [InlineData(6, StuckLevel.Warning, "stuck_repeat_warn: 5")]
    [InlineData(7, StuckLevel.Stop, "stuck_repeat_stop: 7")]
    [InlineData(8, StuckLevel.Stop, "stuck_repeat_stop: 7")]
    public void The_same_action_over_and_over_is_a_hint_then_a_warning_then_a_stop(int times, StuckLevel level, string rule)
    {
        var verdict = Judge(Repeating, new string('a', times));

        Assert.Equal((level, rule), (verdict.Level, verdict.Rule));
        Assert.Equal(level == StuckLevel.None ? "" : $"click a was performed {times.ToString(CultureInfo.InvariantCulture)} times in a row.", verdict.Sentence);
    }

    [Theory]
    [InlineData("aab", StuckLevel.None)]
    [InlineData("aabaa", StuckLevel.None)]
    [InlineData("bbbaaa", StuckLevel.Hint)]
    [InlineData("aaaaaaabb", StuckLevel.None)]
    public void Only_the_tail_counts(string actions, StuckLevel level) => Assert.Equal(level, Judge(Repeating, actions).Level);

    [Fact]
    public void Another_input_is_another_action()
    {
        var detector = new StuckDetector(Repeating);

        detector.Add(new("key_press", "#q a"));
        detector.Add(new("key_press", "#q b"));
        Assert.Equal(StuckLevel.None, detector.Add(new("key_press", "#q a")).Level);
    }

    [Theory]
    [InlineData(6, StuckLevel.Warning)]
    [InlineData(7, StuckLevel.Stop)]
    [InlineData(8, StuckLevel.Stop)]
    public void Repetition_is_counted_within_the_window(int window, StuckLevel level) =>
        Assert.Equal(level, Judge(Repeating with { StuckWindowSize = window }, new string('a', 20)).Level);

    [Theory]
    [InlineData("abab", StuckLevel.None)]
    [InlineData("babab", StuckLevel.None)]
    [InlineData("ababab", StuckLevel.Warning)]
    [InlineData("bababab", StuckLevel.Warning)]
    [InlineData("abababababa", StuckLevel.Warning)]
    [InlineData("abababababab", StuckLevel.Stop)]
    [InlineData("ababababababab", StuckLevel.Stop)]
    [InlineData("abcabcab", StuckLevel.None)]
    [InlineData("abcabcabc", StuckLevel.Warning)]
    [InlineData("abcabcabcabcabcabc", StuckLevel.Stop)]
    [InlineData("ababxab", StuckLevel.None)]
    [InlineData("aaaaaa", StuckLevel.None)]
    public void A_cycle_is_a_warning_at_its_number_of_rounds_and_a_stop_at_twice_that(string actions, StuckLevel level)
    {
        var verdict = Judge(Rules with { StuckCycleMaxLength = 3, StuckCycleRepeats = 3 }, actions);

        Assert.Equal((level, level == StuckLevel.None ? "" : "stuck_cycle_repeats: 3"), (verdict.Level, verdict.Rule));
    }

    [Theory]
    [InlineData(3, StuckLevel.None)]
    [InlineData(4, StuckLevel.Warning)]
    [InlineData(5, StuckLevel.Warning)]
    public void A_cycle_is_seen_up_to_its_greatest_length(int longest, StuckLevel level) =>
        Assert.Equal(level, Judge(Rules with { StuckCycleMaxLength = longest, StuckCycleRepeats = 2 }, "abcdabcd").Level);

    [Theory]
    [InlineData(19, StuckLevel.None)]
    [InlineData(20, StuckLevel.Warning)]
    [InlineData(39, StuckLevel.Warning)]
    [InlineData(40, StuckLevel.Stop)]
    public void The_longest_cycles_that_can_be_asked_for_are_remembered(int rounds, StuckLevel level) =>
        Assert.Equal(level, Judge(Rules with { StuckCycleMaxLength = 20, StuckCycleRepeats = 20 }, string.Concat(Enumerable.Repeat("abcdefghijklmnopqrst", rounds))).Level);

    [Fact]
    public void A_cycle_names_its_actions() =>
        Assert.Equal("The same 2 actions were performed 3 times in a row: click a, click b.", Judge(Rules with { StuckCycleRepeats = 3 }, "ababab").Sentence);

    [Theory]
    [InlineData("P1234P", StuckLevel.None)]
    [InlineData("P12345P", StuckLevel.Hint)]
    [InlineData("P123456P", StuckLevel.Hint)]
    [InlineData("P11111P", StuckLevel.Hint)]
    [InlineData("P12345PP", StuckLevel.None)]
    [InlineData("P12P345P", StuckLevel.None)]
    [InlineData("123456P", StuckLevel.None)]
    [InlineData("P", StuckLevel.None)]
    public void Coming_back_to_a_page_after_enough_actions_elsewhere_is_a_hint(string pages, StuckLevel level)
    {
        var detector = new StuckDetector(Rules with { StuckRevisitGap = 5 });

        var verdict = pages.Select((page, index) => detector.Add(new("click", $"{index}", $"http://app.test/{page}"))).ToList()[^1];

        Assert.Equal((level, level == StuckLevel.None ? "" : "stuck_revisit_gap: 5"), (verdict.Level, verdict.Rule));
    }

    [Theory]
    [InlineData(50, 49, StuckLevel.None)]
    [InlineData(50, 50, StuckLevel.Hint)]
    [InlineData(50, 51, StuckLevel.None)] // Further back than it remembers.
    public void The_widest_gap_that_can_be_asked_for_is_remembered(int gap, int elsewhere, StuckLevel level)
    {
        var detector = new StuckDetector(new() { StuckRevisitGap = gap, StuckCycleMaxLength = 2, StuckCycleRepeats = 2 });
        detector.Add(new("click", "start", "http://app.test/"));
        for (var index = 0; index < elsewhere; index++)
        {
            detector.Add(new("click", $"{index}", $"http://app.test/{index}"));
        }

        Assert.Equal(level, detector.Add(new("click", "back", "http://app.test/")).Level);
    }

    [Theory]
    [InlineData("xx", StuckLevel.None)]
    [InlineData("xxx", StuckLevel.Warning)]
    [InlineData("xxxx", StuckLevel.Warning)]
    [InlineData("x.x.x", StuckLevel.Warning)]
    [InlineData("x.x..x", StuckLevel.None)]
    [InlineData("xxx..", StuckLevel.Warning)]
    [InlineData("xxx...", StuckLevel.None)]
    [InlineData("xx???", StuckLevel.None)]
    [InlineData("xxx???", StuckLevel.Warning)]
    public void Several_failures_among_the_last_ended_actions_are_a_warning(string outcomes, StuckLevel level)
    {
        var detector = new StuckDetector(Rules with { StuckFailureClusterWindow = 5, StuckFailureClusterThreshold = 3 });

        var verdict = outcomes.Select((outcome, index) => detector.Add(new("click", $"{index}", Failed: outcome == '?' ? null : outcome == 'x'))).ToList()[^1];

        Assert.Equal((level, level == StuckLevel.None ? "" : "stuck_failure_cluster_threshold: 3"), (verdict.Level, verdict.Rule));
    }

    [Fact]
    public void An_action_may_be_judged_before_it_is_known_how_it_ends()
    {
        var detector = new StuckDetector(Rules with { StuckFailureClusterWindow = 2, StuckFailureClusterThreshold = 2 });

        Assert.Equal(StuckLevel.None, detector.Add(new("click", "a")).Level);
        detector.End(failed: true);
        Assert.Equal(StuckLevel.None, detector.Add(new("click", "b")).Level);
        detector.End(failed: true);
        Assert.Equal("2 of the last 2 actions failed.", detector.Add(new("click", "c")).Sentence);
    }

    [Fact]
    public void The_most_serious_verdict_counts()
    {
        var detector = new StuckDetector(Repeating with { StuckFailureClusterWindow = 3, StuckFailureClusterThreshold = 3 });

        StuckLevel Add() => detector.Add(new("click", "a", Failed: true)).Level;

        Assert.Equal(
            [StuckLevel.None, StuckLevel.None, StuckLevel.Warning, StuckLevel.Warning, StuckLevel.Warning, StuckLevel.Warning, StuckLevel.Stop],
            Enumerable.Range(0, 7).Select(_ => Add()));
    }

    private static StuckVerdict Judge(Guardrails rules, string actions)
    {
        var detector = new StuckDetector(rules);
        return actions.Select(action => detector.Add(new("click", action.ToString()))).ToList()[^1];
    }
}
