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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stop_while_the_verify_is_asked_again_does_not_act_again(bool isSafe)
    {
        using var stop = new CancellationTokenSource();
        var step = new ScriptedStep(Info(1, attempts: 3), Work) { Expects = Title("Cancelled"), IsSafe = isSafe };
        var time = new JumpingTime(Delay);

        var run = await RunAsync(new ScriptedPlaybook(step), Options with { TimeProvider = time, Listeners = [new StopAtSecondLook(time, stop)] }, cancellationToken: stop.Token);

        Assert.Equal(ErrorCode.RunTerminated, run.ErrorCode);
        Assert.Equal([ErrorCode.VerificationFailed, ErrorCode.RunTerminated], run.Steps[0].Attempts.Select(static attempt => attempt.ErrorCode));
        Assert.Equal(1, step.Acted);
    }

    [Fact]
    public async Task Unsafe_action_is_waited_for_at_every_attempt_that_follows()
    {
        var step = new ScriptedStep(Info(1, attempts: 4), Work) { Expects = Title("Cancelled"), IsSafe = false };

        var run = await RunAsync(step);

        Assert.Equal(1, step.Acted);
        Assert.Equal([true, false, false, false], run.Steps[0].Attempts.Select(static attempt => attempt.Acted));
        Assert.All(run.Steps[0].Attempts, static attempt => Assert.False(Assert.Single(attempt.Expectations).IsMet));
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
    public async Task Rest_of_an_unsafe_action_is_waited_for_once_and_gives_the_output()
    {
        var waits = 0;
        var step = new ScriptedReading<string>(Info(1, storeAs: "status", attempts: 4), context => Late(context, _ =>
        {
            waits++;
            return Task.FromResult<object?>("paid");
        }))
        {
            Expects = Title("Cancelled"),
            IsSafe = false,
        };

        var run = await RunAsync(new ScriptedPlaybook(step), Options with { Listeners = [new AfterAttempt(3, () => SetTitle("Cancelled")(Page))] });

        Assert.Equal((Outcome.Flaky, "paid"), (run.Outcome, run.Outputs.Status));
        Assert.Equal((1, 1), (step.Acted, waits));
        Assert.Equal([true, false, false, false], run.Steps[0].Attempts.Select(static attempt => attempt.Acted));
        Assert.All(run.Steps[0].Attempts, static attempt => Assert.Equal("402", attempt.Response));
    }

    [Fact]
    public async Task Rest_that_fails_is_the_cause_and_only_a_step_that_says_so_acts_again()
    {
        ScriptedReading<string> Make(bool repeats) => new(
            Info(1) with { RepeatAction = repeats },
            static context => Late(context, static _ => throw new PlaybookException(ErrorCode.StepFailed, "The payment was refused.")),
            static _ => Task.FromResult("paid"))
        {
            IsSafe = false,
        };
        var (once, again) = (Make(repeats: false), Make(repeats: true));

        var failed = await RunAsync(once);
        var passed = await RunAsync(again);

        Assert.Equal((Outcome.Failed, 1), (failed.Outcome, once.Acted));
        Assert.Equal("The payment was refused.", failed.Steps[0].Attempts[1].Cause);
        Assert.Equal((Outcome.Flaky, 2), (passed.Outcome, again.Acted));
    }

    [Fact]
    public async Task Guardrail_that_blocks_during_the_rest_is_the_cause_and_nothing_is_verified()
    {
        var step = new ScriptedReading<string>(Info(1, attempts: 3), context => Late(context, async later =>
        {
            await LeaveAsync(later.Page);
            return "paid";
        }))
        {
            Expects = Title("Orders"),
            IsSafe = false,
        };

        var run = await RunAsync(Guarded(step));

        Assert.Equal([ErrorCode.StepFailed, ErrorCode.GuardrailBlocked], run.Steps[0].Attempts.Select(static attempt => attempt.ErrorCode));
        Assert.Empty(run.Steps[0].Attempts[1].Expectations);
    }

    [Fact]
    public async Task Announced_dialog_that_is_late_is_waited_for_and_the_output_is_kept()
    {
        TimeSpan[] due = [Delay, TimeSpan.FromSeconds(10)];
        var ask = new AfterAttempt(2, () =>
        {
            due[1] = Delay;
            return Page.EvaluateAsync("alert('Paid')");
        });
        var step = new ScriptedReading<string>(Info(1, storeAs: "status", attempts: 3), static _ => Task.FromResult("asked"))
        {
            Dialog = new() { Accept = true },
            IsSafe = false,
        };

        var run = await RunAsync(new ScriptedPlaybook(step), Options with { TimeProvider = new JumpingTime(due), Listeners = [ask] });

        Assert.Equal((Outcome.Flaky, "asked"), (run.Outcome, run.Outputs.Status));
        Assert.Equal(1, step.Acted);
        Assert.Equal([true, false, false], run.Steps[0].Attempts.Select(static attempt => attempt.Acted));
        Assert.Equal("The click was expected to cause a dialog, but none appeared within 10 s.", run.Steps[0].Attempts[1].Cause!.Split('\n')[0]);
    }

    [Fact]
    public async Task Action_that_is_repeated_and_fails_begins_anew_at_the_next_attempt()
    {
        var step = new ScriptedStep(Info(1, attempts: 3), Work, Fail("No."), Work) { Expects = Title("Cancelled") };

        var run = await RunAsync(new ScriptedPlaybook(step), Options with { Listeners = [new AfterAttempt(2, () => SetTitle("Cancelled")(Page))] });

        Assert.Equal((Outcome.Flaky, 3), (run.Outcome, step.Acted));
        Assert.Equal([1, 0, 1], run.Steps[0].Attempts.Select(static attempt => attempt.Expectations.Count));
    }

    [Fact]
    public async Task Step_s_own_TimeoutException_is_not_taken_for_a_hang()
    {
        var step = new ScriptedStep(Info(1), static _ => throw new TimeoutException("No answer."), Work) { IsSafe = false };

        var run = await RunAsync(step);

        Assert.Equal((Outcome.Flaky, 2), (run.Outcome, step.Acted));
        Assert.Equal([false, true], run.Steps[0].Attempts.Select(static attempt => attempt.Acted));
        Assert.Equal("TimeoutException: No answer.", run.Steps[0].Attempts[0].Cause);
    }

    [Fact]
    public async Task Dialog_beside_a_failure_leaves_the_failure_in_the_cause()
    {
        var step = new ScriptedStep(Info(1), async static page =>
        {
            await page.EvaluateAsync("alert('Saved')");
            throw new PlaybookException(ErrorCode.StepFailed, "The list is empty.");
        });

        var run = await RunAsync(step);

        var cause = Assert.Single(run.Steps[0].Attempts).Cause;
        Assert.StartsWith("The page showed an alert: \"Saved\".", cause, StringComparison.Ordinal);
        Assert.Contains("The list is empty.", cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dialog_beside_a_stop_leaves_the_stop_as_the_cause()
    {
        using var stop = new CancellationTokenSource();
        var step = new ScriptedStep(Info(1), async page =>
        {
            await page.EvaluateAsync("alert('Saved')");
            await stop.CancelAsync();
            await page.EvaluateAsync("document.title");
        });

        var run = await RunAsync(new ScriptedPlaybook(step), cancellationToken: stop.Token);

        var attempt = Assert.Single(run.Steps[0].Attempts);
        Assert.Equal(ErrorCode.RunTerminated, attempt.ErrorCode);
        Assert.StartsWith("The page showed an alert: \"Saved\".", Assert.Single(attempt.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_that_an_unsafe_action_keeps_busy_is_waited_for()
    {
        TimeSpan[] due = [Delay, TimeSpan.FromSeconds(10)];
        var answer = new TaskCompletionSource();
        await Page.RouteAsync("http://app.test/", async route =>
        {
            await answer.Task;
            await route.AbortAsync();
        });
        var step = new ScriptedReading<string>(Info(1, attempts: 3), static context =>
        {
            _ = context.Page.EvaluateAsync("() => { const sent = new XMLHttpRequest(); sent.open('GET', 'http://app.test/', false); try { sent.send() } catch { } }");
            return Late(context, null);
        })
        {
            IsSafe = false,
        };
        var release = new AfterAttempt(2, () =>
        {
            due[1] = Delay;
            answer.SetResult();
            return Task.CompletedTask;
        });

        var run = await RunAsync(new ScriptedPlaybook(step), Options with { TimeProvider = new JumpingTime(due), Listeners = [release] });

        Assert.Equal((Outcome.Flaky, 1), (run.Outcome, step.Acted));
        Assert.Equal("The page did not respond within 10 s after the click.", run.Steps[0].Attempts[1].Cause!.Split('\n')[0]);
        Assert.Equal(3, run.Steps[0].Attempts.Count);
    }

    [Fact]
    public async Task Download_of_an_earlier_step_does_not_meet_the_verify()
    {
        var save = new ScriptedStep(Info(1), static page => page.RunAndWaitForDownloadAsync(() => page.EvaluateAsync(
            "() => { const link = document.createElement('a'); link.href = 'data:text/csv,a'; link.download = 'orders.csv'; link.click() }")));
        var click = new ScriptedStep(Info(2, FailurePolicy.Abort), Work)
        {
            Expects = new() { Download = new() { NameContains = ".csv" }, Timeout = TimeSpan.FromMilliseconds(50) },
        };

        var run = await RunAsync(save, click);

        Assert.Equal(ErrorCode.VerificationFailed, Assert.Single(run.Steps[1].Attempts).ErrorCode);
    }

    [Fact]
    public async Task Stop_before_an_action_keeps_it_from_being_done()
    {
        using var stop = new CancellationTokenSource();
        var step = new ScriptedStep(Info(1), Work);
        var playbook = new ScriptedPlaybook(step) { Hang = hooks => hooks.Before<ScriptedStep>((_, _) => stop.CancelAsync()) };

        var run = await RunAsync(playbook, cancellationToken: stop.Token);

        Assert.Equal((ErrorCode.RunTerminated, 0), (run.ErrorCode, step.Acted));
        Assert.Equal(ErrorCode.RunTerminated, Assert.Single(run.Steps[0].Attempts).ErrorCode);
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

    /// <summary>Acts, and then fails as if what it started had not come to an end in time.</summary>
    private static Task<string> Late(Playbooks.Steps.StepContext context, Func<Playbooks.Steps.StepContext, Task<object?>>? rest)
    {
        context.CarryOut();
        context.Response = "402";
        context.Rest = rest;
        throw new PlaybookException(ErrorCode.StepFailed, "It did not end.");
    }

    private static Task LeaveAsync(Microsoft.Playwright.IPage page) => page.GotoAsync("http://elsewhere.test/").ContinueWith(static _ => { }, TaskScheduler.Default);

    private static ScriptedPlaybook Guarded(Playbooks.Steps.Step step) => new ScriptedPlaybook(step).With(new Playbooks.Guardrails { AllowedDomains = ["app.test"] });

    /// <summary>Stops the run at its first wait after the delay between two attempts: within the second verify.</summary>
    private sealed class StopAtSecondLook(JumpingTime time, CancellationTokenSource stop) : IStepListener
    {
        public void OnAttemptFailed(AttemptFailed failed) => time.OnPause = stop.Cancel;
    }

    /// <summary>Does this between an attempt and the next.</summary>
    private sealed class AfterAttempt(int number, Func<Task> act) : IStepListener
    {
        public void OnAttemptFailed(AttemptFailed failed)
        {
            if (failed.Attempt.Number == number)
            {
                act().GetAwaiter().GetResult();
            }
        }
    }
}
