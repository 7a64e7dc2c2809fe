using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

/// <summary>Rule 1 of failure: how often is tried, and what is done again.</summary>
public sealed class FailureRule1_TriesTests(Chromium chromium) : RunnerTest(chromium)
{
    [Fact]
    public async Task Abort_tries_once_and_does_not_wait()
    {
        var step = new ScriptedStep(Info(1, FailurePolicy.Abort, attempts: 5), Fail("No."));

        var run = await RunAsync(step);

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.Equal(1, step.Acted);
        Assert.Single(run.Steps[0].Attempts);
        Assert.Empty(Time.Waited);
    }

    [Fact]
    public async Task Retry_tries_a_second_time_after_one_second_by_default()
    {
        var step = new ScriptedStep(new() { Number = 1, Path = "1", Action = "click", Location = new(1, 1, 1, 2), OnFailure = FailurePolicy.Retry }, Fail("No."));

        var time = new JumpingTime(TimeSpan.FromSeconds(1));

        await RunAsync(new ScriptedPlaybook(step), Options with { TimeProvider = time });

        Assert.Equal(2, step.Acted);
        Assert.Equal([TimeSpan.FromSeconds(1)], time.Waited);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, 3)]
    public async Task Attempts_counts_all_tries_and_the_delay_lies_between_them(int attempts, int delays)
    {
        var step = new ScriptedStep(Info(1, attempts: attempts), Fail("No."));

        var run = await RunAsync(step);

        Assert.Equal(attempts, step.Acted);
        Assert.Equal(attempts, run.Steps[0].Attempts.Count);
        Assert.Equal(Enumerable.Repeat(Delay, delays), Time.Waited);
    }

    [Fact]
    public async Task No_step_is_tried_again_that_passed()
    {
        var step = new ScriptedStep(Info(1), Work);

        var run = await RunAsync(step);

        Assert.Equal(1, step.Acted);
        Assert.Equal(Outcome.Passed, run.Outcome);
    }

    [Fact]
    public async Task No_step_is_run_after_one_that_failed()
    {
        var after = new ScriptedStep(Info(2), Work);

        await RunAsync(new ScriptedStep(Info(1), Fail("No.")), after);

        Assert.Equal(0, after.Acted);
    }

    [Fact]
    public async Task Llm_recover_without_an_agent_fails_as_retry_does_and_says_that_there_is_none()
    {
        var step = new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("The button is gone."));

        var run = await RunAsync(step);

        Assert.Equal(2, step.Acted);
        Assert.Equal("Step 1 of 1 (click): The button is gone.", run.Error);
        Assert.Equal(ErrorCode.StepFailed, run.ErrorCode);
        Assert.Equal(RecoveryStatus.NoAgent, run.Recovery!.Status);
        Assert.Contains("No recovery agent was configured.", run.Report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_does_not_call_an_agent()
    {
        var agent = new ScriptedAgent();

        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Fail("No."))), Options with { Recovery = agent });

        Assert.Empty(agent.Asked);
        Assert.Null(run.Recovery);
    }

    [Fact]
    public async Task An_action_that_worked_is_not_repeated_where_its_verify_holds_at_the_next_try()
    {
        var step = new ScriptedStep(Info(1), Work) { Expects = Title("Cancelled") };
        var listener = new OnAttemptFailedDo(() => Page.EvaluateAsync("document.title = 'Cancelled'").GetAwaiter().GetResult());

        var run = await RunAsync(new ScriptedPlaybook(step), Options with { Listeners = [listener] });

        Assert.Equal(1, step.Acted);
        Assert.Equal(Outcome.Flaky, run.Outcome);
        Assert.Equal([true, false], run.Steps[0].Attempts.Select(attempt => attempt.Acted));
        Assert.Equal([false, true], run.Steps[0].Attempts.Select(attempt => attempt.Passed));
    }

    [Fact]
    public async Task An_action_that_worked_is_repeated_where_its_verify_still_fails()
    {
        var step = new ScriptedStep(Info(1), Work, SetTitle("Cancelled")) { Expects = Title("Cancelled") };

        var run = await RunAsync(step);

        Assert.Equal(2, step.Acted);
        Assert.Equal(Outcome.Flaky, run.Outcome);
        Assert.Equal([true, true], run.Steps[0].Attempts.Select(attempt => attempt.Acted));
    }

    [Fact]
    public async Task An_action_that_failed_is_repeated_though_its_verify_would_hold()
    {
        var step = new ScriptedStep(Info(1), Fail("No."), Work) { Expects = Title("Orders") };

        var run = await RunAsync(step);

        Assert.Equal(2, step.Acted);
        Assert.Equal(Outcome.Flaky, run.Outcome);
    }

    [Fact]
    public async Task The_value_of_an_action_that_worked_is_kept_while_its_verify_is_asked_again()
    {
        var step = new ScriptedReading<int>(Info(1, storeAs: "count"), _ => Task.FromResult(7)) { Expects = Title("Cancelled") };
        var listener = new OnAttemptFailedDo(() => Page.EvaluateAsync("document.title = 'Cancelled'").GetAwaiter().GetResult());

        var run = await RunAsync(new ScriptedPlaybook(step), Options with { Listeners = [listener] });

        Assert.Equal(1, step.Acted);
        Assert.Equal(7, run.Outputs.Count);
    }

    [Fact]
    public async Task An_action_that_never_ends_is_ended_and_tried_again()
    {
        var never = new TaskCompletionSource();
        var time = new JumpingTime(Delay, TimeSpan.FromSeconds(25));
        var step = new ScriptedStep(Info(1), _ => never.Task, Work);

        var run = await RunAsync(new ScriptedPlaybook(step), Options with { TimeProvider = time });

        Assert.Equal(Outcome.Flaky, run.Outcome);
        Assert.Equal(2, step.Acted);
        var hung = run.Steps[0].Attempts[0];
        Assert.Equal(ErrorCode.StepFailed, hung.ErrorCode);
        Assert.StartsWith("The action did not finish within 10 s.\nTimeoutException: ", hung.Cause, StringComparison.Ordinal);
    }

    private sealed class OnAttemptFailedDo(Action action) : IStepListener
    {
        public void OnAttemptFailed(AttemptFailed failed) => action();
    }
}
