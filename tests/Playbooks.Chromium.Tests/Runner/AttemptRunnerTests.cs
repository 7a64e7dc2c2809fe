using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

/// <summary>What one attempt does after a stop, a guardrail, or an earlier attempt.</summary>
public sealed class AttemptRunnerTests(Chromium chromium) : RunnerTest(chromium)
{
    [Fact]
    public async Task Guardrail_that_blocks_during_an_action_is_the_attempts_own_cause_and_nothing_is_verified()
    {
        var step = new ScriptedStep(Info(1, attempts: 3), LeaveAsync) { Expects = Title("Orders") };

        var run = await RunAsync(Guarded(step));

        var attempt = Assert.Single(run.Steps[0].Attempts);
        Assert.Equal(ErrorCode.GuardrailBlocked, attempt.ErrorCode);
        Assert.Contains("allowed_domains", attempt.Cause, StringComparison.Ordinal);
        Assert.Empty(attempt.Expectations);
    }

    [Fact]
    public async Task Guardrail_that_blocks_an_action_that_fails_of_it_is_the_cause()
    {
        var step = new ScriptedStep(
            Info(1),
            async page =>
            {
                await LeaveAsync(page);
                throw new PlaybookException(ErrorCode.StepFailed, "The page is gone.");
            });

        var run = await RunAsync(Guarded(step));

        Assert.Equal(ErrorCode.GuardrailBlocked, Assert.Single(run.Steps[0].Attempts).ErrorCode);
        Assert.Equal(1, step.Acted);
    }

    [Fact]
    public async Task Stop_while_the_verify_is_asked_again_does_not_act_again()
    {
        using var stop = new CancellationTokenSource();
        var step = new ScriptedStep(Info(1, attempts: 3), Work) { Expects = Title("Cancelled") };
        var time = new JumpingTime(Delay);

        var run = await RunAsync(new ScriptedPlaybook(step), Options with { TimeProvider = time, Listeners = [new StopAtSecondLook(time, stop)] }, cancellationToken: stop.Token);

        Assert.Equal(ErrorCode.RunTerminated, run.ErrorCode);
        Assert.Equal(1, step.Acted);
    }

    [Fact]
    public async Task Unsafe_action_is_waited_for_at_every_attempt_that_follows()
    {
        var step = new ScriptedStep(Info(1, attempts: 4), Work) { Expects = Title("Cancelled"), IsSafe = false };

        var run = await RunAsync(step);

        Assert.Equal(1, step.Acted);
        Assert.Equal([true, false, false, false], run.Steps[0].Attempts.Select(static attempt => attempt.Acted));
        Assert.All(run.Steps[0].Attempts, static attempt => Assert.False(Assert.Single(attempt.Expectations).Held));
        Assert.Equal(Enumerable.Repeat(Delay, 3), Time.Waited);
    }

    [Fact]
    public async Task Unsafe_action_that_hangs_may_have_acted_and_is_not_done_again()
    {
        var time = new JumpingTime(Delay, TimeSpan.FromSeconds(25));
        var step = new ScriptedStep(Info(1), _ => new TaskCompletionSource().Task) { IsSafe = false, Expects = Title("Orders") };

        var run = await RunAsync(new ScriptedPlaybook(step), Options with { TimeProvider = time });

        Assert.Equal(Outcome.Flaky, run.Outcome);
        Assert.Equal(1, step.Acted);
        Assert.Equal([true, false], run.Steps[0].Attempts.Select(static attempt => attempt.Acted));
    }

    [Fact]
    public async Task Author_s_sentence_stays_and_the_cause_says_that_nothing_was_repeated()
    {
        var step = new ScriptedStep(Info(1), Work) { Expects = Title("Cancelled"), IsSafe = false, SaysOnFailure = "It was not cancelled" };

        var run = await RunAsync(step);

        Assert.Equal("Step 1 of 1 (click): It was not cancelled", run.Error);
        Assert.Contains("The click was carried out once; it was not repeated, because", run.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_that_must_be_logged_in_fails_before_anything_is_opened()
    {
        var step = new ScriptedStep(Info(1), Work);
        var playbook = new ScriptedPlaybook(step) { AuthRequired = true, StartUrl = "http://app.test" };

        var run = await RunAsync(playbook);

        Assert.Equal(ErrorCode.AuthFailed, run.ErrorCode);
        Assert.StartsWith("Logging in: The playbook has auth_required: true", run.Error, StringComparison.Ordinal);
        Assert.Equal(("about:blank", 0), (Page.Url, step.Acted));
        Assert.Equal(Outcome.Passed, (await RunAsync(new ScriptedPlaybook(step) { AuthRequired = false })).Outcome);
    }

    [Fact]
    public async Task Recovery_without_the_check_that_its_guardrail_names_says_so()
    {
        var agent = new ScriptedAgent();
        ScriptedStep Failing() => new(Info(1, FailurePolicy.LlmRecover), Fail("No."));

        var run = await RunAsync(new ScriptedPlaybook(Failing()), Options with { Recovery = agent });
        var unguarded = await RunAsync(new ScriptedPlaybook(Failing()).With(new Playbooks.Guardrails { EnableLlmActionCheck = false }), Options with { Recovery = agent });

        Assert.Contains("the recovery agent does not check its clicks", Assert.Single(Notes(run)), StringComparison.Ordinal);
        Assert.Empty(Notes(unguarded));

        static IEnumerable<string> Notes(PlaybookResult run) => Playbooks.StoredRun.Read(run.RunFolder).Records.OfType<Playbooks.NoteRecord>().Select(static note => note.Message);
    }

    private static Task LeaveAsync(Microsoft.Playwright.IPage page) => page.GotoAsync("http://elsewhere.test/").ContinueWith(static _ => { }, TaskScheduler.Default);

    private static ScriptedPlaybook Guarded(ScriptedStep step) => new ScriptedPlaybook(step).With(new Playbooks.Guardrails { AllowedDomains = ["app.test"] });

    /// <summary>Stops the run at its first wait after the delay between two attempts: within the second verify.</summary>
    private sealed class StopAtSecondLook(JumpingTime time, CancellationTokenSource stop) : IStepListener
    {
        public void OnAttemptFailed(AttemptFailed failed) => time.OnPause = stop.Cancel;
    }
}
