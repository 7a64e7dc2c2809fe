using System.Text.Json;
using Playbooks.Steps;
using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Steps.Requests;

/// <summary>What api_request sends to a real server, and what it makes of the response.</summary>
public sealed class ApiRequestStepTests : BrowserTest, IClassFixture<ApiSite>
{
    private readonly ApiSite site;

    public ApiRequestStepTests(Chromium chromium, ApiSite site)
        : base(chromium)
    {
        this.site = site;
        site.Reset();
        BaseUrl = site.BaseUrl;
    }

    [Fact]
    public async Task Cookies_of_the_page_are_sent_and_those_of_the_response_are_kept()
    {
        await Page.GotoAsync(site.BaseUrl);

        var sent = await EchoAsync(new("/api/echo"));
        await ActAsync(new Request<string>(new("/api/cookie")));

        Assert.Equal("session=from-page", sent.GetProperty("headers").GetProperty("cookie").GetString());
        Assert.Contains((await Page.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"), "given=by-api".Equals);
    }

    [Fact]
    public async Task Cookies_stay_with_their_origin()
    {
        await Page.GotoAsync(site.BaseUrl);

        var sent = await EchoAsync(new(site.OtherUrl + "/api/echo"));

        Assert.False(sent.GetProperty("headers").TryGetProperty("cookie", out _));
    }

    [Theory]
    [InlineData("/api/echo", "/api/echo?a%20b=%26c%3D%2B%C3%A4&n=")]
    [InlineData("/api/echo?x=1", "/api/echo?x=1&a%20b=%26c%3D%2B%C3%A4&n=")]
    [InlineData("/api/echo?#top", "/api/echo?a%20b=%26c%3D%2B%C3%A4&n=")]
    public async Task Query_is_encoded_and_added(string url, string target)
    {
        var sent = await EchoAsync(new(url) { Query = new Dictionary<string, string> { ["a b"] = "&c=+ä", ["n"] = "" } });

        Assert.Equal(target, sent.GetProperty("target").GetString());
    }

    [Theory]
    [InlineData(RequestMethod.Get)]
    [InlineData(RequestMethod.Post)]
    [InlineData(RequestMethod.Put)]
    [InlineData(RequestMethod.Patch)]
    [InlineData(RequestMethod.Delete)]
    public async Task Method_headers_and_json_are_sent_as_they_are(RequestMethod method)
    {
        var sent = await EchoAsync(new("/api/echo") { Method = method, Headers = new Dictionary<string, string> { ["X-Token"] = "t1" }, Json = "{\"a\":[1,\"ä\"]}" });

        Assert.Equal(method.ToString().ToUpperInvariant(), sent.GetProperty("method").GetString());
        Assert.Equal(("t1", "application/json"), (HeaderOf(sent, "x-token"), HeaderOf(sent, "content-type")));
        Assert.Equal("{\"a\":[1,\"ä\"]}", sent.GetProperty("body").GetString());
    }

    [Fact]
    public async Task Form_is_encoded_and_a_text_is_sent_as_it_is()
    {
        var form = await EchoAsync(new("/api/echo") { Method = RequestMethod.Post, Form = new Dictionary<string, string> { ["a b"] = "c&d=ä +" } });
        var text = await EchoAsync(new("/api/echo") { Method = RequestMethod.Post, Body = "grüße" });
        var own = await EchoAsync(new("/api/echo") { Method = RequestMethod.Post, Body = "<a/>", Headers = new Dictionary<string, string> { ["content-type"] = "application/xml" } });

        Assert.Equal(("a+b=c%26d%3D%C3%A4+%2B", "application/x-www-form-urlencoded"), (form.GetProperty("body").GetString(), HeaderOf(form, "content-type")));
        Assert.Equal(("grüße", "text/plain; charset=utf-8"), (text.GetProperty("body").GetString(), HeaderOf(text, "content-type")));
        Assert.Equal("application/xml", HeaderOf(own, "content-type"));
    }

    [Fact]
    public async Task Json_of_the_response_is_compact_and_complete()
    {
        Assert.Equal(
            "{\"items\":[{\"id\":1,\"name\":\"Ä \\\"B\\\"\",\"total\":1234.5,\"big\":1.5e3,\"open\":true,\"since\":\"2024-01-31\",\"german\":\"1.234,50\",\"note\":null,\"a b\":7}],\"none\":[],\"count\":1}",
            await ActAsync(new Request<string>(new("/api/invoices"))));
        Assert.Equal("null", await ActAsync(new Request<string>(new("/api/empty") { Method = RequestMethod.Delete })));
        Assert.Equal(ApiSite.Invoices, await ActAsync(new Request<string>(new("/api/invoices") { ResponseMode = ResponseMode.Text })));
        Assert.Equal("Ä", await ActAsync(new Request<string>(new("/api/latin") { ResponseMode = ResponseMode.Text })));
        Assert.Equal(string.Empty, await ActAsync(new Request<string>(new("/api/empty") { Method = RequestMethod.Head, ResponseMode = ResponseMode.Text })));
    }

    [Fact]
    public async Task A_value_of_the_response_keeps_its_type()
    {
        Assert.Equal(1234.5m, await ActAsync(At<decimal>("items.0.total")));
        Assert.Equal(1234.5m, await ActAsync(At<decimal>("items[0].total", "de-DE")));
        Assert.Equal(1234.5m, await ActAsync(At<decimal>("items[0].german", "de-DE")));
        Assert.Equal(1500, await ActAsync(At<int>("items[0].big")));
        Assert.Equal(true, await ActAsync(At<bool>("items[0].open")));
        Assert.Equal(new DateOnly(2024, 1, 31), await ActAsync(At<DateOnly>("items[0].since")));
        Assert.Equal("Ä \"B\"", await ActAsync(At<string>("items[0].name")));
        Assert.Equal("1234.5", await ActAsync(At<string>("items[0].total")));
        Assert.Equal("true", await ActAsync(At<string>("items[0].open")));
        Assert.Equal(7, await ActAsync(At<int>("items[0].a b")));
    }

    [Theory]
    [InlineData("items.0.totl", "The response has nothing at \"items.0.totl\": \"items.0\" is an object with the keys id, name, total, big, open, since, german, note, a b.")]
    [InlineData("items[1].total", "The response has nothing at \"items[1].total\": \"items\" is a list with 1 item.")]
    [InlineData("items.first", "The response has nothing at \"items.first\": \"items\" is a list with 1 item.")]
    [InlineData("none[0]", "The response has nothing at \"none[0]\": \"none\" is an empty list.")]
    [InlineData("itms", "The response has nothing at \"itms\": it is an object with the keys items, none, count.")]
    [InlineData("[0]", "The response has nothing at \"[0]\": it is an object with the keys items, none, count.")]
    [InlineData("items[0].note.text", "The response has nothing at \"items[0].note.text\": \"items[0].note\" is null.")]
    [InlineData("count.x", "The response has nothing at \"count.x\": \"count\" is a number.")]
    [InlineData("items[0].note", "\"items[0].note\" of the response is null, not a string, number, or Boolean.")]
    [InlineData("items", "\"items\" of the response is a list with 1 item, not a string, number, or Boolean.")]
    public async Task A_path_that_leads_nowhere_says_how_far_it_led(string path, string message) => Assert.Equal(message, await FailAsync(At<string>(path), Plenty));

    [Fact]
    public async Task A_value_that_does_not_fit_its_type_is_quoted()
    {
        Assert.Equal("\"items[0].name\" of the response contains \"Ä \"B\"\", which is not a whole number.", await FailAsync(At<int>("items[0].name"), Plenty));
        Assert.Equal("The response contains \"null\", which is not a decimal number.", await FailAsync(new Request<decimal>(new("/api/empty")), Plenty));
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_quoted()
    {
        Assert.Equal(
            $"GET {site.BaseUrl}/api/html returned 200 OK, but its body is not JSON: \"<!doctype html><p>Log in</p>\" (text/html). To read it as text, write response: {{ mode: text }}.",
            await FailAsync(new Request<string>(new("/api/html")), Plenty));
        Assert.Equal(
            $"GET {site.BaseUrl}/api/empty returned 204 No Content, but its body is not JSON: it is empty. To read it as text, write response: {{ mode: text }}.",
            await FailAsync(new Request<string>(new("/api/empty") { ResponseMode = ResponseMode.JsonPath, ResponsePath = "a" }), Plenty));
    }

    [Fact]
    public async Task A_status_that_is_not_expected_is_told_with_the_beginning_of_the_body()
    {
        Assert.Equal(
            $"GET {site.BaseUrl}/api/fail returned HTTP status 500 Internal Server Error instead of any 2xx: {{ \"error\": \"no such order\" }}",
            await FailAsync(new Request<string>(new("/api/fail")), Plenty));
        Assert.Equal(
            $"GET {site.BaseUrl}/api/empty returned HTTP status 204 No Content instead of 200 or 404.",
            await FailAsync(new Request<string>(new("/api/empty") { ExpectStatus = [200, 404] }), Plenty));
        Assert.Equal("{\"error\":\"no such order\"}", await ActAsync(new Request<string>(new("/api/fail") { ExpectStatus = [200, 500] })));
    }

    [Fact]
    public async Task A_response_that_does_not_come_ends_with_the_time_limit() =>
        Assert.Equal($"GET {site.BaseUrl}/api/late did not finish within 300 ms.", await FailAsync(new Request<string>(new("/api/late"))));

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_told()
    {
        Assert.Matches("^GET http://127.0.0.1:1/ failed: connect ECONNREFUSED 127.0.0.1:1.$", await FailAsync(new Request<string>(new("http://127.0.0.1:1/")), Plenty));
        BaseUrl = string.Empty;
        Assert.StartsWith("The URL /api is relative, and there is no base URL", await FailAsync(new Request<string>(new("/api"))), StringComparison.Ordinal);
        Assert.Equal("\"about:blank\" is not a valid request URL: it must start with http:// or https://.", await FailAsync(new Request<string>(new("about:blank"))));
    }

    [Fact]
    public async Task Playwright_s_log_of_a_failed_request_keeps_credentials_for_itself()
    {
        await Page.GotoAsync(site.BaseUrl);
        var request = new ApiRequest("/api/late") { Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer hunter2", ["X-Any"] = "shown" } };

        var error = await Assert.ThrowsAsync<PlaybookException>(() => ActAsync(new Request<string>(request), Short));

        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("from-page", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_no_header_can_have_is_refused_before_anything_is_sent()
    {
        Assert.Equal("The value of the header 'X-A' must be one line.", await FailAsync(new Request<string>(new("/api/echo") { Headers = new Dictionary<string, string> { ["X-A"] = "a\r\nX-B: b" } })));
        Assert.Equal(0, site["/api/echo"]);
        Assert.Equal("ü", HeaderOf(await EchoAsync(new("/api/echo") { Headers = new Dictionary<string, string> { ["X-A"] = "ü" } }), "x-a"));
    }

    [Theory]
    [InlineData(301, "Post", "GET", "")]
    [InlineData(302, "Post", "GET", "")]
    [InlineData(303, "Post", "GET", "")]
    [InlineData(303, "Put", "GET", "")]
    [InlineData(301, "Put", "PUT", "[1]")]
    [InlineData(307, "Post", "POST", "[1]")]
    [InlineData(308, "Delete", "DELETE", "[1]")]
    public async Task A_redirect_is_followed_as_a_browser_does(int status, string method, string followed, string body)
    {
        var request = new ApiRequest("/api/to") { Method = Enum.Parse<RequestMethod>(method), Json = "[1]", Query = Target("/api/echo?a=1", status) };

        var sent = await EchoAsync(request);

        Assert.Equal((followed, "/api/echo?a=1", body), (sent.GetProperty("method").GetString(), sent.GetProperty("target").GetString(), sent.GetProperty("body").GetString()));
        Assert.Equal(body.Length > 0, sent.GetProperty("headers").TryGetProperty("content-type", out _));
    }

    [Fact]
    public async Task A_redirect_keeps_credentials_only_at_the_same_origin()
    {
        var headers = new Dictionary<string, string> { ["Authorization"] = "Bearer t", ["Cookie"] = "own=1", ["X-Any"] = "shown" };

        var same = await EchoAsync(new("/api/to") { Headers = headers, Query = Target("/api/echo", 302) });
        var other = await EchoAsync(new("/api/to") { Headers = headers, Query = Target(site.OtherUrl + "/api/echo", 302) });

        Assert.Equal(("Bearer t", "own=1", "shown"), (HeaderOf(same, "authorization"), HeaderOf(same, "cookie"), HeaderOf(same, "x-any")));
        Assert.Equal((null, null, "shown"), (HeaderOf(other, "authorization"), HeaderOf(other, "cookie"), HeaderOf(other, "x-any")));
    }

    [Fact]
    public async Task A_redirect_that_is_expected_is_not_followed()
    {
        await ActAsync(new Request<string>(new("/api/to") { Query = Target("/api/echo", 302), ExpectStatus = [302] }));

        Assert.Equal(0, site["/api/echo"]);
    }

    [Fact]
    public async Task Redirects_without_end_are_ended()
    {
        Assert.Equal("GET /api/loop was redirected more than 20 times, the last time to /api/loop.", await FailAsync(new Request<string>(new("/api/loop")), Plenty));
        Assert.Equal(21, site["/api/loop"]);
    }

    [Fact]
    public async Task A_redirect_to_no_server_is_refused() => Assert.Equal(
        $"GET {site.BaseUrl}/api/to?url=file%3A%2F%2F%2Fetc%2Fpasswd&status=302 redirected to \"file:///etc/passwd\", which is not an http or https URL.",
        await FailAsync(new Request<string>(new("/api/to") { Query = Target("file:///etc/passwd", 302) }), Plenty));

    private static Dictionary<string, string> Target(string url, int status) =>
        new() { ["url"] = url, ["status"] = status.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    private static string? HeaderOf(JsonElement sent, string name) => sent.GetProperty("headers").TryGetProperty(name, out var value) ? value.GetString() : null;

    private static Request<T> At<T>(string path, string? culture = null)
        where T : notnull => new(new("/api/invoices") { ResponseMode = ResponseMode.JsonPath, ResponsePath = path }) { Culture = culture };

    private async Task<JsonElement> EchoAsync(ApiRequest request) =>
        JsonSerializer.Deserialize<JsonElement>((string)(await ActAsync(new Request<string>(request)))!);
}
