using Playbooks.Steps;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

/// <summary>Rules 4 and 5 of failure: recovery takes over all that remains and never decides the verdict.</summary>
public sealed class FailureRule4_RecoveryTests(Chromium chromium) : RunnerTest(chromium)
{
    [Fact]
    public async Task A_recovery_whose_every_verify_holds_is_recovered_and_never_a_plain_pass()
    {
        var failing = new ScriptedStep(Info(2, FailurePolicy.LlmRecover), Fail("The button is gone.")) { Expects = Title("Cancelled") };
        var after = new ScriptedStep(Info(3), Work) { Expects = new() { TextOnPage = "Order 12345", Timeout = TimeSpan.FromMilliseconds(50) } };

        var run = await RecoverAsync(Done("Cancelled"), new ScriptedStep(Info(1), Work), failing, after);

        Assert.Equal(Outcome.Recovered, run.Outcome);
        Assert.Null(run.Error);
        Assert.Equal([Outcome.Passed, Outcome.Recovered, Outcome.Recovered], run.Steps.Select(step => step.Outcome));
        Assert.Equal([false, true, true], run.Steps.Select(step => step.TakenOver));
        Assert.Equal(0, after.Acted);
        Assert.Equal(2, failing.Acted);
        Assert.Equal([2, 3], run.Recovery!.Verified.Select(step => step.Info.Number));
    }

    [Fact]
    public async Task The_failed_steps_tries_are_kept_and_its_check_comes_last()
    {
        var run = await RecoverAsync(Done("Cancelled"), new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("No.")) { Expects = Title("Cancelled") });

