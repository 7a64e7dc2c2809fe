using Playbooks.Steps;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

/// <summary>Rules 4 and 5 of failure: recovery works one step at a time, through the runtime, and never decides the verdict.</summary>
public sealed class FailureRule4_RecoveryTests(Chromium chromium) : RunnerTest(chromium), IAsyncLifetime
{
    private const string Shop = """
        <title>Orders</title><h1>Order 12345</h1>
        <input id=q><input id=secret type=password>
        <p id=status>Open</p><p id=empty></p><p id=count>12</p>
        <button id=cancel onclick="document.getElementById('status').textContent = 'Cancelled'; document.title = 'Cancelled'">Cancel order</button>
        <button id=pay onclick="const paid = document.getElementById('paid'); paid.textContent = Number(paid.textContent) + 1; document.title = 'Paid'">Pay</button><p id=paid>0</p>
        """;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Page.SetContentAsync(Shop);
    }

    [Fact]
    public async Task Agent_that_works_recovers_its_step_and_the_playbook_goes_on_by_itself()
    {
        var failing = Failing(2, Title("Cancelled"));
        var after = new ScriptedStep(Info(3), Work) { Expects = Title("Cancelled") };

        var run = await RecoverAsync(
            async request =>
            {
                var clicked = await request.Actions.ExecuteAsync(new("click", "role=button[name='Cancel order']"));
                Assert.True(clicked.Succeeded, clicked.Error);
                Assert.True((await request.Actions.StepDoneAsync(StepAddress.Parse("2"))).Verified);
                return new();
            },
            new ScriptedStep(Info(1), Work),
            failing,
            after);

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
        Assert.Equal([Outcome.Passed, Outcome.Recovered, Outcome.Passed], run.Steps.Select(step => step.Outcome));
        Assert.Equal([false, true, false], run.Steps.Select(step => step.TakenOver));
        Assert.Equal((2, 1), (failing.Acted, after.Acted));
        Assert.Equal([2], run.Recovery!.Verified.Select(step => step.Info.Number));
        Assert.Equal("click role=button[name='Cancel order']", Assert.Single(run.Recovery.Actions).Action.ToString());
    }

    [Fact]
    public async Task Agent_that_lies_is_told_what_was_seen_and_fails()
    {
        StepDoneResult? answer = null;
        var run = await RecoverAsync(
            async request =>
            {
                answer = await request.Actions.StepDoneAsync(request.FailedStep.Info.Address);
                return new();
            },
            new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("No.")) { Expects = Title("Cancelled"), SaysOnFailure = "It was not cancelled" },
            new ScriptedStep(Info(2), Work));

        Assert.False(answer!.Verified);
        Assert.StartsWith("Verification failed: expect_title_contains expected", answer.Reason, StringComparison.Ordinal);
        Assert.Contains("Orders", answer.Reason, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.RecoveryFailed, run.ErrorCode);
        Assert.StartsWith("Step 1 of 2 (click): It was not cancelled. Recovery failed: Verification failed: expect_title_contains", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.FailedStep!.Info.Number);
        Assert.Empty(run.Recovery!.Verified);
    }

    [Fact]
    public async Task Agent_may_go_on_after_a_claim_that_does_not_hold()
    {
        var run = await RecoverAsync(
            async request =>
            {
                var address = request.FailedStep.Info.Address;
                Assert.False((await request.Actions.StepDoneAsync(address)).Verified);
                await request.Actions.ExecuteAsync(new("click", "#cancel"));
                Assert.True((await request.Actions.StepDoneAsync(address)).Verified);
                return new();
            },
            Failing(1, Title("Cancelled")));

        Assert.Equal(Outcome.Recovered, run.Outcome);
    }

    [Fact]
    public async Task Agent_that_finishes_two_steps_at_once_has_both_verified_and_neither_is_done_again()
    {
        var second = new ScriptedStep(Info(2, FailurePolicy.LlmRecover), Fail("Must not act.")) { Expects = new() { TextOnPage = "Cancelled", Timeout = TimeSpan.FromMilliseconds(50) } };
        var third = new ScriptedStep(Info(3), Work);
        List<bool> verified = [];

        var run = await RecoverAsync(
            async request =>
            {
                await request.Actions.ExecuteAsync(new("click", "#cancel"));
                verified.Add((await request.Actions.StepDoneAsync(StepAddress.Parse("1"))).Verified);
                verified.Add((await request.Actions.StepDoneAsync(StepAddress.Parse("2"))).Verified);
                return new();
            },
            Failing(1, Title("Cancelled")),
            second,
            third);

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
        Assert.Equal([true, true], verified);
        Assert.Equal([Outcome.Recovered, Outcome.Recovered, Outcome.Passed], run.Steps.Select(step => step.Outcome));
        Assert.Equal((0, 1), (second.Acted, third.Acted));
        Assert.Equal([1, 2], run.Recovery!.Verified.Select(step => step.Info.Number));
    }

    [Fact]
    public async Task Second_step_that_is_claimed_and_not_done_is_done_by_the_playbook()
    {
        var second = new ScriptedStep(Info(2), SetTitle("Shipped")) { Expects = Title("Shipped") };
        StepDoneResult? answer = null;

        var run = await RecoverAsync(
            async request =>
            {
                await request.Actions.ExecuteAsync(new("click", "#cancel"));
                await request.Actions.StepDoneAsync(StepAddress.Parse("1"));
                answer = await request.Actions.StepDoneAsync(StepAddress.Parse("2"));
                return new();
            },
            Failing(1, Title("Cancelled")),
            second);

        Assert.False(answer!.Verified);
        Assert.Equal(Outcome.Recovered, run.Outcome);
        Assert.Equal([Outcome.Recovered, Outcome.Passed], run.Steps.Select(step => step.Outcome));
        Assert.Equal(1, second.Acted);
    }

    [Fact]
    public async Task Claim_of_a_later_step_waits_for_the_failed_one()
    {
        string? why = null;
        var run = await RecoverAsync(
            async request =>
            {
                why = (await request.Actions.StepDoneAsync(StepAddress.Parse("2"))).Reason;
                return new() { Reason = "No idea." };
            },
            Failing(1, Title("Cancelled")),
            new ScriptedStep(Info(2), Work));

        Assert.Equal("Step 1 comes first, and is not verified yet.", why);
        Assert.Equal("Step 1 of 2 (click): No. Recovery failed: No idea.", run.Error);
    }

    [Fact]
    public async Task Claim_of_a_step_that_is_never_reached_is_answered_at_the_end()
    {
        string? why = null;
        var run = await RecoverAsync(
            async request =>
            {
                await request.Actions.ExecuteAsync(new("click", "#cancel"));
                await request.Actions.StepDoneAsync(StepAddress.Parse("1"));
                why = (await request.Actions.StepDoneAsync(StepAddress.Parse("7"))).Reason;
                return new();
            },
            Failing(1, Title("Cancelled")));

        Assert.Equal("The playbook has ended: no step follows.", why);
        Assert.Equal(Outcome.Recovered, run.Outcome);
    }

    [Fact]
    public async Task Agent_that_loops_is_stopped()
    {
        var calls = 0;
        var run = await RecoverAsync(
            async request =>
            {
                while (true)
                {
                    await request.Actions.StepDoneAsync(request.FailedStep.Info.Address);
                    calls++;
                }
            },
            Options with { RecoveryLimits = new() { Actions = 4 } },
            Failing(1, new() { TitleContains = "Cancelled", Timeout = TimeSpan.FromMilliseconds(1) }));

        Assert.InRange(calls, 4, 20);
        Assert.Equal(ErrorCode.RecoveryFailed, run.ErrorCode);
        Assert.Contains("Recovery failed: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agent_that_does_not_return_is_stopped_at_its_time_limit()
    {
        var run = await RecoverAsync(
            async _ =>
            {
                await Task.Delay(Timeout.Infinite);
                return new();
            },
            Options with { RecoveryLimits = new() { Time = Delay } },
            Failing(1, Title("Cancelled")));

        Assert.Equal("Step 1 of 1 (click): No. Recovery failed: The recovery took longer than 777 ms and was stopped.", run.Error);
    }

    [Theory]
    [InlineData("#count", 12, null)]
    [InlineData(null, 12, null)]
    [InlineData("#empty", null, "contains \"\", which is not a whole number")]
    [InlineData("#status", null, "contains \"Open\", which is not a whole number")]
    [InlineData("#none", null, "#none")]
    public async Task Value_is_read_by_the_run_from_the_element_that_the_agent_names(string? element, int? value, string? why)
    {
        StepDoneResult? answer = null;
        ScriptedReading<int> reading = new(
            Info(1, FailurePolicy.LlmRecover, "count", attempts: 1), _ => throw new PlaybookException(ErrorCode.StepFailed, "No."), _ => Task.FromResult(12))
        {
            Expects = Title("Orders"),
        };

        var run = await RecoverAsync(
            async request =>
            {
                answer = await request.Actions.StepDoneAsync(StepAddress.Parse("1"), element);
                return new();
            },
            Options with { TimeProvider = TimeProvider.System },
            reading);

        Assert.Equal(value is not null, answer!.Verified);
        Assert.Equal(value, run.Outputs.Count);
        Assert.Equal(value is null ? Outcome.Failed : Outcome.Recovered, run.Outcome);
        Assert.Equal(value is null ? null : "12", answer.Value);
        Assert.Contains(why ?? string.Empty, answer.Reason ?? string.Empty, StringComparison.Ordinal);
        Assert.Contains(why ?? string.Empty, run.Error ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Element_without_a_text_does_not_show_a_value()
    {
        StepDoneResult? answer = null;
        await RecoverAsync(
            async request =>
            {
                answer = await request.Actions.StepDoneAsync(StepAddress.Parse("1"), "#empty");
                return new();
            },
            new ScriptedReading<string>(Info(1, FailurePolicy.LlmRecover, "status"), _ => throw new PlaybookException(ErrorCode.StepFailed, "No.")));

        Assert.Equal("The element #empty has no text, so it does not show the value of status.", answer!.Reason);
    }

    [Theory]
    [InlineData("12345", null)]
    [InlineData("99999", "The answer for status is not text on the page.")]
    public async Task Answer_of_a_model_must_be_on_the_page(string answer, string? why)
    {
        var step = new LlmExtractStep(Info(1, FailurePolicy.LlmRecover, "status", action: "llm_extract"), "Which order?") { Verify = Title("Orders") };

        var run = await RecoverAsync(
            async request =>
            {
                await request.Actions.StepDoneAsync(StepAddress.Parse("1"), answer: answer);
                return new();
            },
            step);

        Assert.Equal(why is null ? answer : null, run.Outputs.Status);
        Assert.Contains(why ?? string.Empty, run.Error ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agent_cannot_supply_the_value_of_any_other_step()
    {
        var reading = new ExtractStep(Info(1, FailurePolicy.LlmRecover, "status", action: "extract") with { Timeout = TimeSpan.FromMilliseconds(100) }, new("#gone")) { Verify = Title("Orders") };
        StepDoneResult? answer = null;
        await RecoverAsync(
            async request =>
            {
                answer = await request.Actions.StepDoneAsync(StepAddress.Parse("1"), answer: "Open");
                return new();
            },
            Options with { TimeProvider = TimeProvider.System },
            reading);

        Assert.Equal("The value of status is read from the page: name the element that shows it.", answer!.Reason);
    }

    [Fact]
    public async Task Recovered_step_without_a_verify_fails_the_run_unless_a_later_step_checks()
    {
        var agent = new ScriptedAgent();

        var unchecked_ = await RunAsync(new ScriptedPlaybook(Failing(1, verify: null), new ScriptedStep(Info(2), Work)), Options with { Recovery = agent });
        var checkedLater = await RunAsync(new ScriptedPlaybook(Failing(1, verify: null), new ScriptedStep(Info(2), Work) { Expects = Title("Orders") }), Options with { Recovery = agent });

        Assert.Equal("Step 1 of 2 (click): No. Recovery failed: Step 1 has no verify, and no later step has checked what the recovery did.", unchecked_.Error);
        Assert.Equal((ErrorCode.RecoveryFailed, 1), (unchecked_.ErrorCode, unchecked_.FailedStep!.Info.Number));
        Assert.Equal(Outcome.Recovered, checkedLater.Outcome);
    }

    [Fact]
    public async Task Step_that_fails_after_a_recovery_tells_both_errors()
    {
        var run = await RecoverAsync(
            async request =>
            {
                await request.Actions.StepDoneAsync(request.FailedStep.Info.Address);
                return new();
            },
            Failing(1, Title("Orders")),
            new ScriptedStep(Info(2, FailurePolicy.Abort), Fail("Nothing to ship.")));

        Assert.Equal("Step 2 of 2 (click): Nothing to ship. Step 1 of 2 (click) had failed before and was recovered: No.", run.Error);
        Assert.Equal(2, run.FailedStep!.Info.Number);
        Assert.Equal(Outcome.Failed, run.Outcome);
    }

    [Fact]
    public async Task Second_recovery_of_a_run_goes_on_with_what_the_agent_keeps()
    {
        List<int> seen = [];
        var run = await RecoverAsync(
            async request =>
            {
                seen.Add(request.Items.Count);
                request.Items[$"turn {seen.Count}"] = "history";
                await request.Actions.StepDoneAsync(request.FailedStep.Info.Address);
                return new();
            },
            Failing(1, Title("Orders")),
            new ScriptedStep(Info(2), Work),
            Failing(3, Title("Orders")));

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
        Assert.Equal([0, 1], seen);
    }

    [Fact]
    public async Task Payment_that_the_agent_has_made_is_not_made_again()
    {
        var pay = new ClickStep(Info(2), new("role=button[name='Pay']")) { Verify = Title("Paid") };

        var run = await RecoverAsync(
            async request =>
            {
                await request.Actions.ExecuteAsync(new("click", "#pay"));
                await request.Actions.StepDoneAsync(request.FailedStep.Info.Address);
                return new();
            },
            Options with { TimeProvider = TimeProvider.System },
            Failing(1, new() { TextOnPage = "Order 12345" }),
            new ClickStep(Info(2) with { Selectors = ["role=button[name='Pay']"] }, pay.Selector) { Verify = Title("Paid") });

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
        Assert.Equal("1", await Page.InnerTextAsync("#paid"));
        Assert.Equal([true, true], run.Steps.Select(step => step.TakenOver));
    }

    [Fact]
    public async Task Button_that_the_agent_has_not_pressed_is_pressed()
    {
        var run = await RecoverAsync(
            async request =>
            {
                await request.Actions.ExecuteAsync(new("click", "#cancel"));
                await request.Actions.StepDoneAsync(request.FailedStep.Info.Address);
                return new();
            },
            Options with { TimeProvider = TimeProvider.System },
            Failing(1, Title("Cancelled")),
            new ClickStep(Info(2) with { Selectors = ["#pay"] }, new("#pay")) { Verify = Title("Paid") });

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
        Assert.Equal("1", await Page.InnerTextAsync("#paid"));
    }

    [Fact]
    public async Task Secret_is_typed_and_never_shown()
    {
        List<RecoveryActionResult> done = [];
        var playbook = new ScriptedPlaybook(Failing(1, Title("Orders"))) { Given = [new("password", "hunter2-hunter2") { Secret = true }, new("order_id", "12345")] };
        var agent = new ScriptedAgent(async request =>
        {
            done.Add(await request.Actions.ExecuteAsync(new("key_press", "#secret") { Params = new Dictionary<string, string> { ["text"] = "{password}" } }));
            done.Add(await request.Actions.ExecuteAsync(new("key_press", "#q") { Params = new Dictionary<string, string> { ["text"] = "{order_id}" } }));
            done.Add(await request.Actions.ExecuteAsync(new("goto") { Params = new Dictionary<string, string> { ["url"] = "/?q={password}" } }));
            Assert.DoesNotContain("hunter2", await request.Page.ReadSnapshotAsync(), StringComparison.Ordinal);
            await request.Actions.StepDoneAsync(request.FailedStep.Info.Address);
            return new();
        });

        var run = await RunAsync(playbook, Options with { Recovery = agent, BaseUrl = "http://app.test", TimeProvider = TimeProvider.System });

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
        Assert.Equal(("hunter2-hunter2", "12345"), (await Page.InputValueAsync("#secret"), await Page.InputValueAsync("#q")));
        Assert.Equal([true, true, false], done.Select(one => one.Succeeded));
        Assert.Equal("The secret password can only be typed: use the param text of key_press.", done[2].Error);
        Assert.DoesNotContain("hunter2", await File.ReadAllTextAsync(Path.Combine(run.RunFolder, "actions.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Element_of_a_snapshot_can_be_acted_on()
    {
        var run = await RecoverAsync(
            async request =>
            {
                var snapshot = await request.Page.ReadSnapshotAsync();
                var line = snapshot.Split('\n').Single(one => one.Contains("\"Cancel order\"", StringComparison.Ordinal));
                var reference = line[(line.IndexOf("[ref=", StringComparison.Ordinal) + 5)..].Split(']')[0];
                var clicked = await request.Actions.ExecuteAsync(new("click", $"aria-ref={reference}"));
                Assert.True(clicked.Succeeded, clicked.Error);
                await request.Actions.StepDoneAsync(request.FailedStep.Info.Address);
                return new();
            },
            Options with { TimeProvider = TimeProvider.System },
            Failing(1, Title("Cancelled")));

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
    }

    [Theory]
    [InlineData("tap", "#q", null, null, "There is no action 'tap'.")]
    [InlineData("api_request", null, "url", "/", "A recovery agent cannot send requests.")]
    [InlineData("evaluate", null, "script", "() => 1", "A recovery agent cannot run scripts.")]
    [InlineData("upload", "#q", null, null, "The action upload is only available for an upload step")]
    [InlineData("click", null, null, null, "The action click needs a selector.")]
    [InlineData("click", "#q", "buton", "left", "The action click has no param 'buton'. It takes button, count, modifiers.")]
    [InlineData("click", "#q", "count", "9", "The param count must be a whole number from 1 to 3, but is '9'.")]
    [InlineData("wait_for", "#q", "state", "gone", "The param state must be one of visible, hidden, attached, detached, but is 'gone'.")]
    [InlineData("key_press", "#q", null, null, "The action key_press needs the param text or key.")]
    [InlineData("goto", null, null, null, "The action goto needs the param url.")]
    public async Task Action_that_is_invalid_is_refused_with_what_is_valid(string action, string? selector, string? param, string? text, string why)
    {
        RecoveryActionResult? result = null;
        await RecoverAsync(
            async request =>
            {
                result = await request.Actions.ExecuteAsync(new(action, selector) { Params = param is null ? new Dictionary<string, string>() : new() { [param] = text! } });
                return new();
            },
            Failing(1, Title("Cancelled")));

        Assert.Equal((false, true), (result!.Succeeded, result.IsRefused));
        Assert.StartsWith(why, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Actions_are_in_the_log_under_the_address_of_their_step()
    {
        var run = await RecoverAsync(
            async request =>
            {
                await request.Actions.ExecuteAsync(new("click", "#cancel"));
                await request.Actions.ExecuteAsync(new("click"));
                await request.Actions.StepDoneAsync(StepAddress.Parse("2"));
                return new();
            },
            new ScriptedStep(Info(1), Work),
            Failing(2, Title("Cancelled")));

        var done = StoredRun.Read(run.RunFolder).Actions.Where(one => one is { Tool: "recovery", Action: "click", Outcome: null }).ToList();
        Assert.Equal([("2", true, "#cancel"), ("2", false, "")], done.Select(one => (one.Path, one.Success, one.InputSummary)));
        Assert.Equal("The action click needs a selector.", done[1].Cause);
    }

    [Fact]
    public async Task The_failed_steps_tries_are_kept_and_its_check_comes_last()
    {
        var run = await RecoverAsync(ScriptedDone, Failing(1, Title("Orders")));

        var attempts = run.Steps[0].Attempts;
        Assert.Equal([1, 2, 3], attempts.Select(attempt => attempt.Number));
        Assert.Equal([false, false, false], attempts.Select(attempt => attempt.Acted));
        Assert.Equal([false, false, true], attempts.Select(attempt => attempt.Passed));
        Assert.True(Assert.Single(attempts[2].Expectations).IsMet);
    }

    [Fact]
    public async Task The_agent_is_told_what_failed_what_remains_and_what_is_known()
    {
        var agent = new ScriptedAgent();
        var failing = new ScriptedStep(Info(2, FailurePolicy.LlmRecover), Fail("technical hunter2")) { SaysOnFailure = "It is shut" };
        var playbook = new ScriptedPlaybook(new ScriptedReading<string>(Info(1, storeAs: "status"), _ => Task.FromResult("Open")), failing, new ScriptedStep(Info(3), Work))
        {
            Given = [new("order_id", "12345"), new("password", "hunter2") { Secret = true }],
        };

        await RunAsync(playbook, Options with { Recovery = agent, BaseUrl = "http://app.test" }, new() { RunId = "r1" });

        var request = Assert.Single(agent.Asked);
        Assert.Equal("r1", request.RunId.Text);
        Assert.Equal(2, request.FailedStep.Info.Number);
        Assert.Equal("It is shut", request.FailedStep.Error);
        Assert.Equal("technical ***", request.FailedStep.Cause);
        Assert.Equal(2, request.FailedStep.Attempts.Count);
        Assert.Equal([3], request.RemainingSteps.Select(step => step.Number));
        Assert.Equal(["order_id=12345", "password=***", "base_url=http://app.test", "run_id=r1", "status=Open"], request.Values.Select(value => $"{value.Name}={value.Text}"));
        Assert.Contains("line 7", request.SourceText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_5_Both_errors_are_told_where_the_agent_gives_up()
    {
        var run = await RecoverAsync(
            _ => Task.FromResult(new RecoveryResult { Reason = "There is no cancel button." }),
            new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("technical")) { SaysOnFailure = "It is shut" });

        Assert.Equal("Step 1 of 1 (click): It is shut. Recovery failed: There is no cancel button.", run.Error);
        Assert.Equal("technical\nRecovery failed: There is no cancel button.", run.Cause);
        Assert.Equal(ErrorCode.RecoveryFailed, run.ErrorCode);
        Assert.Equal(RecoveryStatus.Failed, run.Recovery!.Status);
    }

    [Fact]
    public async Task Rule_5_An_agent_that_throws_has_failed()
    {
        var run = await RecoverAsync(_ => Task.FromException<RecoveryResult>(new IOException("Connection reset")), Failing(1, Title("Cancelled")));

        Assert.Equal("Step 1 of 1 (click): No. Recovery failed: The agent failed: Connection reset", run.Error);
    }

    [Fact]
    public async Task Rule_5_An_agent_that_gives_nothing_has_failed()
    {
        var run = await RecoverAsync(_ => Task.FromResult<RecoveryResult>(null!), Failing(1, Title("Cancelled")));

        Assert.Equal("Step 1 of 1 (click): No. Recovery failed: The agent returned no result.", run.Error);
    }

    [Fact]
    public async Task Rule_5_An_agent_that_claims_nothing_has_failed()
    {
        var run = await RecoverAsync(_ => Task.FromResult(new RecoveryResult()), Failing(1, Title("Orders")));

        Assert.Equal("Step 1 of 1 (click): No. Recovery failed: The agent ended without reporting step 1 as done.", run.Error);
    }

    [Fact]
    public async Task Rule_5_Tokens_of_every_try_and_of_recovery_are_counted()
    {
        var agent = new ScriptedAgent(result: new() { InputTokens = 1000, OutputTokens = 100 });
        var tries = 0;
        var step = new ScriptedReading<string>(Info(1, FailurePolicy.LlmRecover, "status"), context =>
        {
            context.Answers.Add(new("no", 10, 1));
            return ++tries < 3 ? throw new PlaybookException(ErrorCode.LlmError, "No.") : Task.FromResult("Open");
        })
        {
            Expects = Title("Orders"),
        };

        var run = await RunAsync(new ScriptedPlaybook(step), Options with { Recovery = agent });

        Assert.Equal([10L, 10, 0], run.Steps[0].Attempts.Select(attempt => attempt.InputTokens));
        Assert.Equal((20L, 2L), (run.Steps[0].InputTokens, run.Steps[0].OutputTokens));
        Assert.Equal((1020L, 102L), (run.InputTokens, run.OutputTokens));
    }

    [Fact]
    public async Task Listeners_hear_of_a_recovered_step_when_it_is_verified()
    {
        await RecoverAsync(ScriptedDone, new ScriptedStep(Info(1, FailurePolicy.LlmRecover, attempts: 1), Fail("No.")) { Expects = Title("Orders") }, new ScriptedStep(Info(2), Work));

        Assert.Equal(
            [
                "run cancel_order starts:",
                "step 1/2 starts:",
                "step 1 try 1 failed for good: No.",
                "step 1 ends: Recovered",
                "step 2/2 starts:",
                "step 2 ends: Passed",
                "run ends: Recovered",
            ],
            Listener.Told.Select(line => line.TrimEnd()));
    }

    [Fact]
    public async Task Code_that_throws_while_the_agent_waits_ends_the_agent()
    {
        var ended = new TaskCompletionSource<string>();
        var playbook = new ScriptedPlaybook(Failing(1, Title("Orders")), new ScriptedStep(Info(2), Work)) { Throws = (2, new InvalidOperationException("No such binding")) };
        var agent = new ScriptedAgent(async request =>
        {
            await request.Actions.StepDoneAsync(StepAddress.Parse("1"));
            ended.SetResult((await request.Actions.StepDoneAsync(StepAddress.Parse("2"))).Reason!);
            return new();
        });

        var run = await RunAsync(playbook, Options with { Recovery = agent });

        Assert.Equal("Running the steps: No such binding", run.Error);
        Assert.Equal("The playbook has ended: no step follows.", await ended.Task);
    }

    private static ScriptedStep Failing(int number, StepVerification? verify) =>
        new(Info(number, FailurePolicy.LlmRecover), Fail("No.")) { Expects = verify };

    private static async Task<RecoveryResult> ScriptedDone(RecoveryRequest request)
    {
        await request.Actions.StepDoneAsync(request.FailedStep.Info.Address);
        return new();
    }

    private Task<PlaybookResult<ScriptedOutputs>> RecoverAsync(Func<RecoveryRequest, Task<RecoveryResult>> recover, params Step[] steps) => RecoverAsync(recover, Options, steps);

    private Task<PlaybookResult<ScriptedOutputs>> RecoverAsync(Func<RecoveryRequest, Task<RecoveryResult>> recover, RunOptions options, params Step[] steps) =>
        RunAsync(new ScriptedPlaybook(steps), options with { Recovery = new ScriptedAgent(recover) });
}
