using Microsoft.Playwright;
using Playbooks.Steps;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner.Effects;

/// <summary>Kinds of pages that users of browser automation report as faults: a run ends, with the right outcome.</summary>
public sealed class ReportedPageTests(Chromium chromium, EffectSite site) : RunnerTest(chromium), IClassFixture<EffectSite>
{
    [Fact]
    public async Task Two_dialogs_of_one_click_are_answered_in_turn_and_fail_it()
    {
        await Page.SetContentAsync("<button id=go onclick=\"alert('First'); alert('Second'); document.title = 'Done'\">Go</button>");

        var run = await RunInTimeAsync(Click());

        Assert.Contains("The page showed an alert: \"First\". It was dismissed, because no step handles it.", run.Error, StringComparison.Ordinal);
        Assert.Contains(run.Steps[0].Notes, static note => note.Contains("\"Second\"", StringComparison.Ordinal));
        Assert.Equal("Done", await Page.TitleAsync());
    }

    [Fact]
    public async Task A_second_dialog_is_not_the_announced_one()
    {
        await Page.SetContentAsync("<button id=go onclick=\"document.title = confirm('First') + ' ' + confirm('Second')\">Go</button>");

        var run = await RunInTimeAsync(new ClickStep(Info(1, FailurePolicy.Abort), new("#go")) { Dialog = new() { Accept = true, ExpectedText = "First" } });

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.Contains("a confirm dialog: \"Second\"", run.Error, StringComparison.Ordinal);
        Assert.Equal("true false", await Page.TitleAsync());
    }

    [Theory]
    [InlineData("setInterval(() => { alert('Tick'); document.title = 'Done' }, 20)")]
    [InlineData("for (;;) alert('Again')")]
    public async Task Alerts_in_a_loop_end_the_run(string script)
    {
        await Page.SetContentAsync($"<button id=go onclick=\"{script}\">Go</button>");

        var run = await RunInTimeAsync(Click());

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.Contains("The page showed an alert", run.Error, StringComparison.Ordinal);
        Assert.InRange(run.Steps[0].Notes.Count, 1, 100);
    }

    [Theory]
    [InlineData("window.open('/slow', '', 'noopener')")]
    [InlineData("setTimeout(() => window.open('/slow'), 300)")]
    public async Task A_window_whose_document_is_slow_is_the_page_that_the_click_opens(string script)
    {
        await Page.GotoAsync(site.BaseUrl);
        await Page.SetContentAsync($"<button id=go onclick=\"{script}\">Go</button>");

        var run = await RunInTimeAsync(
            new ClickStep(Info(1, FailurePolicy.Abort), new("#go")) { Opens = "terms", Verify = new() { TitleContains = "Terms" } },
            new ExtractStep(Info(2, action: "extract"), new("#text")));

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.Equal("Slow", run.Steps[1].Output);
    }

    [Theory]
    [InlineData("window.open('/loud')")]
    [InlineData("window.open('/loud', '', 'noopener')")]
    public async Task Everything_that_a_window_does_while_it_loads_is_evidence(string script)
    {
        await Page.GotoAsync(site.BaseUrl);
        await Page.SetContentAsync($"<button id=go onclick=\"{script}\">Go</button>");

        var run = await RunInTimeAsync(new ClickStep(Info(1, FailurePolicy.Abort), new("#go")) { Opens = "terms", Verify = new() { TitleContains = "Asked" } });

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.Contains("The page showed an alert: \"It is loud\". It was dismissed, because no step handles it.", run.Error, StringComparison.Ordinal);
        Assert.Contains("It is logged", run.Failure!.ConsoleErrors);
        Assert.Contains(run.Failure.ConsoleErrors, static error => error.Contains("It is broken", StringComparison.Ordinal));
        Assert.Equal([("/loud", 200), ("/did/ask", 200)], run.Failure.Requests.TakeLast(2).Select(static request => (new Uri(request.Url).AbsolutePath, request.Status!.Value)));
    }

