using Playbooks.Steps.Support;
using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Steps;

public sealed class NavigationTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData("/orders?q=a%2Fb", "http://app.test/shop/", "http://app.test/orders?q=a%2Fb")]
    [InlineData("./orders", "http://app.test/shop/", "http://app.test/shop/orders")]
    [InlineData("../orders", "http://app.test/shop/de/", "http://app.test/shop/orders")]
    [InlineData("?page=2", "http://app.test/shop", "http://app.test/shop?page=2")]
    [InlineData("#top", "http://app.test/shop", "http://app.test/shop#top")]
    [InlineData("HTTPS://x.test/A%20b", "", "HTTPS://x.test/A%20b")]
    [InlineData("about:blank", "", "about:blank")]
    [InlineData("data:text/html,<p>x", "", "data:text/html,<p>x")]
    public void Url_is_resolved_against_the_base(string url, string baseUrl, string resolved) => Assert.Equal(resolved, Navigation.Resolve(url, baseUrl));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("www.x.de")]
    [InlineData("")]
    public void What_is_no_url_that_may_be_opened_is_refused(string url) => Assert.Equal(
        $"\"{url}\" is not a URL: it is neither absolute (http, https, about or data) nor a path that starts with /, ./, ../, ? or #.",
        Assert.Throws<PlaybookException>(() => Navigation.Resolve(url, "http://app.test")).Message);

    [Theory]
    [InlineData("")]
    [InlineData("/x")]
    [InlineData("file:///x")]
    [InlineData("ftp://app.test/")]
    [InlineData("http://a!b.test/")]
    public void A_relative_url_is_resolved_against_an_http_url_only(string baseUrl) =>
        Assert.StartsWith("The URL /form is relative, and there is no base URL", Assert.Throws<PlaybookException>(() => Navigation.Resolve("/form", baseUrl)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Relative_url_without_a_base_says_what_to_set()
    {
        BaseUrl = string.Empty;

        Assert.Equal(
            "The URL /orders is relative, and there is no base URL to resolve it against: set base_url in the playbook, or BaseUrl in the run's options.",
            await FailAsync(new Goto("/orders")));
    }

    [Fact]
    public async Task Bad_status_without_a_body_is_told_as_a_status_and_can_be_allowed()
    {
        await ServeAsync("/empty", string.Empty, 503);

        Assert.Equal("http://app.test/empty returned HTTP status 503 Service Unavailable.", await FailAsync(new Goto("/empty"), Plenty));
        await ActAsync(new Goto("/empty") { AllowStatus = true });
    }

    [Fact]
    public async Task Page_that_goes_on_by_itself_is_followed()
    {
        await ServeAsync("/login", "<script>location.href = '/home'</script>");
        await ServeAsync("/home", "<title>Home</title>");

        await ActAsync(new Goto("/login"));
        await Page.WaitForURLAsync("**/home");
    }

    [Fact]
    public async Task Server_that_cannot_be_reached_is_told_with_the_network_s_word()
    {
        // Not asked of the machine's own name server, which may take its time.
        await Page.RouteAsync("**/*", route => route.AbortAsync("namenotresolved"));

        Assert.Equal("Opening http://app.test/ failed: net::ERR_NAME_NOT_RESOLVED.", await FailAsync(new Goto("/"), Plenty));
    }

    [Fact]
    public async Task Page_that_does_not_come_ends_with_the_time_limit()
    {
        await Page.RouteAsync("**/slow", _ => Task.CompletedTask);

        Assert.Equal("Opening http://app.test/slow did not finish within 300 ms.", await FailAsync(new Goto("/slow")));
    }
}
