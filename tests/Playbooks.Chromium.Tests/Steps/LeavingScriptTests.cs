using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Steps;

public sealed class LeavingScriptTests(Chromium chromium) : BrowserTest(chromium)
{
    // The output is asserted only where the script has ended before the page is left.
    [Theory]
    [InlineData("() => { location.href = '/next'; return 5 }", "http://app.test/next", "5")]
    [InlineData("location.href = '/next'", "http://app.test/next", "\"/next\"")]
    [InlineData("location.replace('/next')", "http://app.test/next", "null")]
    [InlineData("() => history.back()", "http://app.test/first", "null")]
    [InlineData("() => history.go(-1)", "http://app.test/first", "null")]
    [InlineData("() => document.forms[0].submit()", "http://app.test/next?", "null")]
    [InlineData("() => document.forms[0].requestSubmit()", "http://app.test/next?", "null")]
    [InlineData("() => document.links[0].click()", "http://app.test/next", "null")]
    [InlineData("() => { window.open('/next', '_self'); return 1 }", "http://app.test/next", "1")]
    [InlineData("() => location.reload()", "http://app.test/second", "null")]
    [InlineData("async () => { location.href = '/next'; await new Promise(() => {}) }", "http://app.test/next", "null")]
    [InlineData("() => { history.pushState(1, '', '/pushed'); return 2 }", "http://app.test/pushed", "2")]
    [InlineData("() => { location.hash = 'part' }", "http://app.test/second#part", "null")]
    [InlineData("() => { location.href = '/nothing'; return 3 }", "http://app.test/second", "3")]
    [InlineData("() => { location.href = 'mailto:a@app.test'; return 4 }", "http://app.test/second", "4")]
    [InlineData("() => 6", "http://app.test/second", "6")]
    public async Task Page_that_a_script_leaves_for_is_read_when_the_step_ends(string script, string url, string json)
    {
        const string Links = "<a href=/next>Next</a><form action=/next></form><script>window.isRead = true</script>";
        await ServeAsync("/first", Links);
        await ServeAsync("/second", Links);
        await Page.RouteAsync("**/next*", route => route.FulfillAsync(new() { ContentType = "text/html", Body = Links }));
        await Page.RouteAsync("**/nothing", route => route.FulfillAsync(new() { Status = 204 }));
        await Page.GotoAsync("http://app.test/first");
        await Page.GotoAsync("http://app.test/second");

        Assert.Equal(json, await ActAsync(new Evaluate(script)));

        Assert.Equal(url, Page.Url);
        Assert.True(await Page.EvaluateAsync<bool>("window.isRead"));
    }

    [Fact]
    public async Task Page_that_cannot_be_loaded_fails_the_step()
    {
        await ServeAsync("/", "<a id=dead href=/dead>Dead</a>");
        await Page.RouteAsync("**/dead", route => route.AbortAsync("connectionrefused"));
        await Page.GotoAsync("http://app.test/");

        Assert.Equal(
            "Running the script worked, but the page that it opened could not be loaded. The browser shows its own error page.",
            await FailAsync(new Evaluate("location.href = '/dead'"), Plenty));
    }

    [Fact]
    public async Task Page_that_is_never_read_fails_the_step_and_says_that_the_script_ran()
    {
        await ServeAsync("/", "<p>Here</p>");
        await Page.RouteAsync("**/never", _ => Task.CompletedTask);
        await Page.GotoAsync("http://app.test/");

        Assert.Equal(
            "Running the script worked, but the page that it opened did not load within 1.5 s.",
            await FailAsync(new Evaluate("location.href = '/never'"), TimeSpan.FromSeconds(1.5)));
    }
}
