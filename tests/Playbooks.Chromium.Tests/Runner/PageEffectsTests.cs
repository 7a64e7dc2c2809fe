using Playbooks.Browsing;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;
using Playbooks.Verification;

namespace Playbooks.Tests.Runner;

/// <summary>What a step causes beside what it is asked to is told: in the result, the log and the failure.</summary>
public sealed class PageEffectsTests(Chromium chromium) : RunnerTest(chromium)
{
    [Theory]
    [InlineData("alert('Saved')", "an alert: \"Saved\"")]
    [InlineData("confirm('Really delete?')", "a confirm dialog: \"Really delete?\"")]
    [InlineData("prompt('Name?', 'x')", "a prompt: \"Name?\"")]
    public async Task A_dialog_that_nothing_announced_fails_its_step_which_is_not_repeated(string script, string dialog)
    {
        var ask = new ScriptedStep(Info(1), page => page.EvaluateAsync($"() => {{ {script} }}"));

        var run = await RunAsync(ask);

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.Contains($"The page showed {dialog}. It was dismissed", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, ask.Acted);
        Assert.StartsWith($"The page showed {dialog}", Assert.Single(run.Steps[0].Notes), StringComparison.Ordinal);
        Assert.Equal("dialog", Assert.Single(Notes(run)).Topic);
    }

    [Theory]
    [InlineData("alert('Not saved')", "an alert: \"Not saved\"")]
    [InlineData("confirm('Leave?')", "a confirm dialog: \"Leave?\"")]
    public async Task A_dialog_after_the_last_step_fails_the_run(string script, string dialog)
    {
        var playbook = new ScriptedPlaybook(new ScriptedStep(Info(1), Work))
        {
            Hang = hooks => hooks.After<ScriptedStep>((_, context) => context.Page.EvaluateAsync($"() => {{ {script} }}")),
        };

        var run = await RunAsync(playbook);

        Assert.Equal((Outcome.Failed, ErrorCode.StepFailed), (run.Outcome, run.ErrorCode));
        Assert.StartsWith($"After the last step: The page showed {dialog}. It was dismissed", run.Error, StringComparison.Ordinal);
        Assert.Equal(Outcome.Passed, Assert.Single(run.Steps).Outcome);
        Assert.True(File.Exists(run.Failure!.ScreenshotPath));
        Assert.Null(Assert.Single(Notes(run)).Path);
    }

