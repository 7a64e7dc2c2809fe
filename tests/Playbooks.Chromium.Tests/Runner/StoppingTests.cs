using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

public sealed class StoppingTests(Chromium chromium) : RunnerTest(chromium)
{
    [Fact]
    public async Task A_run_that_is_stopped_during_a_step_ends_at_once_and_is_not_tried_again()
    {
        using var stop = new CancellationTokenSource();
        var never = new TaskCompletionSource();
        var step = new ScriptedStep(Info(2), async _ =>
        {
            await stop.CancelAsync();
            await never.Task;
        })
        { SaysOnFailure = "Order 999 was not found" };

        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work), step), cancellationToken: stop.Token);

        Assert.Equal(ErrorCode.RunTerminated, run.ErrorCode);
        Assert.Equal("Step 2 of 2 (click): The run was stopped.", run.Error);
        Assert.Equal(1, step.Acted);
        Assert.Equal(2, run.FailedStep!.Info.Number);
    }

    [Fact]
    public async Task A_run_that_is_stopped_between_two_steps_does_not_begin_the_next()
    {
        using var stop = new CancellationTokenSource();
        var next = new ScriptedStep(Info(2), Work);

        var run = await RunAsync(
            new ScriptedPlaybook(new ScriptedStep(Info(1), Work), next), Options with { Listeners = [new StopWhenStepEnded(stop)] }, cancellationToken: stop.Token);

        Assert.Equal(ErrorCode.RunTerminated, run.ErrorCode);
        Assert.Equal(0, next.Acted);
        Assert.Empty(run.FailedStep!.Attempts);
    }

    [Fact]
    public async Task A_run_that_is_stopped_before_it_began_opens_nothing()
    {
        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work)) { StartUrl = "http://app.test" }, cancellationToken: new(canceled: true));

        Assert.Equal(ErrorCode.RunTerminated, run.ErrorCode);
        Assert.Equal("about:blank", Page.Url);
        Assert.Empty(run.Steps);
    }

    [Fact]
    public async Task A_run_that_is_stopped_while_it_waits_for_the_next_try_ends()
    {
        using var stop = new CancellationTokenSource();
        var step = new ScriptedStep(Info(1) with { RetryDelay = TimeSpan.FromHours(1) }, Fail("No."));
        var listener = new StopWhenAttemptFailed(stop);

        var run = await RunAsync(new ScriptedPlaybook(step), Options with { Listeners = [listener] }, cancellationToken: stop.Token);

        Assert.Equal(ErrorCode.RunTerminated, run.ErrorCode);
        Assert.Equal(1, step.Acted);
        Assert.Equal("The run was stopped.\nPlaybookException: No.", run.Cause);
    }

    [Fact]
    public async Task A_run_that_is_stopped_during_recovery_is_stopped_and_not_recovered()
    {
        using var stop = new CancellationTokenSource();
        var agent = new ScriptedAgent(async _ =>
        {
            await stop.CancelAsync();
            return await new TaskCompletionSource<RecoveryResult>().Task;
        });

        var run = await RunAsync(
            new ScriptedPlaybook(new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("No."))), Options with { Recovery = agent }, cancellationToken: stop.Token);

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.Equal(ErrorCode.RunTerminated, run.ErrorCode);
        Assert.Contains("Recovery failed: The run was stopped.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_takes_longer_than_its_time_ends_with_a_timeout()
    {
        var time = new JumpingTime(TimeSpan.FromMinutes(10));
        var never = new TaskCompletionSource();

        var run = await RunAsync(
            new ScriptedPlaybook(new ScriptedStep(Info(1), _ => never.Task)), Options with { TimeProvider = time, Timeout = TimeSpan.FromMinutes(10) });

        Assert.Equal(ErrorCode.Timeout, run.ErrorCode);
        Assert.Contains("The run took longer than 600 s and was stopped.", run.Error, StringComparison.Ordinal);
    }

    private sealed class StopWhenStepEnded(CancellationTokenSource stop) : IStepListener
    {
        public void OnStepEnded(StepResult step) => stop.Cancel();
    }

    private sealed class StopWhenAttemptFailed(CancellationTokenSource stop) : IStepListener
    {
        public void OnAttemptFailed(AttemptFailed failed) => stop.Cancel();
    }
}
