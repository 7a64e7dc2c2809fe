using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

/// <summary>Rule 6 of failure: every attempt is kept, and a run that needed more than one try is flaky.</summary>
public sealed class FailureRule6_OutcomesTests(Chromium chromium) : RunnerTest(chromium)
{
    [Fact]
    public async Task A_run_whose_every_step_passed_at_its_first_try_passed()
    {
        var run = await RunAsync(new ScriptedStep(Info(1), Work), new ScriptedStep(Info(2), Work));

        Assert.Equal(Outcome.Passed, run.Outcome);
        Assert.Null(run.Failure);
        Assert.Null(run.Exception);
        Assert.Equal("", run.Report);
    }

    [Fact]
    public async Task A_step_that_passed_at_its_second_try_says_so_and_its_run_is_flaky()
    {
        var run = await RunAsync(new ScriptedStep(Info(1), Fail("Not yet."), Work), new ScriptedStep(Info(2), Work));

        Assert.Equal(Outcome.Flaky, run.Outcome);
        Assert.Equal([Outcome.Flaky, Outcome.Passed], run.Steps.Select(step => step.Outcome));
        Assert.Equal(["Not yet.", null], run.Steps[0].Attempts.Select(attempt => attempt.Cause));
        Assert.Equal([1, 2], run.Steps[0].Attempts.Select(attempt => attempt.Number));
    }

    [Fact]
    public async Task A_flaky_step_does_not_make_a_failed_run_flaky()
    {
        var run = await RunAsync(new ScriptedStep(Info(1), Fail("Not yet."), Work), new ScriptedStep(Info(2), Fail("No.")));

        Assert.Equal(Outcome.Failed, run.Outcome);
    }

    [Fact]
    public async Task Durations_are_those_of_the_tries_and_the_waiting_between_them()
    {
        var step = new ScriptedStep(Info(1), Slow("Not yet."), Slow(null));

        var run = await RunAsync(step);

        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)], run.Steps[0].Attempts.Select(attempt => attempt.Duration));
        Assert.Equal(TimeSpan.FromSeconds(4) + Delay, run.Steps[0].Duration);
        Assert.Equal(DateTimeOffset.UnixEpoch, run.StartedAt);

        Func<Microsoft.Playwright.IPage, Task> Slow(string? failure) => page =>
        {
            Time.Advance(TimeSpan.FromSeconds(2));
            return failure is null ? Task.CompletedTask : Fail(failure)(page);
        };
    }
}