    [Fact]
    public async Task A_text_that_only_a_frame_holds_is_noted_with_the_frame()
    {
        await Page.SetContentAsync("<p>Outside</p><iframe srcdoc='<p>Inside</p><p>Outside</p>'></iframe>");
        ScriptedStep Expecting(int number, string text) => new(Info(number), Work) { Expects = new() { TextOnPage = text, Timeout = TimeSpan.FromSeconds(15) } };

        var run = await RunAsync(Expecting(1, "Outside"), Expecting(2, "Inside"));

        const string Sentence = "expect_text_on_page was met because \"Inside\" is in the frame about:srcdoc. The page itself does not show it, and selectors do not search frames.";
        Assert.Equal(Outcome.Passed, run.Outcome);
        Assert.DoesNotContain(run.Steps[0].Notes, static note => note.Contains("frame", StringComparison.Ordinal));
        Assert.Contains(Sentence, run.Steps[1].Notes);
        var note = Assert.Single(Notes(run), static note => note.Topic == "frame");
        Assert.Equal(("2", Sentence), (note.Path, note.Message));
        Assert.Contains(new RunNote("frame", Sentence) { Path = "2" }, run.Notes);
        Assert.Contains("Step 2: " + Sentence.Replace("\"", "&quot;", StringComparison.Ordinal), await File.ReadAllTextAsync(run.ReportPath!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dialog_that_a_handler_of_the_callers_answers_is_not_answered_twice()
    {
        var answers = new List<string>();
        Page.Dialog += async (_, dialog) =>
        {
            await Task.Yield();
            await dialog.AcceptAsync();
            answers.Add(dialog.Message);
        };

        var run = await RunAsync(new ScriptedStep(Info(1), async page => Assert.True(await page.EvaluateAsync<bool>("() => confirm('Really delete?')"))));

        Assert.Equal(Outcome.Passed, run.Outcome);
        Assert.Equal(["Really delete?"], answers);
        Assert.Empty(run.Steps[0].Notes);
    }

    [Fact]
    public async Task Expect_dialog_gone_is_met_only_after_the_dialog_is_answered()
    {
        using var effects = new PageEffects(Page);
        var expectation = new DialogGoneExpectation(effects);
        var during = new TaskCompletionSource<ExpectationResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        Page.Dialog += async (_, _) => during.TrySetResult(await expectation.LookAsync());

        await Page.EvaluateAsync("() => alert('Saved')");

        Assert.Equal(new("expect_dialog_gone", "no open dialog", "an alert is open: \"Saved\"", IsMet: false), await during.Task);
        await effects.SettledAsync();
        Assert.True((await expectation.LookAsync()).IsMet);
    }

    [Fact]
    public async Task A_page_that_asks_before_it_is_left_is_left()
    {
        await Page.EvaluateAsync("() => addEventListener('beforeunload', event => event.preventDefault())");
        await Page.ClickAsync("#cancel");

        var run = await RunAsync(new ScriptedStep(Info(1, action: "goto"), page => page.GotoAsync("data:text/html,<title>Left</title>")));

        Assert.Equal(Outcome.Passed, run.Outcome);
        Assert.Equal("Left", await Page.TitleAsync());
        Assert.Equal("The page asked for confirmation before leaving (beforeunload), which was accepted.", Assert.Single(run.Steps[0].Notes));
    }

    [Fact]
    public async Task A_window_and_a_download_are_noted_and_named_in_the_cause_of_a_later_failure_with_their_step()
    {
        await Page.Context.RouteAsync("http://app.test/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<p>Window</p>" }));
        var open = new ScriptedStep(Info(1), async page =>
        {
            await page.RunAndWaitForPopupAsync(() => page.EvaluateAsync("() => { open('http://app.test/terms') }"));
            await page.RunAndWaitForDownloadAsync(() => page.EvaluateAsync(
                "() => { const link = document.createElement('a'); link.href = 'data:text/csv,a'; link.download = 'orders.csv'; document.body.append(link); link.click() }"));
        });

        var run = await RunAsync(open, new ScriptedStep(Info(2), Fail("Nothing there.")));

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.EndsWith("Nothing there.", run.Error, StringComparison.Ordinal);
        Assert.Contains("During step 1: A window opened", run.Steps[1].Failure!.Cause, StringComparison.Ordinal);
        Assert.Contains("During step 1: A download started: orders.csv", run.Steps[1].Failure!.Cause, StringComparison.Ordinal);
        Assert.Equal(["window", "download"], Notes(run).Select(static note => note.Topic).Where(static topic => topic != "stuck"));
        Assert.Equal(2, run.Steps[0].Notes.Count);
    }

    [Fact]
    public async Task A_verify_that_held_before_the_action_is_noted()
    {
        var before = new ScriptedStep(Info(1), Work) { Expects = Title("Orders") };
        var after = new ScriptedStep(Info(2), SetTitle("Done")) { Expects = Title("Done") };

        var run = await RunAsync(before, after);

        Assert.Equal(Outcome.Passed, run.Outcome);
        Assert.StartsWith("The verify of step 1 was already met before its action", Assert.Single(run.Steps[0].Notes), StringComparison.Ordinal);
        Assert.Empty(run.Steps[1].Notes);
    }

    [Theory]
    [InlineData("#none", true)]
    [InlineData("role=dialog", true)]
    [InlineData("#cancel", false)]
    public async Task An_element_that_is_gone_and_never_was_there_is_noted(string selector, bool isNoted)
    {
        StepVerification gone = new() { ElementGone = selector, Timeout = TimeSpan.FromSeconds(15) };
        var step = new ScriptedStep(Info(1, action: "click"), page => page.EvaluateAsync("() => document.getElementById('cancel').remove()")) { Expects = gone };
        var hidden = new ScriptedReading<string>(Info(2, action: "wait_for"), async context =>
        {
            await new WaitFor(new(selector), Playbooks.Steps.ElementState.Hidden).ActAsync(context);
            return string.Empty;
        });

        var run = await RunAsync(new ScriptedPlaybook(step, hidden));

        Assert.Equal(Outcome.Passed, run.Outcome);
        Assert.Equal(isNoted, run.Steps[0].Notes.Any(static note => note.Contains("was never there", StringComparison.Ordinal)));
        Assert.Equal(isNoted, run.Steps[1].Notes.Any(static note => note.Contains("was never there", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("() => { open('http://blocked.test/') }")]
    [InlineData("() => { open('http://blocked.test/', '_blank', 'noopener') }")]
    [InlineData("() => { open('http://app.test/window') }")]
    public async Task Windows_that_a_page_of_the_callers_opens_are_held_to_the_guardrails(string script)
    {
        await Page.Context.RouteAsync("http://*.test/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = route.Request.Url.EndsWith("/window", StringComparison.Ordinal) ? "<script>location.href = 'http://blocked.test/'</script>" : "<p>Page</p>",
        }));
        var open = new ScriptedStep(Info(1), async page =>
        {
            var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            page.Popup += (_, popup) =>
            {
                popup.Response += (_, _) => arrived.TrySetResult();
                if (!script.Contains("window'", StringComparison.Ordinal))
                {
                    arrived.TrySetResult();
                }
            };
            await page.EvaluateAsync(script);
            await arrived.Task;
        });

        var run = await RunAsync(new ScriptedPlaybook(open).With(new() { BlockedDomains = ["blocked.test"] }));

        Assert.Equal(ErrorCode.GuardrailBlocked, run.ErrorCode);
        Assert.Contains("http://blocked.test/ is blocked", run.Error, StringComparison.Ordinal);
    }

    private static NoteRecord[] Notes(PlaybookResult run) => [.. StoredRun.Read(run.RunFolder).Records.OfType<NoteRecord>()];
}
