using Playbooks.RunFolder.Comparing;
using Playbooks.Tests.Runs.Reports;

namespace Playbooks.Tests.Runs.Comparing;

public sealed class DifferencesTests
{
    private static readonly StoredRun Green = new SampleRun("/runs/green").Passed();

    [Fact]
    public void A_run_that_goes_the_same_way_differs_in_nothing() => Assert.Empty(Between(SampleRun.Search(), SampleRun.Open(), SampleRun.Read()));

    [Fact]
    public void Another_selector_another_text_and_another_url_are_told() => Assert.Equal(
        ["2 selector .order-link → role=link", "2 url /orders/12345 → /login", "3 result Cancelled → Open"],
        Between(
            SampleRun.Search(),
            SampleRun.Open() with { SelectorUsed = "role=link", Url = "http://127.0.0.1:5000/login" },
            SampleRun.Read() with { ResultText = "Open", Url = "http://127.0.0.1:5000/login" }));

    [Fact]
    public void Of_a_step_that_failed_the_last_try_counts_and_what_was_not_reached_is_told() => Assert.Equal(
        ["2 selector .order-link → none", "2 url /orders/12345 → /orders?q=12345", "3 reached step 3 → none"],
        Between(SampleRun.Search(), SampleRun.Missed(1) with { Url = "about:blank" }, SampleRun.Missed(2)));

    [Fact]
    public void Another_port_of_a_test_host_is_no_difference() => Assert.Empty(Differences.Between(
        Green,
        [.. new[] { SampleRun.Search(), SampleRun.Open(), SampleRun.Read() }.Select(one => one with { Url = one.Url!.Replace("5000", "43210", StringComparison.Ordinal) })],
        "http://127.0.0.1:43210/"));

    [Fact]
    public void A_step_that_the_passed_run_did_not_have_is_not_compared() =>
        Assert.Empty(Between(SampleRun.Search(), SampleRun.Open(), SampleRun.Read(), SampleRun.Read() with { Step = 4, Path = "4" }));

    [Fact]
    public void A_step_that_is_another_one_now_is_not_compared() =>
        Assert.Empty(Between(SampleRun.Search() with { Action = "hover", SelectorUsed = "x" }, SampleRun.Open(), SampleRun.Read()));

    [Fact]
    public void Long_texts_are_cut()
    {
        var now = SampleRun.Read() with { ResultText = new string('x', 5000) };

        Assert.Equal(201, Assert.Single(Differences.Between(Green, [SampleRun.Search(), SampleRun.Open(), now], "http://127.0.0.1:5000")).Now.Length);
    }

    private static IEnumerable<string> Between(params ActionRecord[] now) =>
        Differences.Between(Green, now, "http://127.0.0.1:5000").Select(one => $"{one.Path} {one.What} {one.LastPassed} → {one.Now}");
}
