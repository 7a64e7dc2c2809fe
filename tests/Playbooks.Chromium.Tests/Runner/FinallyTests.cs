using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

/// <summary>The steps of <c>finally</c> run whatever happens before.</summary>
public sealed class FinallyTests(Chromium chromium) : RunnerTest(chromium)
{
    [Fact]
    public async Task Finally_runs_after_steps_that_passed()
    {
        var last = Last();

        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work)) { Last = [last] });

        Assert.Equal(Outcome.Passed, run.Outcome);
        Assert.Equal(["1", "finally.1"], run.Steps.Select(step => step.Info.Path));
        Assert.Equal(1, last.Acted);
    }

    [Fact]
    public async Task Finally_runs_after_a_failure_and_the_failure_stays_the_failed_step()
    {
        var last = Last();

        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1, attempts: 1), Fail("No.")), new ScriptedStep(Info(2), Work)) { Last = [last] });

        Assert.Equal("Step 1 of 3 (click): No.", run.Error);
        Assert.Equal(1, run.FailedStep!.Info.Number);
        Assert.Equal(["1", "finally.1"], run.Steps.Select(step => step.Info.Path));
        Assert.Equal(Outcome.Passed, run.Steps[1].Outcome);
    }

    [Fact]
    public async Task Finally_runs_after_the_run_was_stopped()
    {
        var started = new TaskCompletionSource();
        var waiting = new ScriptedStep(Info(1), async page =>
        {
            started.SetResult();
            await Task.Delay(TimeSpan.FromMinutes(5));
        });
        var last = Last();
        var handle = new PlaybookRunner(Options).Start(new ScriptedPlaybook(waiting) { Last = [last] }, PageProvider.From(Page));
        await started.Task;

        await handle.StopAsync("the test has seen enough");
        var run = await handle.Completion;

        Assert.Equal("Step 1 of 2 (click): The run was stopped: the test has seen enough.", run.Error);
        Assert.Equal(ErrorCode.RunTerminated, run.ErrorCode);
        Assert.Equal((1, Outcome.Passed), (last.Acted, run.Steps[^1].Outcome));
    }

    [Fact]
    public async Task Finally_runs_after_the_time_limit_of_the_run()
    {
        var last = Last();

        var run = await RunAsync(
            new ScriptedPlaybook(new ScriptedStep(Info(1), _ => Task.Delay(TimeSpan.FromMinutes(5)))) { Last = [last] },
            Options with { Timeout = TimeSpan.FromSeconds(1), TimeProvider = TimeProvider.System });

        Assert.Equal(ErrorCode.Timeout, run.ErrorCode);
        Assert.Equal(1, last.Acted);
    }

    [Fact]
    public async Task Failure_of_finally_fails_a_run_that_passed()
    {
        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work)) { Last = [Last(Fail("Not logged out."))] });

        Assert.Equal("Step 2 of 2 (click): Not logged out.", run.Error);
        Assert.Equal("finally.1", run.FailedStep!.Info.Path);
    }

    [Fact]
    public async Task Failure_of_finally_is_told_beside_the_first()
    {
        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1, attempts: 1), Fail("No."))) { Last = [Last(Fail("Not logged out."))] });

        Assert.Equal("Step 1 of 2 (click): No. The finally steps also failed: Step 2 of 2 (click): Not logged out.", run.Error);
        Assert.Equal(1, run.FailedStep!.Info.Number);
        Assert.Equal([Outcome.Failed, Outcome.Failed], run.Steps.Select(step => step.Outcome));
    }

    [Fact]
    public async Task Finally_runs_after_a_start_page_that_failed()
    {
        await Page.RouteAsync("http://app.test/**", route => route.FulfillAsync(new() { Status = 503, ContentType = "text/html", Body = "Down" }));
        var (first, last) = (new ScriptedStep(Info(1), Work), Last());

        var run = await RunAsync(new ScriptedPlaybook(first) { StartUrl = "http://app.test/orders", Last = [last] });

        Assert.StartsWith("Opening the start page: ", run.Error, StringComparison.Ordinal);
        Assert.Equal((0, 1), (first.Acted, last.Acted));
        Assert.Equal(["finally.1"], run.Steps.Select(step => step.Info.Path));
        Assert.Null(run.FailedStep);
    }

    [Fact]
    public async Task Failure_of_finally_is_told_wherever_the_first_is()
    {
        const string Sentence = "The finally steps also failed: Step 2 of 2 (click): Not logged out.";

        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1, attempts: 1), Fail("No."))) { Last = [Last(Fail("Not logged out."))] });

        Assert.Contains(Sentence, run.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains(Sentence, run.Report, StringComparison.Ordinal);
        Assert.Contains(Sentence, await File.ReadAllTextAsync(Path.Combine(run.RunFolder, "error-context.md")), StringComparison.Ordinal);
        Assert.Contains(Sentence, System.Net.WebUtility.HtmlDecode(await File.ReadAllTextAsync(run.ReportPath!)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finally_runs_after_a_guardrail_has_ended_the_run_and_is_subject_to_it_too()
    {
        Task Leave(Microsoft.Playwright.IPage page) => page.GotoAsync("http://elsewhere.test/");
        var guardrails = new Playbooks.Guardrails { AllowedDomains = ["app.test"] };

        var kept = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Leave)) { Last = [Last()] }.With(guardrails));
        var left = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work)) { Last = [Last(Leave)] }.With(guardrails));

        Assert.Equal((ErrorCode.GuardrailBlocked, Outcome.Passed), (kept.ErrorCode, kept.Steps[^1].Outcome));
        Assert.Equal((ErrorCode.GuardrailBlocked, "finally.1"), (left.ErrorCode, left.FailedStep!.Info.Path));
    }

    [Fact]
    public async Task Recovery_in_finally_makes_the_run_recovered()
    {
        var last = new ScriptedStep(Info(2, FailurePolicy.LlmRecover) with { Path = "finally.1" }, Fail("No.")) { Expects = Title("Orders") };

        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work)) { Last = [last] }, Options with { Recovery = new ScriptedAgent() });

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
        Assert.Equal(RecoveryStatus.Succeeded, run.Recovery!.Status);
    }

    private static ScriptedStep Last(Func<Microsoft.Playwright.IPage, Task>? act = null) => new(Info(2, attempts: 1) with { Path = "finally.1" }, act ?? Work);
}
