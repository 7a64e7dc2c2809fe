using Playbooks.Guarding;
using Playbooks.Guarding.Egress;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Guarding.Egress;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

/// <summary>What a guardrail forbids ends the run, at once and with the rule that forbids it.</summary>
public sealed class GuardrailsTests(Chromium chromium) : RunnerTest(chromium), IAsyncLifetime
{
    private readonly ScriptedAgent agent = new();
    private TestServer server = null!;
    private TestNetwork network = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        server = await TestServer.StartAsync();
        network = new TestNetwork(server.Port).With("public.test", TestNetwork.Public).With("other.test", TestNetwork.Public).With("private.test", TestNetwork.Private);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await server.DisposeAsync();
        await DisposeAsync();
    }

    public static TheoryData<string, string> WaysToAPrivateHost => new()
    {
        { "http://private.test/", "" },
        { "https://private.test/", "" },
        { "http://public.test/to?url=http://private.test/", "" },
        { "http://public.test/to?url=http://public.test/to?url=https://private.test/", "" },
        { "http://public.test/", "() => { location.href = 'http://private.test/' }" },
        { "http://public.test/", "() => { const form = document.createElement('form'); form.method = 'post'; form.action = 'http://private.test/'; document.body.append(form); form.submit() }" },
        { "http://public.test/", "() => { window.open('https://private.test/') }" },
    };

    [Theory]
    [MemberData(nameof(WaysToAPrivateHost))]
    public async Task A_run_that_is_led_to_a_private_host_ends_at_that_step(string url, string script)
    {
        var open = new ScriptedStep(Info(1, FailurePolicy.LlmRecover), async page =>
        {
            await page.GotoAsync(url);
            if (script.Length > 0)
            {
                var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                page.Context.RequestFailed += (_, _) => arrived.TrySetResult();
                page.Context.Response += (_, _) => arrived.TrySetResult();
                await page.EvaluateAsync(script);
                await arrived.Task;
            }
        });

        var run = await RunAsync(new(open, new ScriptedStep(Info(2), Work)), new());

        Assert.Equal(ErrorCode.GuardrailBlocked, run.ErrorCode);
        Assert.StartsWith("Step 1 of 2", run.Error, StringComparison.Ordinal);
        Assert.Contains("://private.test/ is blocked by the playbook's guardrails (allow_private_networks: private.test resolved to 10.0.0.5, which is private).", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, open.Acted);
        Assert.Empty(agent.Asked);
        Assert.DoesNotContain(server.Asked, asked => asked.StartsWith("private.test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Guardrails_in_the_options_take_the_place_of_the_playbooks_own()
    {
        var runner = new PlaybookRunner(Options with { Network = network, Guardrails = new() { BlockedDomains = ["public.test"] } });

        var allowed = await runner.RunAsync(new ScriptedPlaybook(new Open("http://other.test/")).With(new() { BlockedDomains = ["other.test"] }), Page.Context.Browser!);
        var refused = await runner.RunAsync(new ScriptedPlaybook(new Open("http://public.test/")), Page.Context.Browser!);

        Assert.Equal(Outcome.Passed, allowed.Outcome);
        Assert.Equal(ErrorCode.GuardrailBlocked, refused.ErrorCode);
    }

    [Fact]
    public async Task A_goto_is_judged_before_anything_is_opened_and_never_tried_again()
    {
        var run = await RunAsync(new(new Open("http://10.0.0.5/admin")), new());

        Assert.Equal(ErrorCode.GuardrailBlocked, run.ErrorCode);
        Assert.Contains("http://10.0.0.5/admin is blocked by the playbook's guardrails (allow_private_networks: 10.0.0.5 is private). To allow it, set", run.Error, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.GuardrailBlocked, Assert.Single(Assert.Single(run.Steps).Attempts).ErrorCode);
        Assert.Empty(agent.Asked);
        Assert.Empty(network.Connected);
        Assert.Contains("GUARDRAIL_BLOCKED", await File.ReadAllTextAsync(Path.Combine(run.RunFolder, "status.json")), StringComparison.Ordinal);
        Assert.Equal(["guardrail"], Notes(run).Select(note => note.Topic));
    }

    [Fact]
    public async Task A_start_page_is_judged_too()
    {
        var run = await RunAsync(new(new ScriptedStep(Info(1), Work)) { StartUrl = "http://public.test/to?url=http://private.test/" }, new());

        Assert.Equal(ErrorCode.GuardrailBlocked, run.ErrorCode);
        Assert.StartsWith("Opening the start page: http://private.test/ is blocked", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hook_is_held_to_the_same()
    {
        var step = new ScriptedStep(Info(1), Work);
        var playbook = new ScriptedPlaybook(step)
        {
            Hang = hooks => hooks.Before<ScriptedStep>((_, context) => context.Page.GotoAsync("https://private.test/")),
        };

        var run = await RunAsync(playbook, new());

        Assert.Equal(ErrorCode.GuardrailBlocked, run.ErrorCode);
        Assert.Contains("https://private.test/ is blocked by the playbook's guardrails", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, step.Acted);
    }

    [Fact]
    public async Task The_authors_sentence_does_not_stand_for_what_a_guardrail_says()
    {
        var open = new ScriptedStep(Info(1), page => page.GotoAsync("http://private.test/")) { SaysOnFailure = "The shop is closed." };

        var run = await RunAsync(new(open), new());

        Assert.DoesNotContain("closed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_a_page_that_is_refused_is_noted_and_fails_nothing()
    {
        var html = Uri.EscapeDataString("<img src=http://private.test/a.png><img src=http://private.test/b.png>");
        var open = new ScriptedStep(Info(1), page => page.GotoAsync($"http://public.test/page?html={html}"));

        var run = await RunAsync(new(open), new());

        Assert.Equal(Outcome.Passed, run.Outcome);
        Assert.Contains("private.test resolved to 10.0.0.5", Assert.Single(Notes(run)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_allowed_domains_hold_the_run_and_not_what_its_pages_load()
    {
        var html = Uri.EscapeDataString("<iframe src=http://other.test/frame></iframe><a href=http://other.test/>away</a>");
        var open = new ScriptedStep(Info(1), page => page.GotoAsync($"http://public.test/page?html={html}"));
        var leave = new ScriptedStep(Info(2), page => page.ClickAsync("a"));

        var run = await RunAsync(new(open, leave), new() { AllowedDomains = ["public.test"] });

        Assert.Equal([Outcome.Passed, Outcome.Failed], run.Steps.Select(step => step.Outcome));
        Assert.Contains("http://other.test/ is blocked by the playbook's guardrails (allowed_domains: public.test). To allow it, add 'other.test'", run.Error, StringComparison.Ordinal);
        Assert.Contains("other.test/frame", server.Asked);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_named_though_only_the_proxy_knows()
    {
        var helpless = new ScriptedAgent(_ => Task.FromResult(new RecoveryResult { Reason = "No." }));
        var secure = await RunAsync(new(new Open("https://nowhere.test/")), new(), helpless);
        var plain = await RunAsync(new(new Open("http://nowhere.test/")), new(), helpless);

        Assert.Equal(ErrorCode.RecoveryFailed, secure.ErrorCode);
        Assert.Contains("Opening https://nowhere.test/ failed: the name nowhere.test could not be resolved.", secure.Error, StringComparison.Ordinal);
        Assert.Contains("Opening http://nowhere.test/ failed: the name nowhere.test could not be resolved.", plain.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_the_callers_is_judged_by_its_urls_only()
    {
        await Page.RouteAsync("http://*/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Here</title>" }));
        var away = new ScriptedStep(Info(1), page => page.GotoAsync("http://192.168.0.1/"));

        var run = await new PlaybookRunner(Options).RunAsync(new ScriptedPlaybook(away), Page);
        var named = await new PlaybookRunner(Options).RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), page => page.GotoAsync("http://private.test/"))), Page);

        Assert.Equal(ErrorCode.GuardrailBlocked, run.ErrorCode);
        Assert.Equal(Outcome.Passed, named.Outcome);
    }

    [Fact]
    public async Task A_proxy_that_the_caller_names_is_the_way_out()
    {
        await using var own = new EgressProxy(new(new(), null), new(), network);
        var options = Options with { Network = new TestNetwork(server.Port), Context = new() { Proxy = new() { Server = own.Server } } };

        var run = await new PlaybookRunner(options).RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), page => page.GotoAsync("http://public.test/"))), Page.Context.Browser!);

        Assert.Equal(Outcome.Passed, run.Outcome);
        Assert.NotEqual(0, own.Accepted);
    }

    [Fact]
    public async Task One_document_more_than_allowed_ends_the_run_before_it_is_opened()
    {
        var rules = new Guardrails { MaxUrlsVisited = 2 };
        var first = new ScriptedStep(Info(1), page => page.GotoAsync("http://public.test/1"));
        var again = new ScriptedStep(Info(2), page => page.GotoAsync("http://public.test/1#part"), page => page.GotoAsync("http://public.test/1"));
        var second = new ScriptedStep(Info(2), page => page.GotoAsync("http://public.test/to?url=http://public.test/2"));

        Assert.Equal(Outcome.Passed, (await RunAsync(new(first, again, second), rules)).Outcome);
        var run = await RunAsync(new(first, second, new Open("http://public.test/3")), rules);

        Assert.Equal(ErrorCode.GuardrailBlocked, run.ErrorCode);
        Assert.Contains("http://public.test/3 is blocked by the playbook's guardrails (max_urls_visited: 2).", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("public.test/3", server.Asked);
    }

    [Fact]
    public async Task A_click_that_opens_one_document_too_many_ends_the_run()
    {
        var html = Uri.EscapeDataString("<a href=/2>on</a>");
        var first = new ScriptedStep(Info(1), page => page.GotoAsync($"http://public.test/page?html={html}"));

        var run = await RunAsync(new(first, new ScriptedStep(Info(2), page => page.ClickAsync("a"))), new() { MaxUrlsVisited = 1 });

        Assert.StartsWith("Step 2 of 2 (click): http://public.test/2 is blocked by the playbook's guardrails (max_urls_visited: 1).", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    public async Task Tries_end_at_a_chosen_limit_of_errors(int limit, int tries)
    {
        var failing = new ScriptedStep(Info(1, attempts: 4), Fail("Not there."));

        var run = await RunAsync(new(failing), new() { MaxConsecutiveErrors = limit });

        Assert.Equal(tries, failing.Acted);
        Assert.Equal(limit < 4 ? ErrorCode.GuardrailBlocked : ErrorCode.StepFailed, run.ErrorCode);
        Assert.Equal(limit < 4, run.Error!.Contains($"(max_consecutive_errors: {limit})", StringComparison.Ordinal));
        Assert.Contains("Not there.", run.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_asks_for_more_tries_than_the_limit_that_nobody_chose_gets_them()
    {
        var failing = new ScriptedStep(Info(1, attempts: 8), Fail("Not there."));

        var run = await RunAsync(new(failing), new());

        Assert.Equal(8, failing.Acted);
        Assert.Equal(ErrorCode.StepFailed, run.ErrorCode);
    }

    [Fact]
    public async Task An_authors_script_that_repeats_itself_is_noted_and_goes_on()
    {
        var steps = Enumerable.Range(1, 8).Select(number => new ScriptedStep(Info(number), Work) { Summary = "#next" }).ToArray<Playbooks.Steps.Step>();

        var run = await RunAsync(new(steps), new());

        Assert.Equal(Outcome.Passed, run.Outcome);
        Assert.Equal(["stuck", "stuck", "stuck"], Notes(run).Select(note => note.Topic));
        Assert.Equal("click #next was performed 3 times in a row. (stuck_repeat_hint: 3; a recovery agent would be warned)", Notes(run)[0].Message);
        Assert.Equal("click #next was performed 7 times in a row. (stuck_repeat_stop: 7; a recovery agent would be stopped)", Notes(run)[2].Message);
    }

    [Fact]
    public async Task A_recovery_agent_that_goes_round_in_circles_ends_the_run_as_stuck()
    {
        var warnings = new List<string?>();
        var circling = new ScriptedAgent(async request =>
        {
            for (var index = 0; index < 20; index++)
            {
                warnings.Add((await request.Actions.ExecuteAsync(new("scroll"))).Warning);
            }

            return new();
        });

        var run = await RunAsync(new(new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("The button is gone."))), new(), circling);

        Assert.Equal([false, false, true, true, true, true], warnings.Take(6).Select(warning => warning is not null));
        Assert.Equal("scroll down 600 px was performed 3 times in a row.", warnings[2]);
        Assert.Equal(ErrorCode.Stuck, run.ErrorCode);
        Assert.Equal("Step 1 of 1 (click): The button is gone. Recovery failed: The recovery agent repeated itself without progress and was stopped (stuck_repeat_stop: 7). scroll down 600 px was performed 7 times in a row.", run.Error);
    }

    [Fact]
    public async Task A_recovery_agent_that_hides_a_stop_is_not_believed()
    {
        var hiding = new ScriptedAgent(async request =>
        {
            try
            {
                for (var index = 0; index < 20; index++)
                {
                    await request.Actions.ExecuteAsync(new("scroll"));
                }
            }
            catch (OperationCanceledException)
            {
            }

            return new();
        });

        var run = await RunAsync(new(new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("No."))), new(), hiding);

        Assert.Equal(ErrorCode.Stuck, run.ErrorCode);
    }

    [Theory]
    [InlineData("/form", "http://public.test/", null)]
    [InlineData("/form", null, null)]
    [InlineData("?x=/form", "http://public.test/", null)]
    [InlineData("/form", "http://10.0.0.5/", "allow_private_networks")]
    [InlineData("//10.0.0.5/", "http://public.test/", "allow_private_networks")]
    [InlineData("file:///form", "http://public.test/", "schemes: file")]
    [InlineData("form", "http://public.test/", "schemes: none")]
    [InlineData("http://a!b.public.test/", null, "hosts: unreadable")]
    public void A_recovery_agents_url_is_resolved_as_a_playbooks_is(string target, string? pageUrl, string? rule)
    {
        var guard = new RunGuard(new(), null, _ => { }, _ => { }).ForRecovery(string.Empty);

        var refusal = Record.Exception(() => guard.Before(new("goto", target, pageUrl), target));

        Assert.Equal(rule is not null, refusal is not null);
        Assert.Contains(rule ?? string.Empty, refusal?.Message ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_agent_may_try_another_url_after_one_that_is_forbidden()
    {
        List<RecoveryActionResult> done = [];
        var trying = new ScriptedAgent(async request =>
        {
            done.Add(await request.Actions.ExecuteAsync(new("goto") { Params = new Dictionary<string, string> { ["url"] = "http://10.0.0.5/" } }));
            done.Add(await request.Actions.ExecuteAsync(new("goto") { Params = new Dictionary<string, string> { ["url"] = "http://public.test/" } }));
            await request.Actions.StepDoneAsync(request.FailedStep.Info.Address);
            return new();
        });
        var step = new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("No.")) { Expects = new() { UrlContains = "public.test", Timeout = TimeSpan.FromMilliseconds(50) } };

        var run = await RunAsync(new(step), new(), trying);

        Assert.Equal([(false, true), (true, false)], done.Select(one => (one.Succeeded, one.IsRefused)));
        Assert.Contains("http://10.0.0.5/ is blocked by the playbook's guardrails", done[0].Error, StringComparison.Ordinal);
        Assert.Equal(Outcome.Recovered, run.Outcome);
    }

    [Fact]
    public async Task A_recovery_agent_whose_actions_all_fail_is_stopped()
    {
        var failing = new ScriptedAgent(async request =>
        {
            for (var index = 0; index < 20; index++)
            {
                // Chromium refuses this port at once.
                await request.Actions.ExecuteAsync(new("goto") { Params = new Dictionary<string, string> { ["url"] = $"http://127.0.0.1:1/{index}" } });
            }

            return new();
        });

        var run = await RunAsync(new(new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("No."))), new(), failing);

        Assert.True(run.ErrorCode == ErrorCode.GuardrailBlocked, run.Report + run.Exception);
        Assert.Contains("Recovery failed: Another action of the recovery agent is blocked by the playbook's guardrails (max_consecutive_errors: 5).", run.Error, StringComparison.Ordinal);
    }

    private Task<PlaybookResult<ScriptedOutputs>> RunAsync(ScriptedPlaybook playbook, Guardrails rules, ScriptedAgent? other = null) =>
        new PlaybookRunner(Options with { Network = network, Recovery = other ?? agent })
            .RunAsync(playbook.With(rules), Page.Context.Browser!);

    private sealed class Open(string url) : Playbooks.Steps.GotoStep(Info(3, FailurePolicy.LlmRecover, action: "goto"), url);

    private static NoteRecord[] Notes(PlaybookResult run) => [.. StoredRun.Read(run.RunFolder).Records.OfType<NoteRecord>()];
}
