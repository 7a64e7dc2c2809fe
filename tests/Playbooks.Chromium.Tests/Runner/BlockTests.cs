using Playbooks.Generated;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

/// <summary>Branches, loops and groups: what runs, what each reports, and how failures, stops and recoveries go through them.</summary>
public sealed class BlockTests(Chromium chromium) : RunnerTest(chromium)
{
    private const string ShowBannerLate = """
        () => {
          let rounds = 0;
          const timer = setInterval(() => {
            document.body.append(String(rounds));
            if (++rounds === 12) { clearInterval(timer); document.body.insertAdjacentHTML('beforeend', '<p id=banner>Cookies</p>'); }
          }, 25);
        }
        """;

    private static readonly StepCondition Banner = new() { ElementVisible = "#banner" };

    [Fact]
    public async Task Branch_reports_what_it_saw_and_comes_before_its_steps()
    {
        var run = await RunAsync(async steps =>
        {
            if (await steps.WhenAsync(Block("1", "when"), "The order", new() { TextOnPage = "Order 12345" }))
            {
                await steps.RunAsync(Step("1.then.1", Work));
            }

            steps.End();
            await steps.WhenAsync(Block("2", "when"), null, Banner);
            steps.End();
        });

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.Equal(["1", "1.then.1", "2"], run.Steps.Select(step => step.Info.Path));
        Assert.Equal(("text_on_page Order 12345", "the text \"Order 12345\" on the page: yes; then", "The order"), (run.Steps[0].Input, run.Steps[0].Output, run.Steps[0].Description));
        Assert.Equal("#banner is visible: no; else", run.Steps[2].Output);
        Assert.Equal(
            ["step 1/9 starts: The order text_on_page Order 12345", "step 1/9 starts:", "step 1 ends: Passed", "step 1 ends: Passed"],
            Listener.Told.Where(line => line.StartsWith("step", StringComparison.Ordinal)).Take(4));
    }

    [Fact]
    public async Task Condition_waits_for_what_the_page_is_about_to_show()
    {
        await Page.EvaluateAsync(ShowBannerLate);

        var run = await RunAsync(
            async steps =>
            {
                Assert.True(await steps.WhenAsync(Block("1", "when"), null, Banner));
                steps.End();
            },
            Options with { TimeProvider = TimeProvider.System });

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
    }

    [Fact]
    public async Task Absence_is_believed_only_when_the_page_is_quiet()
    {
        await Page.EvaluateAsync(ShowBannerLate);

        var run = await RunAsync(
            async steps =>
            {
                Assert.False(await steps.WhenAsync(Block("1", "when"), null, new() { Not = Banner }));
                steps.End();
            },
            Options with { TimeProvider = TimeProvider.System });

        Assert.Equal("not (#banner is visible: yes); else", run.Steps[0].Output);
    }

