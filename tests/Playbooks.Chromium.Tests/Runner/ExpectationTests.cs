using System.Xml.Linq;
using Playbooks.Reports;
using Playbooks.Shared;
using Playbooks.Steps;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

/// <summary>What a case expects is judged inside its run: for each way that a case can end, everything that is written of it says the same.</summary>
public sealed class ExpectationTests(Chromium chromium) : RunnerTest(chromium)
{
    private const Outcome Any = Outcome.Passed | Outcome.Flaky | Outcome.Recovered;

    // How the run goes by itself, what is expected of it, and what must be said of it: whether its test is green, the verdict, and part of the error.
    private static readonly Dictionary<string, Ending> Endings = new()
    {
        ["passes"] = new(Go.Passes, new(), "Passed"),
        ["passes with its outputs"] = new(Go.Passes, new() { Outputs = [new("status", "Open"), new("count", 7)] }, "Passed"),
        ["output is wrong"] = new(Go.Passes, new() { Outputs = [new("status", "Shut"), new("count", 7)] }, "Failed", "Case \"c\": The output status is expected to be \"Shut\", but it is \"Open\"."),
        ["two outputs are wrong"] = new(Go.Passes, new() { Outputs = [new("status", "Shut"), new("count", 8)] }, "Failed", "The output count is expected to be 8, but it is 7."),
        ["output is missing"] = new(Go.Passes, new() { Outputs = [new("other", "Open")] }, "Failed", "The output other is expected to be \"Open\", but nothing was stored."),
        ["failure does not come"] = new(Go.Passes, new() { Failure = new("Order 9") }, "Failed", "The run is expected to fail with \"Order 9\", but its outcome is passed."),
        ["failure of any kind does not come"] = new(Go.Flaky, new() { Failure = new() }, "Failed", "The run is expected to fail, but its outcome is flaky."),
        ["failure comes"] = new(Go.Fails, new() { Failure = new("Order 9", 3) }, "Failed as expected"),
        ["failure comes, an output is wrong"] = new(Go.Fails, new() { Failure = new("Order 9"), Outputs = [new("status", "Shut")] }, "Failed", "The output status is expected to be \"Shut\", but it is \"Open\"."),
        ["failure has another text"] = new(Go.Fails, new() { Failure = new("Order 8") }, "Failed", "The run is expected to fail with \"Order 8\", but it failed with \"Order 9 was not found\"."),
        ["failure comes at another step"] = new(Go.Fails, new() { Failure = new("Order 9", 1) }, "Failed", "The run is expected to fail with \"Order 9\" at step 1, but it failed at step 3."),
        ["fails unexpectedly"] = new(Go.Fails, new() { Outputs = [new("status", "Open")] }, "Failed", "Step 3 of 3 (click): Order 9 was not found"),
        ["is flaky"] = new(Go.Flaky, new(), "Flaky"),
        ["flaky is refused"] = new(Go.Flaky, new() { Accept = Outcome.Passed }, "Failed", "The outcome is expected to be passed, but it is flaky: step 3 needed more than one attempt."),
        ["recovered is refused"] = new(Go.Recovered, new(), "Failed", "The outcome is expected to be passed or flaky, but it is recovered: a recovery agent completed it."),
        ["recovered is accepted"] = new(Go.Recovered, new() { Accept = Any }, "Recovered"),
        ["suite refuses flaky"] = new(Go.Flaky, new(), "Failed", "The run is flaky: step 3 needed more than one attempt.") { FailOn = FailOn.Flaky },
        ["suite refuses recovered"] = new(Go.Recovered, new() { Accept = Any }, "Failed", "The run is recovered: a recovery agent completed it.") { FailOn = FailOn.Recovered },
        ["suite refuses drift"] = new(Go.Drifts, new(), "Failed", "The run has drift: step 3 found its element by #cancel instead of its primary selector.") { FailOn = FailOn.Drift },
        ["suite refuses drift of a run that fails as expected"] = new(Go.DriftsAndFails, new() { Failure = new("Order 9") }, "Failed", "The run has drift: step 3") { FailOn = FailOn.Drift },
        ["drift is no failure by itself"] = new(Go.Drifts, new(), "Passed") { FailOn = FailOn.Flaky | FailOn.Recovered },
    };

