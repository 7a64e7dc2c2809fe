using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

public sealed class StartPageTests(Chromium chromium) : RunnerTest(chromium)
{
    [Theory]
    [InlineData(null, "http://yaml.test/orders")]
    [InlineData("http://options.test", "http://options.test/orders")]
    public async Task The_start_page_is_opened_before_the_first_step_and_the_options_base_url_goes_first(string? baseUrl, string expected)
    {
        await Page.RouteAsync("http://*.test/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Shop</title>" }));
        var seen = "";
        var step = new ScriptedStep(Info(1), page =>
        {
            seen = page.Url;
            return Task.CompletedTask;
        });

        await RunAsync(new ScriptedPlaybook(step) { BaseUrl = "http://yaml.test", StartUrl = "/orders" }, Options with { BaseUrl = baseUrl });

        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task A_start_page_that_answers_with_an_error_fails_the_run_before_its_first_step()
    {
        await Page.RouteAsync("http://app.test/**", route => route.FulfillAsync(new() { Status = 503, ContentType = "text/html", Body = "<title>Down</title>" }));
        var step = new ScriptedStep(Info(1), Work);

        var run = await RunAsync(new ScriptedPlaybook(step) { StartUrl = "http://app.test/orders", Given = [new("order_id", "12")] });

        Assert.Equal(0, step.Acted);
        Assert.Empty(run.Steps);
        Assert.Equal(ErrorCode.SetupFailed, run.ErrorCode);
        Assert.Equal("Opening the start page: http://app.test/orders returned HTTP status 503 Service Unavailable.", run.Error);
        Assert.EndsWith("0000_start.jpg", run.Failure!.ScreenshotPath, StringComparison.Ordinal);
        Assert.Equal("Down", run.Failure.Title);
        Assert.StartsWith(run.Error, run.Report, StringComparison.Ordinal);
        Assert.Contains("order_id = 12", run.Report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relative_start_page_without_a_base_url_says_what_to_set()
    {
        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work)) { StartUrl = "/orders" });

        Assert.Equal(ErrorCode.SetupFailed, run.ErrorCode);
        Assert.Contains("set base_url in the playbook, or BaseUrl in the run's options", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app.test")]
    [InlineData("ftp://app.test")]
    public void A_base_url_in_the_options_that_is_none_is_an_argument_error(string url) =>
        Assert.Throws<ArgumentException>(() => new PlaybookRunner(new() { BaseUrl = url }));

    [Fact]
    public async Task A_page_of_a_browser_context_is_opened_for_the_run_and_closed_after_it()
    {
        var before = Page.Context.Pages.Count;
        Microsoft.Playwright.IPage? used = null;
        var step = new ScriptedStep(Info(1), page =>
        {
            used = page;
            return Task.CompletedTask;
        });

        var run = await new PlaybookRunner(Options).RunAsync(new ScriptedPlaybook(step), Page.Context);

        Assert.Equal(Outcome.Passed, run.Outcome);
        Assert.NotSame(Page, used);
        Assert.True(used!.IsClosed);
        Assert.Equal(before, Page.Context.Pages.Count);
    }

    [Fact]
    public async Task A_page_given_by_the_caller_stays_open_and_is_no_longer_watched()
    {
        await RunAsync(new ScriptedStep(Info(1), Work));

        Assert.False(Page.IsClosed);
    }

    [Fact]
    public async Task A_context_that_is_closed_is_a_result()
    {
        var context = await Page.Context.Browser!.NewContextAsync();
        await context.CloseAsync();

        var run = await new PlaybookRunner(Options).RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work)), context);

        Assert.Equal(ErrorCode.SetupFailed, run.ErrorCode);
        Assert.StartsWith("Opening a page: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_runs_a_playbook_without_knowing_its_outputs()
    {
        Playbook playbook = new ScriptedPlaybook(new ScriptedReading<string>(Info(1, storeAs: "status"), _ => Task.FromResult("Open")));

        var run = await new PlaybookRunner(Options).RunAsync(playbook, Page);

        Assert.Equal("Open", Assert.Single(run.OutputTexts).Text);
        Assert.IsType<PlaybookResult<ScriptedOutputs>>(run);
    }
}
