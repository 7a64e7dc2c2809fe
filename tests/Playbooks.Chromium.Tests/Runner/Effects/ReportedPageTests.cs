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

    private static ClickStep Click() => new(Info(1, FailurePolicy.Abort) with { Timeout = TimeSpan.FromSeconds(2) }, new("#go"))
    {
        Verify = new() { TitleContains = "Done", Timeout = TimeSpan.FromSeconds(2) },
    };
}
