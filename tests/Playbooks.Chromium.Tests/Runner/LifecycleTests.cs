using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Guarding;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

public sealed class LifecycleTests(Chromium chromium) : RunnerTest(chromium)
{
    private static ScriptedPlaybook Failing => new(new ScriptedStep(Info(1, FailurePolicy.Abort), Fail("No.")));

    [Fact]
    public async Task A_runs_own_report_options_take_the_place_of_the_environment()
    {
        using var commands = new StringWriter();
        var junit = Path.Combine(OutputRoot, "junit.xml");

        await RunAsync(
            new ScriptedPlaybook(new ScriptedStep(Info(1), Fail("The shop is shut."))),
            Options with { Reports = new() { JUnitPath = junit, GitHub = new(Workspace: null, SummaryPath: null), Output = commands } });

        Assert.Contains("The shop is shut.", await File.ReadAllTextAsync(junit), StringComparison.Ordinal);
        Assert.StartsWith("::error ", commands.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stored_is_final_only_when_the_recording_is_there()
    {
        var source = new WatchedSource(Page, OutputRoot);

        var run = await new PlaybookRunner(Options).Start(Failing, PageProvider.From(source), new() { RunId = "r" }).Completion;

        // When the page is closed everybody knows how the run ended, and that the trace is still to come.
        var (whenClosed, traceWasThere) = Assert.Single(source.Seen);
        Assert.Equal((RunState.Failed, true), (whenClosed.Status.Status, whenClosed.Status.Finalizing));
        Assert.IsType<EndRecord>(whenClosed.Records[^1]);
        Assert.False(traceWasThere);

        var after = StoredRun.Read(run.RunFolder).Status;
        Assert.Equal((RunState.Failed, false), (after.Status, after.Finalizing));
        Assert.Equal(["actions.jsonl", "playbook.yaml", "report.html", "screenshots/0001_click.jpg", "trace.zip"], after.Artifacts.Select(artifact => artifact.Path).Where(path => path != "error-context.md"));
        Assert.Empty(after.Problems);
    }

    [Fact]
    public async Task A_page_that_cannot_be_closed_and_a_report_that_cannot_be_written_change_nothing_of_the_rest()
    {
        var source = new WatchedSource(Page, OutputRoot) { ClosingFails = true };
        var step = new ScriptedStep(Info(1), _ =>
        {
            Directory.CreateDirectory(Path.Combine(OutputRoot, "r", "report.html"));
            return Task.CompletedTask;
        });

        var run = await new PlaybookRunner(Options with { Trace = TraceMode.Always }).Start(new ScriptedPlaybook(step), PageProvider.From(source), new() { RunId = "r" }).Completion;

        Assert.Equal(Outcome.Passed, run.Outcome);
        Assert.NotNull(run.TracePath);
        Assert.Null(run.ReportPath);
        Assert.Equal(2, run.EvidenceProblems.Count);
        Assert.Equal("Ending the run (phase 'clean up'): The page does not close.", run.EvidenceProblems[0]);
        Assert.Contains("report.html", run.EvidenceProblems[1], StringComparison.Ordinal);
        var status = StoredRun.Read(run.RunFolder).Status;
        Assert.Equal((RunState.Completed, false), (status.Status, status.Finalizing));
        Assert.Equal(run.EvidenceProblems, status.Problems);
    }

    [Fact]
    public async Task A_second_run_of_a_live_runs_id_is_refused_and_touches_nothing_of_the_first()
    {
        PlaybookResult<ScriptedOutputs>? second = null;
        var inner = new ScriptedStep(Info(1), Work);
        var outer = new ScriptedStep(Info(1), async _ => second = await RunAsync(new ScriptedPlaybook(inner), request: new() { RunId = "r" }));

        var first = await RunAsync(new ScriptedPlaybook(outer), request: new() { RunId = "r" });

        Assert.Equal(ErrorCode.RunConflict, second!.ErrorCode);
        Assert.Equal(0, inner.Acted);
        Assert.Equal(Outcome.Passed, first.Outcome);
        var stored = StoredRun.Read(first.RunFolder);
        Assert.Equal(1, stored.Header.Epoch);
        Assert.Single(stored.Actions);
    }

    [Fact]
    public async Task An_id_that_has_been_used_can_be_used_again_and_nothing_is_lost()
    {
        await RunAsync(Failing, request: new() { RunId = "r" });

        var again = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work)), request: new() { RunId = "r" });

