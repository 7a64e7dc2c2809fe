using Playbooks.Steps;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner.Effects;

/// <summary>Which dialog, download, and window belongs to which step.</summary>
public sealed class SideEffectTests(Chromium chromium) : RunnerTest(chromium)
{
    [Fact]
    public async Task The_question_before_a_page_is_left_is_not_the_announced_dialog()
    {
        await ServeAsync("http://app.test/next", "<title>Next</title><script>document.title = String(confirm('on load?'))</script>");
        await Page.EvaluateAsync("() => addEventListener('beforeunload', event => event.preventDefault())");
        await Page.ClickAsync("#cancel");

        var run = await RunInTimeAsync(new GotoStep(Info(1, action: "goto"), "http://app.test/next") { Dialog = new() { Accept = true, ExpectedText = "on load" } });

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.Equal("true", await Page.TitleAsync());
        Assert.Equal(
            ["The page asked for confirmation before leaving (beforeunload), which was accepted.", "The page showed a confirm dialog: \"on load?\". It was accepted, as the step says."],
            run.Steps[0].Notes);
    }

    [Fact]
    public async Task The_question_before_a_page_is_left_does_not_replace_the_announced_dialog()
    {
        await ServeAsync("http://app.test/next", "<title>Next</title>");
        await Page.EvaluateAsync("() => addEventListener('beforeunload', event => event.preventDefault())");
        await Page.ClickAsync("#cancel");

        var run = await RunInTimeAsync(new GotoStep(Info(1, FailurePolicy.Abort, action: "goto") with { Timeout = TimeSpan.FromSeconds(2) }, "http://app.test/next") { Dialog = new() { Accept = true } });

        Assert.Contains("The goto was expected to cause a dialog, but none appeared within 2 s.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_downloads_the_one_with_the_name_is_waited_for()
    {
        await Page.SetContentAsync(Downloads("a.txt", "b.csv"));

        var run = await RunInTimeAsync(new DownloadStep(Info(1, action: "download"), new("#go")) { NameContains = ".csv" });

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.EndsWith("_b.csv", run.Steps[0].Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The file a.txt was downloaded, but its name does not contain \".csv\", and no other download started within 5 s.", "a.txt")]
    [InlineData("2 files were downloaded within 5 s, but no name contains \".csv\": a.txt, b.txt.", "a.txt", "b.txt")]
    public async Task Downloads_with_other_names_are_listed(string error, params string[] names)
    {
        await Page.SetContentAsync(Downloads(names));

        var run = await RunInTimeAsync(new DownloadStep(Info(1, FailurePolicy.Abort, action: "download") with { Timeout = TimeSpan.FromSeconds(5) }, new("#go")) { NameContains = ".csv" });

        Assert.Contains(error, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_of_an_earlier_step_does_not_contradict_the_failure_of_a_later_one()
    {
        await ServeAsync("http://app.test/two", "<p>Two</p>");
        var open = new ScriptedStep(Info(1), page => page.RunAndWaitForPopupAsync(() => page.EvaluateAsync("() => { open('http://app.test/two') }")));
        var click = new ClickStep(Info(2, FailurePolicy.Abort) with { Timeout = TimeSpan.FromSeconds(2) }, new("#cancel")) { Opens = "terms" };

        var run = await RunInTimeAsync(open, click);

        Assert.Equal("Step 2 of 2 (click): The click was expected to open a page, but none opened within 2 s.", run.Error);
        Assert.Matches("\nDuring step 1: A window opened(: http://app.test/two)?\\.", run.Steps[1].Failure!.Cause);
    }

    [Fact]
    public async Task A_side_effect_of_the_failed_step_itself_is_part_of_its_error()
    {
        await ServeAsync("http://app.test/two", "<p>Two</p>");
        Task OpenAsync(Microsoft.Playwright.IPage page) => page.RunAndWaitForPopupAsync(() => page.EvaluateAsync("() => { open('http://app.test/two') }"));

        var run = await RunInTimeAsync(new ScriptedStep(Info(1, FailurePolicy.Abort), async page =>
        {
            await OpenAsync(page);
            await Fail("Nothing there.")(page);
        }));

        Assert.Matches(": Nothing there\\. A window opened(: http://app.test/two)?\\.$", run.Error);
    }

    // What does not happen is waited for until the limit of the step.
    private static string Downloads(params string[] names) =>
        $$"""
        <button id=go onclick="for (const name of '{{string.Join(' ', names)}}'.split(' ')) { const link = document.createElement('a'); link.href = 'data:text/plain,a'; link.download = name; link.click(); }">Go</button>
        """;

    private async Task ServeAsync(string url, string html) =>
        await Page.Context.RouteAsync(url, route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html }));
}