    [Fact]
    public async Task An_alert_of_a_window_that_is_only_opening_fails_the_step()
    {
        await Page.SetContentAsync("<button id=go onclick=\"const opened = window.open(''); opened.eval('alert(`Early`)'); document.title = 'Done'\">Go</button>");

        var run = await RunInTimeAsync(Click());

        Assert.Contains("The page showed an alert: \"Early\". It was dismissed, because no step handles it.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_that_cannot_be_loaded_fails_the_step_that_opens_it()
    {
        await Page.Context.RouteAsync("http://app.test/dead", static route => route.AbortAsync("connectionrefused"));
        await Page.SetContentAsync("<button id=go onclick=\"window.open('http://app.test/dead')\">Go</button>");

        var run = await RunInTimeAsync(new ClickStep(Info(1, FailurePolicy.Abort), new("#go")) { Opens = "terms" });

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.Contains("The page that the click opened could not be loaded. The browser shows its own error page.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("window.close()")]
    [InlineData("window.close(); for (const end = Date.now() + 300; Date.now() < end;);")]
    [InlineData("setTimeout(() => window.close(), 100)")]
    [InlineData("setTimeout(() => window.close(), 1000)")]
    public async Task A_window_that_a_click_closes_is_left_for_the_page_before(string script)
    {
        await OfferWindowAsync($"<button id=accept onclick=\"{script}\">Accept</button>");

        var run = await RunInTimeAsync(
            new ClickStep(Info(1, FailurePolicy.Abort), new("#go")) { Opens = "terms" },
            new ClickStep(Info(2, FailurePolicy.Abort), new("#accept")) { Verify = new() { TitleContains = "Shop", ElementVisible = "#go" } },
            new ExtractStep(Info(3, FailurePolicy.Abort, action: "extract"), new("#go")));

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.Equal("Go", run.Steps[2].Output);
    }

    [Theory]
    [InlineData("() => window.close()")]
    [InlineData("async () => { window.close(); await new Promise(() => {}) }")]
    public async Task A_window_that_a_script_closes_is_left_for_the_page_before(string script)
    {
        await Page.SetContentAsync("<title>Shop</title><button id=go onclick=\"window.open('about:blank#opened')\">Go</button>");

        var run = await RunInTimeAsync(
            new ClickStep(Info(1, FailurePolicy.Abort), new("#go")) { Opens = "terms" },
            new EvaluateStep(Info(2, FailurePolicy.Abort, action: "evaluate"), script) { Verify = new() { TitleContains = "Shop" } });

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.Equal("null", run.Steps[1].Output);
    }

    [Theory]
    [InlineData("#accept")]
    [InlineData(null)]
    public async Task A_window_that_a_key_closes_is_left_for_the_page_before(string? selector)
    {
        await OfferWindowAsync("<button id=accept autofocus onkeydown='window.close()'>Accept</button>");

        var run = await RunInTimeAsync(
            new ClickStep(Info(1, FailurePolicy.Abort), new("#go")) { Opens = "terms", Verify = new() { Focused = "#accept" } },
            new KeyPressStep(Info(2, FailurePolicy.Abort, action: "key_press"), selector is null ? null : new(selector)) { Key = "Escape", Verify = new() { TitleContains = "Shop" } });

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
    }

    [Fact]
    public async Task What_another_page_of_the_callers_context_does_is_not_the_runs()
    {
        await Page.SetContentAsync("<button id=go>Go</button>");
        var other = await Page.Context.NewPageAsync();
        var step = new ScriptedStep(Info(1), async _ =>
        {
            await other.GotoAsync(site.BaseUrl + "/loud");
            await Assertions.Expect(other).ToHaveTitleAsync("Asked");
        });

        var run = await RunInTimeAsync(step, new ScriptedStep(Info(2), Fail("Nothing there.")));

        Assert.EndsWith("Nothing there.", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Steps[0].Notes);
        Assert.Empty(run.Failure!.ConsoleErrors);
        Assert.DoesNotContain(run.Failure.Requests, request => request.Url.StartsWith(site.BaseUrl, StringComparison.Ordinal));
    }

    // A page whose button opens a window.
    private async Task OfferWindowAsync(string content)
    {
        await Page.Context.RouteAsync("http://app.test/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Terms</title>" + content }));
        await Page.SetContentAsync("<title>Shop</title><button id=go onclick=\"window.open('http://app.test/')\">Go</button>");
    }

    private static ClickStep Click() => new(Info(1, FailurePolicy.Abort) with { Timeout = TimeSpan.FromSeconds(2) }, new("#go"))
    {
        Verify = new() { TitleContains = "Done", Timeout = TimeSpan.FromSeconds(2) },
    };
}
