using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

/// <summary>A failure of an optional step is a warning.</summary>
public sealed class OptionalTests(Chromium chromium) : RunnerTest(chromium)
{
    [Fact]
    public async Task Run_goes_on_after_an_optional_step_that_failed_and_says_so()
    {
        var next = new ScriptedStep(Info(2), Work);

        var run = await RunAsync(new ScriptedStep(Info(1) with { Optional = true }, Fail("There is no banner.")), next);

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.Equal([(Outcome.Failed, true), (Outcome.Passed, false)], run.Steps.Select(step => (step.Outcome, step.IsWarning)));
        Assert.Equal((null, 1), (run.FailedStep, next.Acted));
        var note = Assert.Single(run.Notes, note => note.Topic == "optional");
        Assert.Equal(("1", "The optional step 1 failed, and the run continued: There is no banner."), (note.Path, note.Message));
        var page = await File.ReadAllTextAsync(run.ReportPath!);
        Assert.Contains("Every step that is not optional passed on the first attempt. Optional and failed: step 1.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Optional_steps_that_fail_never_end_the_run_however_many_there_are()
    {
        var next = new ScriptedStep(Info(5), Work);

        var run = await RunAsync([.. Enumerable.Range(1, 4).Select(number => new ScriptedStep(Info(number) with { Optional = true }, Fail("No."))), next]);

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.Equal([2, 2, 2, 2, 1], run.Steps.Select(step => step.Attempts.Count));
    }

    [Fact]
    public async Task Soft_checks_that_fail_never_end_the_run_before_its_end()
    {
        var run = await RunAsync([.. Enumerable.Range(1, 4).Select(number => new ScriptedStep(Info(number), Work) { Expects = Title("Never") with { Soft = true } })]);

        Assert.Equal((ErrorCode.VerificationFailed, 1), (run.ErrorCode, run.FailedStep!.Info.Number));
        Assert.Equal([2, 2, 2, 2], run.Steps.Select(step => step.Attempts.Count));
    }

    [Fact]
    public async Task Optional_step_calls_no_agent()
    {
        var agent = new ScriptedAgent();

        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1, FailurePolicy.LlmRecover) with { Optional = true }, Fail("No."))), Options with { Recovery = agent });

        Assert.Empty(agent.Asked);
        Assert.Equal(Outcome.Passed, run.Outcome);
    }

    [Fact]
    public async Task Stop_in_an_optional_step_ends_the_run()
    {
        using var stop = new CancellationTokenSource();
        var next = new ScriptedStep(Info(2), Work);

        var run = await RunAsync(
            new ScriptedPlaybook(new ScriptedStep(Info(1) with { Optional = true }, async _ => await stop.CancelAsync()) { Expects = Title("Never") }, next),
            cancellationToken: stop.Token);

        Assert.Equal((ErrorCode.RunTerminated, 0), (run.ErrorCode, next.Acted));
    }

    [Fact]
    public async Task Recovered_step_is_not_proved_by_an_optional_check_that_failed()
    {
        var run = await RunAsync(
            new ScriptedPlaybook(new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("No.")), new ScriptedStep(Info(2) with { Optional = true }, Work) { Expects = Title("Never") }),
            Options with { Recovery = new ScriptedAgent() });

        Assert.Equal(ErrorCode.RecoveryFailed, run.ErrorCode);
    }
}