        var attempts = run.Steps[0].Attempts;
        Assert.Equal([1, 2, 3], attempts.Select(attempt => attempt.Number));
        Assert.Equal([false, false, false], attempts.Select(attempt => attempt.Acted));
        Assert.Equal([false, false, true], attempts.Select(attempt => attempt.Passed));
        Assert.True(Assert.Single(attempts[2].Expectations).Held);
    }

    [Fact]
    public async Task A_verify_of_the_failed_step_that_does_not_hold_fails_the_recovery()
    {
        var run = await RecoverAsync(
            Done("Something else"),
            new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("No.")) { Expects = Title("Cancelled"), SaysOnFailure = "It was not cancelled" },
            new ScriptedStep(Info(2), Work));

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.Equal(ErrorCode.RecoveryFailed, run.ErrorCode);
        Assert.StartsWith("Step 1 of 2 (click): It was not cancelled. Recovery failed: Verify did not hold: expect_title_contains", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Recovery!.Verified);
    }

    [Fact]
    public async Task A_verify_of_a_step_that_was_taken_over_that_does_not_hold_fails_the_recovery_and_the_failed_step_stays_last()
    {
        var run = await RecoverAsync(
            Done("Cancelled"),
            new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("No.")) { Expects = Title("Cancelled") },
            new ScriptedStep(Info(2), Work) { Expects = Title("Shipped"), Says = "Ship it" },
            new ScriptedStep(Info(3), Work));

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.StartsWith("Step 1 of 3 (click): No. Recovery failed: Step 2 of 3 (Ship it): Verify did not hold: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.FailedStep!.Info.Number);
        Assert.Equal([Outcome.Recovered, Outcome.Failed], run.Recovery!.Verified.Select(step => step.Outcome));
    }

    [Fact]
    public async Task Promised_values_come_from_the_agent_as_their_types()
    {
        var run = await RecoverAsync(
            Done("Cancelled", ("count", "12"), ("status", "Closed")),
            new ScriptedReading<int>(Info(1, FailurePolicy.LlmRecover, "count"), _ => throw new PlaybookException(ErrorCode.StepFailed, "No.")),
            new ScriptedReading<string>(Info(2, storeAs: "status"), _ => throw new InvalidOperationException("not acted")));

        Assert.Equal(Outcome.Recovered, run.Outcome);
        Assert.Equal(12, run.Outputs.Count);
        Assert.Equal("Closed", run.Outputs.Status);
        Assert.Equal(["12", "Closed"], run.Steps.Select(step => step.Output));
    }

    [Theory]
    [InlineData(null, "The agent returned no value for count.")]
    [InlineData("a dozen", "\"a dozen\"")]
    public async Task A_promised_value_that_is_missing_or_does_not_fit_fails_the_recovery(string? value, string why)
    {
        (string, string)[] values = value is null ? [] : [("count", value)];

        var run = await RecoverAsync(
            Done("Cancelled", values),
            new ScriptedReading<int>(Info(1, FailurePolicy.LlmRecover, "count"), _ => throw new PlaybookException(ErrorCode.StepFailed, "No.")));

        Assert.Equal(ErrorCode.RecoveryFailed, run.ErrorCode);
        Assert.Contains("Recovery failed: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
        Assert.Null(run.Outputs.Count);
    }

    [Fact]
    public async Task A_recovery_writes_down_what_it_did_instead()
    {
        var agent = new ScriptedAgent(_ => Task.FromResult(new RecoveryResult { Done = true, Actions = [new("click", "text=Cancel it", null)] }));

        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("No."))), Options with { Recovery = agent });

        Assert.Equal(new RecoveryAction("click", "text=Cancel it", null), Assert.Single(run.Recovery!.Actions));
        Assert.Equal(RecoveryStatus.Succeeded, run.Recovery.Status);
    }

    [Fact]
    public async Task The_agent_is_told_what_failed_what_remains_and_what_is_known()
    {
        var agent = new ScriptedAgent(_ => Task.FromResult(new RecoveryResult { Done = true }));
        var failing = new ScriptedStep(Info(2, FailurePolicy.LlmRecover), Fail("technical hunter2")) { SaysOnFailure = "It is shut" };
        var playbook = new ScriptedPlaybook(new ScriptedReading<string>(Info(1, storeAs: "status"), _ => Task.FromResult("Open")), failing, new ScriptedStep(Info(3), Work))
        {
            Given = [new("order_id", "12345"), new("password", "hunter2") { Secret = true }],
        };

        await RunAsync(playbook, Options with { Recovery = agent, BaseUrl = "http://app.test", RunId = "r1" });

        var request = Assert.Single(agent.Asked);
        Assert.Same(failing, request.FailedStep);
        Assert.Equal("It is shut", request.Error);
        Assert.Equal("technical ***", request.Cause);
        Assert.Equal(2, request.Attempts.Count);
        Assert.Equal([3], request.RemainingSteps.Select(step => step.Number));
        Assert.Equal(["order_id=12345", "password=***", "base_url=http://app.test", "run_id=r1", "status=Open"], request.Values.Select(value => $"{value.Name}={value.Text}"));
        Assert.Equal("hunter2", request.Secrets["password"].Reveal());
        Assert.Contains("line 7", request.SourceText, StringComparison.Ordinal);
        Assert.Same(Page, request.Page);
    }

    [Fact]
    public async Task Rule_5_Both_errors_are_told_where_the_agent_gives_up()
    {
        var agent = new ScriptedAgent(_ => Task.FromResult(new RecoveryResult { Done = false, Why = "There is no cancel button." }));

        var run = await RunAsync(
            new ScriptedPlaybook(new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("technical")) { SaysOnFailure = "It is shut" }),
            Options with { Recovery = agent });

        Assert.Equal("Step 1 of 1 (click): It is shut. Recovery failed: There is no cancel button.", run.Error);
        Assert.Equal("technical\nRecovery failed: There is no cancel button.", run.Cause);
        Assert.Equal(ErrorCode.RecoveryFailed, run.ErrorCode);
        Assert.Equal(RecoveryStatus.Failed, run.Recovery!.Status);
    }

    [Fact]
    public async Task Rule_5_An_agent_that_throws_has_failed()
    {
        var agent = new ScriptedAgent(_ => Task.FromException<RecoveryResult>(new IOException("Connection reset")));

        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("No."))), Options with { Recovery = agent });

        Assert.Equal("Step 1 of 1 (click): No. Recovery failed: The agent failed: Connection reset", run.Error);
    }

    [Fact]
    public async Task Rule_5_An_agent_that_gives_nothing_has_failed()
    {
        var run = await RecoverAsync(_ => Task.FromResult<RecoveryResult>(null!), new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("No.")));

        Assert.Equal("Step 1 of 1 (click): No. Recovery failed: The agent returned no result.", run.Error);
    }

    [Fact]
    public async Task Rule_5_Tokens_of_every_try_and_of_recovery_are_counted()
    {
        var agent = new ScriptedAgent(_ => Task.FromResult(new RecoveryResult { Done = true, Values = new Dictionary<string, string> { ["status"] = "x" }, InputTokens = 1000, OutputTokens = 100 }));
        var step = new ScriptedReading<string>(Info(1, FailurePolicy.LlmRecover, "status"), context =>
        {
            context.Answers.Add(new("no", 10, 1));
            throw new PlaybookException(ErrorCode.LlmError, "No.");
        });

        var run = await RunAsync(new ScriptedPlaybook(step), Options with { Recovery = agent });

        Assert.Equal([10L, 10, 0], run.Steps[0].Attempts.Select(attempt => attempt.InputTokens));
        Assert.Equal((20L, 2L), (run.Steps[0].InputTokens, run.Steps[0].OutputTokens));
        Assert.Equal((1020L, 102L), (run.InputTokens, run.OutputTokens));
    }

    [Fact]
    public async Task Listeners_hear_of_taken_over_steps_when_the_recovery_is_decided()
    {
        await RecoverAsync(Done("Cancelled"), new ScriptedStep(Info(1, FailurePolicy.LlmRecover, attempts: 1), Fail("No.")), new ScriptedStep(Info(2), Work));

        Assert.Equal(
            [
                "run cancel_order starts:",
                "step 1/2 starts:",
                "step 1 try 1 failed for good: No.",
                "step 1 ends: Recovered",
                "step 2/2 starts:",
                "step 2 ends: Recovered",
                "run ends: Recovered",
            ],
            Listener.Told.Select(line => line.TrimEnd()));
    }

    [Fact]
    public async Task Code_that_throws_during_a_recovery_fails_it_and_the_failed_step_stays_last()
    {
        var playbook = new ScriptedPlaybook(new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("No.")), new ScriptedStep(Info(2), Work))
        {
            Throws = (2, new InvalidOperationException("No such binding")),
        };

        var run = await RunAsync(playbook, Options with { Recovery = new ScriptedAgent(_ => Task.FromResult(new RecoveryResult { Done = true })) });

        Assert.Equal("Step 1 of 2 (click): No. Recovery failed: No such binding", run.Error);
        Assert.Equal(Outcome.Failed, Assert.Single(run.Steps).Outcome);
    }

    private static Func<RecoveryRequest, Task<RecoveryResult>> Done(string title, params (string Name, string Text)[] values) => async request =>
    {
        await SetTitle(title)(request.Page);
        return new() { Done = true, Values = values.ToDictionary(value => value.Name, value => value.Text) };
    };

    private Task<PlaybookResult<ScriptedOutputs>> RecoverAsync(Func<RecoveryRequest, Task<RecoveryResult>> recover, params Step[] steps) =>
        RunAsync(new ScriptedPlaybook(steps), Options with { Recovery = new ScriptedAgent(recover) });
}
