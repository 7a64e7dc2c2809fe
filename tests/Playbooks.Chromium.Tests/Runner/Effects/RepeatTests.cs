using Playbooks.Steps;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner.Effects;

/// <summary>What has been carried out is not done again: every action on a real page, whose server counts.</summary>
[Collection(WaitingChromium.Name)]
public sealed class RepeatTests(Chromium chromium, EffectSite site) : RunnerTest(chromium), IClassFixture<EffectSite>
{
    // For steps that are to fail of it; a step that must pass all the same has attempts to spare.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    // Name of the case, whether it is safe to repeat, and what the server counts for each time that it is done; null: not for every time.
    private static readonly Dictionary<string, (Func<Step> Make, bool IsSafe, string? Effect)> Actions = new()
    {
        ["goto"] = (static () => new Goto("/"), true, null),
        ["click"] = (static () => new Click(new("#pay")), false, "/did/pay"),
        ["double click"] = (static () => new Click(new("#pay")) { Count = 2 }, false, null),
        ["key_press key on an element"] = (static () => new KeyPress(new("#note"), key: "a"), false, "/did/note"),
        ["key_press text and key"] = (static () => new KeyPress(new("#note"), text: "x", key: "Tab"), false, "/did/note"),
        ["key_press text"] = (static () => new KeyPress(new("#note"), text: "x"), true, "/did/fill"),
        ["key_press at the keyboard"] = (static () => new KeyPress(null, key: "a"), false, "/did/key"),
        ["key_press text at the keyboard"] = (static () => new KeyPress(null, text: "a"), false, "/did/key"),
        ["scroll"] = (static () => new Scroll(), true, null),
        ["wait_for"] = (static () => new WaitFor(new("#pay"), ElementState.Visible), true, null),
        ["select"] = (static () => new Select(new("#size"), label: "M"), true, null),
        ["evaluate"] = (static () => new Evaluate("() => did('script')"), false, "/did/script"),
        ["extract"] = (static () => new Extract<string>(new("#text")), true, null),
        ["llm_extract"] = (static () => new LlmExtract<string>("What?"), true, null),
        ["api_request GET"] = (static () => new Request<string>(new("/did/read") { ResponseMode = ResponseMode.Text }), true, "/did/read"),
        ["api_request POST"] = (static () => new Request<string>(new("/did/request") { Method = RequestMethod.Post }), false, "/did/request"),
        ["upload"] = (static () => new Upload(new("#file"), typeof(RepeatTests).Assembly.Location), true, null),
        ["hover"] = (static () => new Hover(new("#text")), true, null),
        ["check"] = (static () => new Check(new("#box")), true, null),
        ["uncheck"] = (static () => new Uncheck(new("#checked")), true, null),
        ["screenshot"] = (static () => new Screenshot(), true, null),
    };

    public static TheoryData<string> Names => [.. Actions.Keys];