        Assert.Equal(2, StoredRun.Read(again.RunFolder).Header.Epoch);
        Assert.Null(again.TracePath);
        var earlier = StoredRun.Read(Path.Combine(again.RunFolder, "earlier", "1"));
        Assert.Equal(RunState.Failed, earlier.Status.Status);
        Assert.True(File.Exists(Path.Combine(earlier.Folder, "trace.zip")));
    }

    [Fact]
    public async Task A_run_that_is_stopped_is_terminated_and_one_whose_time_is_up_is_timeout()
    {
        using var stop = new CancellationTokenSource();
        var stopped = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), _ => stop.CancelAsync())), cancellationToken: stop.Token);
        var late = await RunAsync(
            new ScriptedPlaybook(new ScriptedStep(Info(1), _ => new TaskCompletionSource().Task)), Options with { Timeout = TimeSpan.FromMilliseconds(50) });

        Assert.Equal((RunState.Terminated, ErrorCode.RunTerminated), StateOf(stopped));
        Assert.Equal((RunState.Timeout, ErrorCode.Timeout), StateOf(late));
    }

    [Theory]
    [InlineData("Order 9", 1, true)]
    [InlineData(null, null, true)]
    [InlineData("Order 8", null, false)]
    [InlineData("Order 9", 2, false)]
    public async Task A_failure_that_is_wanted_is_told_from_another(string? part, int? atStep, bool met)
    {
        var step = new ScriptedStep(Info(1, FailurePolicy.Abort), Fail("No.")) { SaysOnFailure = "Order 9 was not found" };

        var run = await RunAsync(new ScriptedPlaybook(step), request: new() { Expectation = new() { Failure = new(part, atStep) } });

        Assert.Equal(Outcome.Failed, run.Outcome);
        var stored = StoredRun.Read(run.RunFolder);
        Assert.Equal((met, met), (stored.End!.FailedAsExpected, stored.Status.FailedAsExpected));
        Assert.Equal(met, (await File.ReadAllTextAsync(run.ReportPath!)).Contains("Failed as expected", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_says_what_differs_from_the_last_run_of_its_case_that_passed()
    {
        ScriptedPlaybook Reading(string status, Func<IPage, Task> then) =>
            new(new ScriptedReading<string>(Info(1, storeAs: "status"), _ => Task.FromResult(status)), new ScriptedStep(Info(2, FailurePolicy.Abort), then));
        var passed = await RunAsync(Reading("Open", Work), request: new() { Case = "open" });
        await RunAsync(Reading("Lost", Work), request: new() { Case = "another" });

        var first = await RunAsync(Reading("Shut", Fail("No.")), request: new() { Case = "new" });
        var run = await RunAsync(Reading("Shut", Fail("No.")), request: new() { Case = "open" });

        Assert.Null(first.Failure!.LastPassed);
        Assert.Equal(passed.RunFolder, run.Failure!.LastPassed!.Folder);
        var difference = Assert.Single(run.Failure.Differences);
        Assert.Equal((1, "result", "Open", "Shut"), (difference.Step, difference.What, difference.LastPassed, difference.Now));
        Assert.Contains("Shut", run.Report, StringComparison.Ordinal);
        Assert.Equal(run.Failure.Differences, StoredRun.Read(run.RunFolder).End!.Failure!.Differences);
    }

    [Theory]
    [InlineData(TraceMode.OnFailure, true, false)]
    [InlineData(TraceMode.OnFailure, false, true)]
    [InlineData(TraceMode.Always, true, true)]
    [InlineData(TraceMode.Never, false, false)]
    public async Task A_trace_is_kept_as_asked_for(TraceMode mode, bool passes, bool kept)
    {
        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1, FailurePolicy.Abort), passes ? Work : Fail("No."))), Options with { Trace = mode });

        Assert.Equal(kept, run.TracePath is not null);
        Assert.Equal(kept, File.Exists(Path.Combine(run.RunFolder, "trace.zip")));
        Assert.Equal(kept && !passes, run.Report.Contains("trace.zip", StringComparison.Ordinal));
        Assert.Empty(run.EvidenceProblems);
    }

    private static (RunState State, ErrorCode? Code) StateOf(PlaybookResult run)
    {
        var status = StoredRun.Read(run.RunFolder).Status;
        return (status.Status, status.Error?.Code);
    }

    /// <summary>Looks at what is stored when the page is closed.</summary>
    private sealed class WatchedSource(IPage page, string root) : RunPage
    {
        public bool ClosingFails { get; init; }

        public List<(StoredRun Run, bool TraceIsThere)> Seen { get; } = [];

        public override Task<IBrowserContext> OpenContextAsync(RunGuard guard, BrowserSettings settings) => Task.FromResult(page.Context);

        public override Task<IPage> OpenPageAsync() => Task.FromResult(page);

        public override Task CloseAsync()
        {
            var folder = Path.Combine(root, "r");
            Seen.Add((StoredRun.Read(folder), File.Exists(Path.Combine(folder, "trace.zip"))));
            return ClosingFails ? throw new InvalidOperationException("The page does not close.") : Task.CompletedTask;
        }
    }
}
