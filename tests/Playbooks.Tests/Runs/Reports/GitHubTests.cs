using Playbooks.Reports;
using Playbooks.Reports.GitHub;
using Playbooks.RunFolder;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Reports;

public sealed class GitHubTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly SampleRun sample;

    public GitHubTests() => sample = new(temp["run"]);

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_failure_is_an_error_at_the_steps_lines_with_its_path_below_the_workspace() => Assert.Equal(
        "::error file=Shop.Tests/Playbooks/cancel_order.playbook.yaml,line=13,endLine=18,title=Cancel an order%3A cancels an open order"
        + "::Step 2 of 3 (Open order 12345): Order 12345 was not found at http://127.0.0.1:5000%0ANone of 2 selectors matched.",
        Annotate(sample.Failed(), "/src"));

    [Fact]
    public void A_step_on_one_line_is_marked_from_its_column() => Assert.StartsWith(
        "::error file=Shop.Tests/Playbooks/cancel_order.playbook.yaml,line=4,endLine=4,col=5,title=",
        Annotate(sample.Ended(Outcome.Failed, [SampleRun.Missed(1) with { Outcome = Outcome.Failed, Line = 4, EndLine = 4 }], sample.Failure()), "/src/"),
        StringComparison.Ordinal);

    [Fact]
    public void A_flaky_pass_is_a_warning_at_the_step_that_made_it_so()
    {
        Assert.StartsWith("::warning file=", Annotate(sample.Flaky()), StringComparison.Ordinal);
        Assert.Contains("line=13,endLine=18,", Annotate(sample.Flaky()), StringComparison.Ordinal);
        Assert.Contains("::Step 2 (Open order 12345): passed only after a failed attempt.", Annotate(sample.Flaky()), StringComparison.Ordinal);
        Assert.Contains("was completed by a recovery agent", Annotate(sample.Recovered()), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_run_that_passed_or_goes_on_nothing_is_told()
    {
        Assert.Null(Annotate(sample.Passed()));
        Assert.Null(Annotate(sample.Live()));
    }

    [Fact]
    public void A_failure_that_its_case_wants_alarms_nobody()
    {
        Assert.Null(Annotate(sample.Expected()));
        Assert.StartsWith("- ✅ **Cancel an order: cancels an open order** failed as expected, ", new JobSummary(new(sample.Expected())).Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_killed_run_is_told_at_the_step_it_was_in() =>
        Assert.Contains("line=13,endLine=18,title=Cancel an order%3A cancels an open order::The process that ran it is gone.", Annotate(sample.Killed()), StringComparison.Ordinal);

    [Fact]
    public void No_text_can_end_the_command_or_begin_another()
    {
        const string Hostile = "50%,a:b\r\n::error::forged";
        var run = (sample with { Name = Hostile, Case = null }).Ended(Outcome.Failed, [SampleRun.Missed(1) with { Outcome = Outcome.Failed }], sample.Failure() with { Message = Hostile, Cause = Hostile });

        var command = Annotate(run)!;

        Assert.DoesNotContain('\n', command);
        Assert.DoesNotContain('\r', command);
        Assert.Contains("title=50%25%2Ca%3Ab%0D%0A%3A%3Aerror%3A%3Aforged::", command, StringComparison.Ordinal);
        Assert.EndsWith("50%25,a:b%0D%0A::error::forged", command, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/home/runner/shop/tests/a.playbook.yaml", "/home/runner/shop", "tests/a.playbook.yaml")]
    [InlineData("/_/tests/a.playbook.yaml", "/home/runner/shop", "tests/a.playbook.yaml")]
    [InlineData("/elsewhere/a.playbook.yaml", "/home/runner/shop", "/elsewhere/a.playbook.yaml")]
    [InlineData("/home/runner/shopping/a.playbook.yaml", "/home/runner/shop", "/home/runner/shopping/a.playbook.yaml")]
    [InlineData("tests\\a.playbook.yaml", null, "tests/a.playbook.yaml")]
    public void The_file_is_named_as_the_repository_names_it(string path, string? workspace, string shown)
    {
        var run = sample.Failed();

        Assert.Contains($"file={shown},", Annotate(run with { Header = run.Header with { SourcePath = path } }, workspace), StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_has_a_line_for_a_run_and_the_reason_of_a_failure()
    {
        Assert.Equal("- ✅ **Cancel an order: cancels an open order** passed, 970 ms\n", Summary(sample.Passed()));
        Assert.Equal("- 🔁 **Cancel an order: cancels an open order** flaky, 1.6 s: step 2 (Open order 12345), drift in step 2 (Open order 12345)\n", Summary(sample.Flaky()));
        Assert.Equal(
            "- ❌ **Cancel an order: cancels an open order** failed, 8.3 s<br>Step 2 of 3 (Open order 12345): Order 12345 was not found at http://127.0.0.1:5000"
            + "<br>`/src/Shop.Tests/Playbooks/cancel_order.playbook.yaml:13:5`<br>`None of 2 selectors matched.`\n",
            Summary(sample.Failed()));
    }

    [Fact]
    public void A_name_cannot_become_markup_in_the_summary() => Assert.Contains(
        "**\\<img src=x\\> \\[a\\](b) \\*\\*: cancels an open order**",
        Summary((sample with { Name = "<img src=x>\n[a](b) **" }).Passed()),
        StringComparison.Ordinal);

    [Fact]
    public async Task Runs_that_end_at_the_same_time_lose_no_line_of_the_summary()
    {
        var path = temp.File("summary.md", "before\n");

        await Parallel.ForAsync(0, 50, async (index, cancel) =>
            await new JobSummary(new ReportedRun((sample with { Case = $"no {index}" }).Passed())).AppendAsync(path, new ExclusiveFile(TimeProvider.System), cancel));

        var lines = await File.ReadAllLinesAsync(path);
        Assert.Equal("before", lines[0]);
        Assert.Equal(Enumerable.Range(0, 50).Select(index => $"- ✅ **Cancel an order: no {index}** passed, 970 ms").Order(), lines[1..].Order());
    }

    [Fact]
    public async Task A_summary_does_not_grow_beyond_what_GitHub_takes()
    {
        var path = temp.File("summary.md", new string('x', 900 * 1024));

        await new JobSummary(new ReportedRun(sample.Passed())).AppendAsync(path, new ExclusiveFile(TimeProvider.System), CancellationToken.None);

        Assert.Equal(900 * 1024, new FileInfo(path).Length);
    }

    private static string? Annotate(StoredRun run, string? workspace = null) => new Annotation(new ReportedRun(run), workspace).Write();

    private static string Summary(StoredRun run) => new JobSummary(new ReportedRun(run)).Write();
}