    public static TheoryData<string> Unsafe => [.. Actions.Where(static one => !one.Value.IsSafe).Select(static one => one.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Action_that_was_carried_out_is_repeated_only_if_that_is_safe(string name)
    {
        var (make, isSafe, effect) = Actions[name];
        FailurePolicy[] policies = isSafe ? [FailurePolicy.Retry] : Enum.GetValues<FailurePolicy>();
        foreach (var policy in policies)
        {
            var run = await RunAsync(make(), policy, Title("Thanks a lot"));

            bool[] expected = policy == FailurePolicy.Abort ? [true] : [true, isSafe];
            Assert.Equal(expected, run.Steps[0].Attempts.Select(static attempt => attempt.Acted));
            Assert.All(run.Steps[0].Attempts, static attempt => Assert.Single(attempt.Expectations));
            Assert.Equal(!isSafe && policy != FailurePolicy.Abort, run.Error!.Contains("was carried out once; it was not repeated, because", StringComparison.Ordinal));
            if (effect is not null)
            {
                Assert.Equal(expected.Count(static acted => acted), site[effect]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Unsafe))]
    public async Task Action_without_a_verify_is_carried_out_once(string name)
    {
        var (make, _, effect) = Actions[name];

        var run = await RunAsync(make(), FailurePolicy.Retry, verify: null);

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.True(effect is null || site[effect] == 1, $"{effect} was asked for {site[effect ?? ""]} times.");
    }

    [Theory]
    [MemberData(nameof(Unsafe))]
    public async Task Action_is_repeated_where_the_step_says_so(string name)
    {
        var (make, _, effect) = Actions[name];

        var run = await RunAsync(make(), FailurePolicy.Retry, Title("Thanks a lot"), repeatAction: true);

        Assert.Equal([true, true], run.Steps[0].Attempts.Select(static attempt => attempt.Acted));
        Assert.True(effect is null || site[effect] == 2, $"{effect} was asked for {site[effect ?? ""]} times.");
        Assert.DoesNotContain("carried out once", run.Error, StringComparison.Ordinal);
    }

    // Of a key at the keyboard Playwright does not know whether it opens a page: only its verify can wait.
    public static TheoryData<string, bool> Late => new()
    {
        { "click", false }, { "click", true }, { "key on an element", false }, { "key on an element", true }, { "keyboard", true },
    };

    [Theory]
    [MemberData(nameof(Late))]
    public async Task Late_page_is_waited_for_and_nothing_is_done_to_it(string name, bool hasVerify)
    {
        Step Make() => name switch
        {
            "click" => new Click(new("#next")),
            "keyboard" => new KeyPress(null, key: "Enter"),
            _ => new KeyPress(new("#q"), key: "Enter"),
        };

        foreach (var policy in new[] { FailurePolicy.Retry, FailurePolicy.LlmRecover })
        {
            var run = await RunAsync(Make(), policy, hasVerify ? Title("Page 2") : null, onAttemptFailed: site.Release, timeout: Soon, attempts: 5);

            Assert.True(run.Outcome == Outcome.Flaky, run.Report);
            Assert.Single(run.Steps[0].Attempts, static attempt => attempt.Acted);
            Assert.Equal("Page 2", await Page.TitleAsync());
            Assert.Equal((1, 0), (site["/late"], site["/did/skip"]));
        }
    }

    [Fact]
    public async Task Page_that_never_arrives_fails_every_attempt_and_is_asked_for_once()
    {
        var run = await RunAsync(new Click(new("#next")), FailurePolicy.Retry, verify: null, timeout: Soon);

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.Equal([true, false], run.Steps[0].Attempts.Select(static attempt => attempt.Acted));
        Assert.Equal(1, site["/late"]);
        Assert.Contains("The click was carried out once; it was not repeated, because", run.Error, StringComparison.Ordinal);
        Assert.Contains("The click was carried out once; it was not repeated, because", run.Report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_page_fails_a_step_that_has_one_attempt()
    {
        var run = await RunAsync(new Click(new("#next")), FailurePolicy.Abort, verify: null, timeout: Soon);

        Assert.Equal(1, site["/late"]);
        Assert.DoesNotContain("carried out once", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_that_takes_too_long_is_waited_for_and_its_value_is_kept()
    {
        var step = new Evaluate("async () => { did('script'); await fetch('/late'); return 7 }");

        var run = await RunAsync(step, FailurePolicy.Retry, verify: null, onAttemptFailed: site.Release, timeout: Soon, attempts: 5);

        Assert.True(run.Outcome == Outcome.Flaky, run.Report);
        Assert.Equal((1, 1), (site["/did/script"], site["/late"]));
        Assert.Equal("7", run.Steps[0].Output);
    }

    [Fact]
    public async Task Script_that_throws_has_failed_by_itself_and_is_run_again()
    {
        var step = new Evaluate("() => { did('script'); if (!window.ready) { window.ready = true; throw new Error('Not yet.') } }");

        var run = await RunAsync(step, FailurePolicy.Retry, Title("Page 1"));

        Assert.Equal(Outcome.Flaky, run.Outcome);
        Assert.Equal([true, true], run.Steps[0].Attempts.Select(static attempt => attempt.Acted));
        Assert.Equal(2, site["/did/script"]);
    }

    [Fact]
    public async Task Click_whose_script_keeps_the_page_busy_is_not_repeated()
    {
        var run = await RunAsync(new Click(new("#busy")), FailurePolicy.Retry, verify: null, timeout: Soon, attempts: 5);

        Assert.True(run.Outcome == Outcome.Flaky, run.Report);
        Assert.Equal(1, site["/did/busy"]);
        Assert.Single(run.Steps[0].Attempts, static attempt => attempt.Acted);
    }

    [Theory]
    [InlineData("#covered", "document.getElementById('cover').remove()")]
    [InlineData("#missing", "document.body.insertAdjacentHTML('beforeend', `<button id=missing onclick=\"did('covered')\">Late</button>`)")]
    public async Task Click_that_reached_no_element_is_done_later(string selector, string mend)
    {
        var run = await RunAsync(new Click(new(selector)), FailurePolicy.Retry, verify: null, timeout: Soon, onAttemptFailed: () => Page.EvaluateAsync(mend).GetAwaiter().GetResult());

        Assert.True(run.Outcome == Outcome.Flaky, run.Report);
        Assert.Equal([false, true], run.Steps[0].Attempts.Select(static attempt => attempt.Acted));
        Assert.Equal(1, site["/did/covered"]);
    }

    private async Task<PlaybookResult> RunAsync(
        Step action,
        FailurePolicy policy,
        StepVerification? verify,
        bool repeatAction = false,
        Action? onAttemptFailed = null,
        TimeSpan? timeout = null,
        int attempts = 2)
    {
        site.Reset();
        await Page.GotoAsync(site.BaseUrl);
        await Page.FocusAsync("#q");
        var info = Info(1, policy, attempts: attempts, action: action.Info.Action) with
        {
            RetryDelay = TimeSpan.FromMilliseconds(1),
            Timeout = timeout ?? TimeSpan.FromSeconds(10),
            RepeatAction = repeatAction,
        };
        var options = Options with
        {
            BaseUrl = site.BaseUrl,
            TimeProvider = TimeProvider.System,
            Trace = TraceMode.Never,
            Model = new SameAnswer(),
            Listeners = onAttemptFailed is null ? [] : [new OnAttemptFailedDo(onAttemptFailed)],
        };
        var run = await RunAsync(new ScriptedPlaybook(new Configured(action, info) { Expects = verify }), options);
        site.Release();
        return run;
    }

    private sealed class SameAnswer : ITextModel
    {
        public Task<ModelAnswer> AskAsync(string prompt, string content, CancellationToken cancellationToken) => Task.FromResult(new ModelAnswer("Thank you", 1, 1));
    }

    private sealed class OnAttemptFailedDo(Action action) : IStepListener
    {
        public void OnAttemptFailed(AttemptFailed failed) => action();
    }
}
