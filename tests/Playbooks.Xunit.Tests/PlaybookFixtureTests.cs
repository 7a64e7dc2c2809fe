using System.Text.RegularExpressions;
using Playbooks.Xunit.Tests.Flows;

namespace Playbooks.Xunit.Tests;

public partial class PlaybookFixtureTests(PlaybookFixture playbooks) : IClassFixture<PlaybookFixture>
{
    [Fact]
    public async Task A_playbook_runs_against_what_the_projects_setup_started()
    {
        var run = await playbooks.RunAsync(new ReadOrder(new(OrderId: 12345)));
        run.ShouldSucceed();
        Assert.Equal(12345, run.Outputs.Number);
        Assert.Equal("Open", run.Outputs.Status);
    }

    [Fact]
    public async Task Runs_side_by_side_do_not_meet_and_the_setup_is_started_once()
    {
        var runs = await Task.WhenAll(Enumerable.Range(1, 8).Select(id => playbooks.RunAsync(new ReadOrder(new(OrderId: id)))));
        Assert.Equal(Enumerable.Range(1, 8), runs.Select(run => run.Outputs.Number ?? 0));
        Assert.Equal(1, TestSetup.Starts);
    }

    [Fact]
    public async Task Every_run_has_a_context_of_its_own()
    {
        await using var first = await playbooks.NewContextAsync();
        await using var second = await playbooks.NewContextAsync();
        Assert.Same(first.Browser, second.Browser);
        var before = first.Browser!.Contexts.Count;
        await playbooks.RunAsync(new ReadOrder(new(OrderId: 1)));
        Assert.InRange(first.Browser.Contexts.Count, 2, before + 8);
        Assert.Empty(first.Pages);
    }

    [Fact]
    public async Task A_page_that_the_test_has_stays_open()
    {
        await using var context = await playbooks.NewContextAsync();
        var page = await context.NewPageAsync();
        (await playbooks.RunAsync(new ReadOrder(new(OrderId: 77)), page)).ShouldSucceed();
        Assert.Equal("Order 77", await page.TitleAsync());
    }

    [Fact]
    public async Task Options_of_a_run_go_before_the_setups_which_still_tells_the_base_url()
    {
        var run = await playbooks.RunAsync(new ReadOrder(new(OrderId: 5)), request: new() { RunId = "mine" });
        run.ShouldSucceed();
        Assert.Equal("mine", run.RunId.ToString());

        var elsewhere = await playbooks.RunAsync(new ReadOrder(new(OrderId: 5)), options: new() { BaseUrl = "http://127.0.0.1:1" });
        Assert.Equal(Outcome.Failed, elsewhere.Outcome);
    }

    [Fact]
    public async Task A_failed_assertion_says_where_the_evidence_is_and_how_to_open_the_trace()
    {
        var run = await playbooks.RunAsync(new ReadOrder(new(OrderId: 5)), options: new() { BaseUrl = "http://127.0.0.1:1" });

        var lines = Assert.Throws<PlaybookAssertionException>(() => run.ShouldSucceed()).Message.Split('\n');

        Assert.Contains($"Run folder: {run.RunFolder}", lines);
        Assert.Contains($"Report:     {Path.Combine(run.RunFolder, "report.html")}", lines);
        Assert.Contains($"Trace:      {Path.Combine(run.RunFolder, "trace.zip")}", lines);
        var command = Assert.Single(lines, line => line.StartsWith("Open it:    ", StringComparison.Ordinal));
        Assert.Contains("show-trace", command, StringComparison.Ordinal);
        Assert.Contains(run.TracePath!, command, StringComparison.Ordinal);
        Assert.True(File.Exists(run.TracePath));
    }

    [Fact]
    public async Task A_run_is_stored_with_the_case_that_its_test_stands_for()
    {
        var run = await playbooks.RunAsync(new ReadOrder(new(OrderId: 5)), request: new() { Case = "reads an order's status" });
        Assert.Equal("reads an order's status", StoredRun.Read(run.RunFolder).Header.Case);
    }

    [Fact]
    public async Task The_tests_output_gets_every_step_as_it_ends()
    {
        var output = new RememberedOutput();
        await playbooks.RunAsync(new ReadOrder(new(OrderId: 3, Password: "hush")), output);
        Assert.Equal(
            [
                "Read an order (order_id: 3, password: ***), run ID",
                "  ✓  1 Read the number of order 3 (TIME s)",
                "  ✓  2 INPUT (TIME s, found by a fallback: #status)",
                "  ✓  3 INPUT (TIME s)",
                "Passed after TIME s",
                "Report: PATH",
            ],
            output.Lines.Select(Steady));
        Assert.DoesNotContain(output.Lines, line => line.Contains("hush", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_step_is_in_the_tests_output_without_the_error_that_its_assertion_says()
    {
        var output = new RememberedOutput();
        await playbooks.RunAsync(new PressButton(new(OrderId: 3)), output);
        Assert.Equal(
            ["  ✗  2 Press the button of order 3 (TIME s)", "Failed after TIME s", "Report: PATH"],
            output.Lines.TakeLast(3).Select(Steady));
    }

    private static string Steady(string line) =>
        Report().Replace(Input().Replace(Id().Replace(Time().Replace(line, "TIME s"), "run ID"), "$1 INPUT ("), "Report: PATH");

    [GeneratedRegex(@"\d+\.\d\d s")]
    private static partial Regex Time();

    [GeneratedRegex("run [0-9a-f]{32}")]
    private static partial Regex Id();

    [GeneratedRegex(@"^Report: .*report\.html$")]
    private static partial Regex Report();

    [GeneratedRegex(@"(✓  [23]) .* \(")]
    private static partial Regex Input();
}