    [Fact]
    public async Task Condition_of_a_closed_page_fails_the_run()
    {
        var run = await RunAsync(
            async steps =>
            {
                await Page.CloseAsync();
                await steps.WhenAsync(Block("1", "when"), null, Banner);
                steps.End();
            },
            Options with { TimeProvider = TimeProvider.System });

        Assert.Equal((Outcome.Failed, "1"), (run.Outcome, run.FailedStep?.Info.Path));
        Assert.Contains("The condition could not be evaluated", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_in_a_round_names_its_address_and_fails_the_blocks_around_it()
    {
        var run = await RunAsync(async steps =>
        {
            while (steps.Each(Block("1", "for_each"), null, "order", ["a", "b"], out var order, out var index))
            {
                await steps.RunAsync(Step("1.1", index == 0 ? Work : Fail("No " + order + ".")));
            }
        });

        Assert.Equal("Step 1 of 9 at 1[1].1 (click): No b.", run.Error);
        Assert.Equal(["1", "1[0].1", "1[1].1"], run.Steps.Select(step => step.Info.Path));
        Assert.Equal(("order in 2 items", Outcome.Failed, "Step 1[1].1 failed."), (run.Steps[0].Input, run.Steps[0].Outcome, run.Steps[0].Error));
        Assert.Equal("1[1].1", run.FailedStep!.Info.Path);
        Assert.Equal(["order=b", "order_index=1"], run.Failure!.Values.Select(value => $"{value.Name}={value.Text}"));
    }

    [Fact]
    public async Task Loop_ends_when_its_condition_does_not_hold_and_fails_at_its_limit()
    {
        var rounds = 0;
        StepCondition more = new() { TextOnPage = "Order" };

        var passed = await RunAsync(async steps =>
        {
            while (await steps.RepeatAsync(Block("1", "repeat"), null, 5, rounds < 2 ? more : Banner))
            {
                rounds++;
                await steps.RunAsync(Step("1.1", Work));
            }
        });
        var failed = await RunAsync(async steps =>
        {
            while (await steps.RepeatAsync(Block("1", "repeat"), null, 2, more))
            {
                await steps.RunAsync(Step("1.1", Work));
            }
        });

        Assert.Equal("2 iterations; then #banner is visible: no", passed.Steps[0].Output);
        Assert.Equal(["1", "1[0].1", "1[1].1"], failed.Steps.Select(step => step.Info.Path));
        Assert.Contains("The condition still held after 2 iterations, which is the limit (at_most)", failed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_that_passes_at_its_second_attempt_is_flaky_and_keeps_both()
    {
        var tries = 0;

        var run = await RunAsync(async steps =>
        {
            await steps.AttemptAsync(Block("1", "attempt", attempts: 3), null, async () =>
            {
                await steps.RunAsync(Step("1.1", Work));
                await steps.RunAsync(Step("1.2", ++tries == 1 ? Fail("Not yet.") : Work));
            });
            await steps.RunAsync(Step("2", Work));
        });

        Assert.True(run.Outcome == Outcome.Flaky, run.Report);
        Assert.Equal(["1", "1[0].1", "1[0].2", "1[1].1", "1[1].2", "2"], run.Steps.Select(step => step.Info.Path));
        Assert.Equal((Outcome.Flaky, "passed on attempt 2", 2), (run.Steps[0].Outcome, run.Steps[0].Output, run.Steps[0].Attempts.Count));
        Assert.Equal((Outcome.Failed, true, true), (run.Steps[2].Outcome, run.Steps[2].AttemptedAgain, run.Steps[2].IsWarning));
        var actions = StoredRun.Read(run.RunFolder).Actions.ToList();
        Assert.Equal([(1, null), (2, Outcome.Flaky)], actions.Where(action => action.Path == "1").Select(action => (action.Attempt, action.Outcome)));
        Assert.Equal([true], actions.Where(action => action.Path == "1[0].2").Select(action => action.AttemptedAgain));
    }

    [Fact]
    public async Task Group_has_all_its_attempts_however_many_of_its_steps_fail()
    {
        var tries = 0;

        var run = await RunAsync(async steps => await steps.AttemptAsync(
            Block("1", "attempt", attempts: 4),
            null,
            async () => await steps.RunAsync(Step("1.1", ++tries < 4 ? Fail("Not yet.") : Work))));

        Assert.True(run.Outcome == Outcome.Flaky, run.Report);
        Assert.Equal(4, tries);
    }

    [Fact]
    public async Task Soft_check_of_an_attempt_that_was_discarded_does_not_fail_the_run()
    {
        var tries = 0;

        var run = await RunAsync(async steps => await steps.AttemptAsync(
            Block("1", "attempt"),
            null,
            async () =>
            {
                tries++;
                await steps.RunAsync(new ScriptedStep(At("1.1"), Work) { Expects = Title(tries == 1 ? "Never" : "Orders") with { Soft = true } });
                await steps.RunAsync(Step("1.2", tries == 1 ? Fail("Not yet.") : Work));
            }));

        Assert.True(run.Outcome == Outcome.Flaky, run.Report);
    }

    [Fact]
    public async Task Group_that_never_passes_fails_with_its_last_attempt()
    {
        var run = await RunAsync(async steps => await steps.AttemptAsync(
            Block("1", "attempt"),
            null,
            async () => await steps.RunAsync(Step("1.1", Fail("Never.")))));

        Assert.Equal("Step 1 of 9 at 1[1].1 (click): Never.", run.Error);
        Assert.Equal([Outcome.Failed, Outcome.Failed, Outcome.Failed], run.Steps.Select(step => step.Outcome));
        Assert.Equal([false, true, false], run.Steps.Select(step => step.IsWarning));
    }

    [Fact]
    public async Task Agent_is_asked_in_the_last_attempt_of_a_group_only()
    {
        var agent = new ScriptedAgent();

        var run = await RunAsync(
            async steps =>
            {
                await steps.AttemptAsync(Block("1", "attempt"), null, async () =>
                    await steps.RunAsync(new ScriptedStep(At("1.1") with { OnFailure = FailurePolicy.LlmRecover }, Fail("No.")) { Expects = Title("Orders") }));
            },
            Options with { Recovery = agent });

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
        Assert.Equal("1[1].1", Assert.Single(agent.Asked).FailedStep.Info.Path);
    }

    [Fact]
    public async Task Recovery_in_a_round_goes_on_with_the_next()
    {
        var agent = new ScriptedAgent();
        var after = 0;

        var run = await RunAsync(
            async steps =>
            {
                while (steps.Each(Block("1", "for_each"), null, "i", ["a", "b", "c"], out _, out var index))
                {
                    await steps.RunAsync(new ScriptedStep(At("1.1") with { OnFailure = FailurePolicy.LlmRecover }, index == 1 ? Fail("No.") : Work) { Expects = Title("Orders") });
                    after++;
                }
            },
            Options with { Recovery = agent });

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
        Assert.Equal(3, after);
        Assert.Equal([("i", "b"), ("i_index", "1")], agent.Asked[0].Values.Where(value => value.Name.StartsWith('i')).Select(value => (value.Name, value.Text)));
        Assert.Equal([Outcome.Passed, Outcome.Passed, Outcome.Recovered, Outcome.Passed], run.Steps.Select(step => step.Outcome));
    }

    [Fact]
    public async Task Stop_ends_a_group_without_another_attempt()
    {
        var started = new TaskCompletionSource();
        var tries = 0;
        var handle = new PlaybookRunner(Options).Start(
            new BlockPlaybook(
                async steps => await steps.AttemptAsync(Block("1", "attempt", attempts: 10), null, async () =>
                {
                    tries++;
                    await steps.RunAsync(Step("1.1", async _ =>
                    {
                        started.TrySetResult();
                        await Task.Delay(TimeSpan.FromMinutes(5));
                    }));
                }),
                At("1")),
            PageProvider.From(Page));
        await started.Task;

        await handle.StopAsync("enough");
        var run = await handle.Completion;

        Assert.Equal((ErrorCode.RunTerminated, 1), (run.ErrorCode, tries));
        Assert.Equal([Outcome.Failed, Outcome.Failed], run.Steps.Select(step => step.Outcome));
    }

    [Fact]
    public async Task Called_playbook_runs_with_its_finally_and_stores_its_output_in_the_caller()
    {
        var called = new CalledPlaybook(
            async steps => await steps.RunAsync(new ScriptedReading<string>(At("1") with { StoreAs = "inner" }, _ => Task.FromResult("value"))),
            async steps => await steps.RunAsync(Step("finally.1", Work)));

        var run = await RunAsync(async steps => await steps.CallAsync(Block("2", "run"), "Log in", called, static outputs => [("outer", outputs.Status)]));

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.Equal(["2", "2/login:1", "2/login:finally.1"], run.Steps.Select(step => step.Info.Path));
        Assert.Equal(("login", "outer = value", "Log in"), (run.Steps[0].Input, run.Steps[0].Output, run.Steps[0].Description));
        Assert.Equal("value", run.Outputs.Status);
        Assert.Equal([("outer", "value")], run.OutputTexts.Select(value => (value.Name, value.Text)));
    }

    [Fact]
    public async Task Failure_in_a_called_playbook_runs_its_finally_and_names_its_address()
    {
        var last = Step("finally.1", Work);
        var called = new CalledPlaybook(async steps => await steps.RunAsync(Step("1", Fail("No."))), async steps => await steps.RunAsync(last));

        var run = await RunAsync(async steps => await steps.CallAsync(Block("2", "run"), null, called));

        Assert.Equal("Step 1 of 2 at 2/login:1 (click): No.", run.Error);
        Assert.Equal(("2/login:1", 1), (run.FailedStep!.Info.Path, last.Acted));
        Assert.Equal(("2", "Step 2/login:1 failed."), (run.Steps[0].Info.Path, run.Steps[0].Error));
        Assert.Contains("/shop/login.playbook.yaml", run.Failure!.Source!.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_of_a_run_runs_the_finally_of_the_called_playbook()
    {
        var started = new TaskCompletionSource();
        var last = Step("finally.1", Work);
        var called = new CalledPlaybook(
            async steps => await steps.RunAsync(Step("1", async _ =>
            {
                started.TrySetResult();
                await Task.Delay(TimeSpan.FromMinutes(5));
            })),
            async steps => await steps.RunAsync(last));
        var after = Step("3", Work);
        var handle = new PlaybookRunner(Options).Start(
            new BlockPlaybook(
                async steps =>
                {
                    await steps.CallAsync(Block("2", "run"), null, called);
                    await steps.RunAsync(after);
                },
                At("2"), At("3")),
            PageProvider.From(Page));
        await started.Task;

        await handle.StopAsync("enough");
        var run = await handle.Completion;

        Assert.Equal((ErrorCode.RunTerminated, 1, 0), (run.ErrorCode, last.Acted, after.Acted));
    }

    [Fact]
    public async Task Secret_of_a_call_is_masked_and_its_values_stay_its_own()
    {
        var called = new CalledPlaybook(
            async steps => await steps.RunAsync(new ScriptedStep(At("1"), Fail("It said Zauberwort42.")) { Says = "Say Zauberwort42" }))
        {
            Given = [new("word", "Zauberwort42") { Secret = true }, new("user", "ada")],
        };

        var run = await RunAsync(async steps => await steps.CallAsync(Block("2", "run"), null, called));

        Assert.Equal(["word=***", "user=ada"], run.Steps[0].Arguments.Select(one => $"{one.Key}={one.Value}"));
        Assert.Contains("user=ada", run.Failure!.Values.Select(value => $"{value.Name}={value.Text}"));
        Assert.DoesNotContain("Zauberwort42", run.Report + run.Exception, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(run.RunFolder, "*.*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".zip", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain("Zauberwort42", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Recovery_in_a_called_playbook_goes_on_in_it()
    {
        var agent = new ScriptedAgent();
        var after = Step("2", Work);
        var called = new CalledPlaybook(async steps =>
        {
            await steps.RunAsync(new ScriptedStep(At("1") with { OnFailure = FailurePolicy.LlmRecover }, Fail("No.")) { Expects = Title("Orders") });
            await steps.RunAsync(after);
        });

        var run = await RunAsync(async steps => await steps.CallAsync(Block("2", "run"), null, called), Options with { Recovery = agent });

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
        Assert.Equal(("2/login:1", "login", 1), (agent.Asked[0].FailedStep.Info.Path, agent.Asked[0].Playbook.Id, after.Acted));
        Assert.Equal(["2/login:2"], agent.Asked[0].RemainingSteps.Select(step => step.Path));
    }

    [Fact]
    public async Task Output_that_the_called_playbook_did_not_store_fails_the_call()
    {
        var called = new CalledPlaybook(_ => Task.CompletedTask);

        var run = await RunAsync(async steps => await steps.CallAsync(Block("2", "run"), null, called, static outputs => [("outer", outputs.Status)]));

        Assert.Contains("The playbook login has stored nothing for 'outer'", run.Error, StringComparison.Ordinal);
        Assert.Equal("2", run.FailedStep!.Info.Path);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public async Task Case_that_expects_a_failure_at_a_call_means_the_steps_in_it(int atStep, bool isMet)
    {
        var called = new CalledPlaybook(async steps => await steps.RunAsync(Step("1", Fail("No."))));

        var run = await new PlaybookRunner(Options).RunAsync(
            new BlockPlaybook(async steps => await steps.CallAsync(Block("2", "run"), null, called), Info(1), Info(2)),
            Page,
            new() { Expectation = new() { Failure = new("No.", atStep) } });

        Assert.Equal(isMet, run.FailedAsExpected);
    }

    private Task<PlaybookResult<ScriptedOutputs>> RunAsync(Func<StepRunner<ScriptedOutputs>, Task> statements, RunOptions? options = null) =>
        new PlaybookRunner(options ?? Options).RunAsync(new BlockPlaybook(statements, [.. Enumerable.Range(1, 9).Select(number => Info(number))]), Page);

    private static StepInfo At(string path) => Info(1, attempts: 1) with { Path = path };

    private static ScriptedStep Step(string path, Func<Microsoft.Playwright.IPage, Task> act) => new(At(path), act);

    private static StepInfo Block(string path, string action, int attempts = 2) => Info(1, attempts: attempts, action: action) with { Path = path };
}