    public static TheoryData<string> Names => [.. Endings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Everything_that_is_written_of_a_run_says_the_same(string name)
    {
        var ending = Endings[name];
        var isGreen = ending.Error is null;

        var run = await RunAsync(ending);

        // What the generated test asserts.
        Assert.Equal(isGreen, run is not { Outcome: Outcome.Failed, FailedAsExpected: not true });
        Assert.Contains(ending.Error ?? string.Empty, run.Error ?? string.Empty, StringComparison.Ordinal);
        Assert.Equal(ending.Expects.Failure is null ? null : isGreen, run.FailedAsExpected);

        var stored = StoredRun.Read(run.RunFolder);
        Assert.Equal((run.Outcome, run.Outcome), (stored.End!.Outcome, stored.Status.Result));
        Assert.Equal((run.FailedAsExpected, run.FailedAsExpected), (stored.End.FailedAsExpected, stored.Status.FailedAsExpected));
        Assert.Equal(run.ErrorCode, stored.Status.Error?.Code);

        var output = new StringWriter();
        var settings = new ReportOptions { JUnitPath = Path.Combine(OutputRoot, "junit.xml"), GitHub = new(null, Path.Combine(OutputRoot, "summary.md")), Output = output };
        Assert.Empty(await new RunReports(settings).WriteAsync(stored));
        var suite = XDocument.Load(settings.JUnitPath!).Root!.DescendantsAndSelf("testsuite").Single();
        Assert.Equal(isGreen ? ("0", "0") : ("1", "0"), ((string?)suite.Attribute("failures"), (string?)suite.Attribute("errors")));
        Assert.Equal(isGreen ? 0 : 1, suite.Descendants("failure").Count());
        Assert.Equal(!isGreen, (await File.ReadAllTextAsync(settings.GitHub!.SummaryPath!)).Contains('❌', StringComparison.Ordinal));
        Assert.Equal(!isGreen, output.ToString().StartsWith("::error ", StringComparison.Ordinal));
        Assert.Contains($"<title>{ending.Word} · ", await File.ReadAllTextAsync(run.ReportPath!), StringComparison.Ordinal);
        Assert.Contains($"1 of 1 run".Replace("1 of", isGreen ? "1 of" : "0 of", StringComparison.Ordinal), await File.ReadAllTextAsync(Path.Combine(OutputRoot, "index.html")), StringComparison.Ordinal);
        Assert.Equal(isGreen && ending.Word is "Passed" or "Flaky", Directory.Exists(Path.Combine(OutputRoot, ".last-green")));
    }

    [Fact]
    public async Task Expectation_that_is_not_met_is_shown_like_any_other_failure()
    {
        var run = await RunAsync(Endings["output is wrong"]);

        Assert.Equal(ErrorCode.VerificationFailed, run.ErrorCode);
        Assert.Contains("cancel_order.playbook.yaml:15:5", run.Report, StringComparison.Ordinal);
        Assert.Contains("> 15 | line 15", run.Report, StringComparison.Ordinal);
        Assert.Contains("outputs.status", run.Report, StringComparison.Ordinal);
        Assert.Contains(run.TracePath!, run.Report, StringComparison.Ordinal);
        Assert.True(File.Exists(run.Failure!.ScreenshotPath));
        Assert.Equal("Orders", run.Failure.Title);
        Assert.Contains("::error file=/shop/cancel_order.playbook.yaml,line=15,", await AnnotateAsync(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expectation_in_a_row_of_a_CSV_file_is_shown_there()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 20).Select(number => $"row {number}"));
        var expects = new RunExpectation { Outputs = [new("status", "Shut")], Source = new("/shop/orders.cases.csv", () => rows) };

        var run = await RunAsync(new Ending(Go.Passes, expects, "Failed"));

        Assert.Contains("/shop/orders.cases.csv:15:5", run.Report, StringComparison.Ordinal);
        Assert.Contains("> 15 | row 15", run.Report, StringComparison.Ordinal);
        Assert.Equal(("/shop/orders.cases.csv", 15), (StoredRun.Read(run.RunFolder).Status.Error!.Details!.File, StoredRun.Read(run.RunFolder).Status.Error!.Details!.Line));
        Assert.Contains("::error file=/shop/orders.cases.csv,line=15,", await AnnotateAsync(run), StringComparison.Ordinal);
        Assert.Contains("<p class=\"place\">/shop/orders.cases.csv:15:5</p>", await File.ReadAllTextAsync(run.ReportPath!), StringComparison.Ordinal);
        var junit = Path.Combine(OutputRoot, "junit.xml");
        await new RunReports(new() { JUnitPath = junit }).WriteAsync(StoredRun.Read(run.RunFolder));
        Assert.Equal(["/shop/orders.cases.csv"], XDocument.Load(junit).Descendants("testcase").Where(test => test.Element("failure") is not null).Select(test => (string?)test.Attribute("file")));
    }

    [Fact]
    public async Task Start_page_that_fails_as_expected_is_as_expected()
    {
        await Page.RouteAsync("http://app.test/**", route => route.FulfillAsync(new() { Status = 500 }));
        var playbook = new ScriptedPlaybook(new ScriptedStep(Info(1), Work)) { BaseUrl = "http://app.test", StartUrl = "/" };

        var met = await RunAsync(playbook, request: new() { Expectation = new() { Failure = new("HTTP status 500") } });
        var unmet = await RunAsync(playbook, request: new() { Expectation = new() { Failure = new("HTTP status 404") } });

        Assert.Equal((true, false), (met.FailedAsExpected, unmet.FailedAsExpected));
        Assert.Contains("The run is expected to fail with \"HTTP status 404\"", unmet.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_that_was_stopped_did_not_fail_as_expected()
    {
        using var stop = new CancellationTokenSource();
        var step = new ScriptedStep(Info(1), async _ => await stop.CancelAsync());

        var run = await RunAsync(new ScriptedPlaybook(step, new ScriptedStep(Info(2), Work)), request: new() { Expectation = new() { Failure = new() } }, cancellationToken: stop.Token);

        Assert.Equal((false, ErrorCode.RunTerminated), (run.FailedAsExpected, run.ErrorCode));
    }

    [Fact]
    public async Task Secret_of_an_expected_output_is_not_shown()
    {
        var playbook = new ScriptedPlaybook(Reading()) { Given = [new("word", "hunter2-hunter2") { Secret = true }] };

        var run = await RunAsync(playbook, request: new() { Expectation = new() { Outputs = [new("status", "hunter2-hunter2")] } });

        Assert.Contains("expected to be \"***\"", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", run.Report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", FailOn.None)]
    [InlineData("flaky", FailOn.Flaky)]
    [InlineData(" drift, recovered ,", FailOn.Drift | FailOn.Recovered)]
    public void Environment_says_what_makes_runs_fail(string text, FailOn expected) =>
        Assert.Equal(expected, FailOnWords.From(new(), name => name == "PLAYBOOKS_FAIL_ON" ? text : null));

    [Fact]
    public void Unknown_word_in_the_environment_is_refused_and_the_options_take_precedence()
    {
        var error = Assert.Throws<PlaybookException>(() => FailOnWords.From(new(), _ => "flakey"));

        Assert.Equal(ErrorCode.InvalidRequest, error.Code);
        Assert.Equal("The environment variable PLAYBOOKS_FAIL_ON contains the unknown word 'flakey'. Set it to any of flaky, recovered, drift, separated by commas, or remove it.", error.Message);
        Assert.Equal(FailOn.None, FailOnWords.From(new() { FailOn = FailOn.None }, _ => "flaky"));
    }

    private static async Task<string> AnnotateAsync(PlaybookResult run)
    {
        var output = new StringWriter();
        await new RunReports(new() { GitHub = new(null, null), Output = output }).WriteAsync(StoredRun.Read(run.RunFolder));
        return output.ToString();
    }

    private static ScriptedReading<string> Reading() => new(Info(1, storeAs: "status"), static _ => Task.FromResult("Open"));

    private async Task<PlaybookResult> RunAsync(Ending ending)
    {
        ScriptedReading<int> count = new(Info(2, storeAs: "count"), static _ => Task.FromResult(7));
        Step last = ending.Go switch
        {
            Go.Fails => new ScriptedStep(Info(3, FailurePolicy.Abort), Fail("No.")) { SaysOnFailure = "Order 9 was not found" },
            Go.Flaky => new ScriptedStep(Info(3), Fail("No."), Work),
            Go.Recovered => new ScriptedStep(Info(3, FailurePolicy.LlmRecover), Fail("No.")) { Expects = Title("Orders") },
            Go.Drifts => new Drifting(fails: false),
            Go.DriftsAndFails => new Drifting(fails: true),
            _ => new ScriptedStep(Info(3), Work),
        };
        var options = Options with
        {
            FailOn = ending.FailOn,
            Recovery = new ScriptedAgent(),
        };
        return await RunAsync(new ScriptedPlaybook(Reading(), count, last), options, new() { Case = "c", Expectation = ending.Expects with { Location = new(15, 5, 15, 9) } });
    }

    private enum Go
    {
        Passes,
        Fails,
        Flaky,
        Recovered,
        Drifts,
        DriftsAndFails,
    }

    private sealed record Ending(Go Go, RunExpectation Expects, string Word, string? Error = null)
    {
        public FailOn FailOn { get; init; }
    }

    private sealed class Drifting : Step
    {
        private readonly bool fails;

        public Drifting(bool fails)
            : base(Info(3, FailurePolicy.Abort) with { Timeout = TimeSpan.FromSeconds(15) })
        {
            this.fails = fails;
            FailureMessage = fails ? "Order 9 was not found" : null;
        }

        public override SelectorChain Selector => new("#stale", "#cancel");

        internal override ActionFacts Facts => ActionFacts.Hover;

        internal override async Task<object?> ActAsync(StepContext context)
        {
            await context.ResolveAsync(Selector, Playbooks.Resolution.ElementRequirement.Visible);
            return fails ? throw new PlaybookException(ErrorCode.StepFailed, "No.") : null;
        }
    }
}
