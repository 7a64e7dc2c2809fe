using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Playbooks.Server.Security;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Security;

/// <summary>Who may ask, from where, and with what.</summary>
public sealed class GateTests(GateTests.Services services) : IClassFixture<GateTests.Services>
{
    private const string Token = "a-long-random-text";

    private readonly RunningService open = services.Open;
    private readonly RunningService guarded = services.Guarded;

    public static TheoryData<string, HttpStatusCode> Credentials => new()
    {
        { "", HttpStatusCode.Unauthorized },
        { $"Bearer {Token}", HttpStatusCode.OK },
        { $"bearer {Token}", HttpStatusCode.OK },
        { $"Bearer {Token}x", HttpStatusCode.Unauthorized },
        { $"Bearer {Token[..^1]}", HttpStatusCode.Unauthorized },
        { "Bearer ", HttpStatusCode.Unauthorized },
        { $"Basic {Token}", HttpStatusCode.Unauthorized },
        { Token, HttpStatusCode.Unauthorized },
    };

    [Theory]
    [MemberData(nameof(Credentials))]
    public async Task Only_the_token_lets_a_program_in(string authorization, HttpStatusCode expected)
    {
        var answer = await GetAsync(guarded, "/playbooks", ("Authorization", authorization));

        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.Unauthorized)
        {
            Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
            Assert.Contains("\"UNAUTHORIZED\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("GET", "/runs/first", HttpStatusCode.Redirect)]
    [InlineData("POST", "/stop/first", HttpStatusCode.Unauthorized)]
    public async Task A_person_who_opens_a_page_is_asked_for_the_token_first(string method, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new(method), path) { Headers = { Accept = { new("text/html") } } };

        using var answer = await guarded.Client.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected == HttpStatusCode.Redirect ? $"/login?from={Uri.EscapeDataString(path)}" : null, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_token_comes_from_the_configuration_too()
    {
        await using var service = await RunningService.StartAsync(build: static builder =>
            builder.Configuration.AddInMemoryCollection([new(PlaybooksOptions.ApiKeyVariable, Token)]));

        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(service, "/playbooks")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(service, "/playbooks", ("Authorization", $"Bearer {Token}"))).StatusCode);
    }

    [Fact]
    public async Task Every_endpoint_but_health_login_and_its_assets_asks_for_the_token()
    {
        var let = new List<string>();
        foreach (var endpoint in guarded.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                using var request = new HttpRequestMessage(new(method), Fill(endpoint.RoutePattern));
                using var answer = await guarded.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                if (answer.StatusCode != HttpStatusCode.Unauthorized)
                {
                    let.Add(endpoint.RoutePattern.RawText!.TrimStart('/').Split('/')[0]);
                }
            }
        }

        Assert.Contains("healthz", let);
        Assert.Empty(let.Except(["healthz", "login", "assets"]));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://127.0.0.1:0;http://0.0.0.0:0")]
    public async Task Without_a_token_it_does_not_start_where_others_could_reach_it(string urls)
    {
        var refused = await Assert.ThrowsAsync<PlaybookException>(() => RunningService.StartAsync(build: builder => builder.WebHost.UseUrls(urls)));

        Assert.Contains("without a token. Set PLAYBOOKS_API_KEY", refused.Message, StringComparison.Ordinal);
        await using var started = await RunningService.StartAsync(static options => options.ApiKey = Token, builder => builder.WebHost.UseUrls(urls));
    }

    [Fact]
    public async Task Addresses_that_are_known_only_once_it_listens_keep_it_from_starting_as_well() =>
        await Assert.ThrowsAsync<PlaybookException>(() => RunningService.StartAsync(
            build: static builder => builder.WebHost.ConfigureKestrel(static kestrel => kestrel.ListenAnyIP(0))));

    [Theory]
    [InlineData(null, HttpStatusCode.Forbidden)]
    [InlineData(Token, HttpStatusCode.OK)]
    public async Task A_request_that_came_in_from_the_network_needs_a_token_whatever_was_said_at_the_start(string? token, HttpStatusCode expected)
    {
        await using var service = await RunningService.StartAsync(
            options => options.ApiKey = token,
            static builder => builder.Services.AddSingleton<IStartupFilter>(new ArrivingAt(IPAddress.Parse("10.0.0.5"))));

        Assert.Equal(expected, (await GetAsync(service, "/playbooks", ("Authorization", $"Bearer {token}"))).StatusCode);
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("LOCALHOST:81", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:81", HttpStatusCode.OK)]
    [InlineData("[::1]:81", HttpStatusCode.OK)]
    [InlineData("rebound.test", HttpStatusCode.Forbidden)]
    [InlineData("localhost.rebound.test", HttpStatusCode.Forbidden)]
    [InlineData("10.0.0.5", HttpStatusCode.Forbidden)]
    [InlineData("0.0.0.0", HttpStatusCode.Forbidden)]
    public async Task Without_a_token_it_answers_under_the_names_of_this_machine_only(string host, HttpStatusCode expected) =>
        Assert.Equal(expected, (await GetAsync(open, "/playbooks", ("Host", host))).StatusCode);

    [Fact]
    public async Task Named_hosts_are_the_only_ones()
    {
        await using var service = await RunningService.StartAsync(static options => options.AllowedHosts.Add("runs.shop.test"));

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(service, "/playbooks", ("Host", "Runs.shop.test:8080"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(service, "/playbooks", ("Host", "localhost"))).StatusCode);
    }

    [Theory]
    [InlineData("GET", "Origin: http://evil.test", false)]
    [InlineData("GET", "Origin: null", false)]
    [InlineData("GET", "Sec-Fetch-Site: cross-site", false)]
    [InlineData("GET", "Sec-Fetch-Site: same-site", false)]
    [InlineData("GET", "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate; Sec-Fetch-Dest: iframe", false)]
    [InlineData("GET", "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate; Sec-Fetch-Dest: document", true)]
    [InlineData("GET", "Sec-Fetch-Site: same-origin", true)]
    [InlineData("GET", "Sec-Fetch-Site: none", true)]
    [InlineData("GET", "Origin: http://localhost:81", true)]
    [InlineData("GET", "Origin: http://localhost:82", false)]
    [InlineData("POST", "Origin: http://localhost:81", true)]
    [InlineData("POST", "Origin: https://localhost:81", true)]
    [InlineData("POST", "Origin: http://localhost", false)]
    [InlineData("POST", "Origin: ftp://localhost:81", false)]
    [InlineData("POST", "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate; Sec-Fetch-Dest: document", false)]
    [InlineData("POST", "Sec-Fetch-Site: same-origin", true)]
    [InlineData("POST", "", true)]
    public async Task What_a_page_of_another_origin_sends_is_refused(string method, string headers, bool taken)
    {
        using var request = new HttpRequestMessage(new(method), method == "GET" ? "/playbooks" : "/runs") { Headers = { Host = "localhost:81" } };
        foreach (var header in headers.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(static header => header.Split(": ")))
        {
            request.Headers.Add(header[0], header[1]);
        }

        request.Content = method == "GET" ? null : Json("{}");
        using var answer = await open.Client.SendAsync(request);

        Assert.Equal(!taken ? HttpStatusCode.Forbidden : method == "GET" ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("text/plain", "", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", "", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=x", "", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=utf-8", "", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "none", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_changes_something_comes_as_json_or_from_a_page_of_the_service(string type, string site, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/runs") { Content = new ByteArrayContent("{}"u8.ToArray()) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (site.Length > 0)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        using var answer = await open.Client.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_more_than_a_mebibyte_is_refused_however_it_is_sent(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/runs") { Content = Json($$"""{"playbook":"{{new string('x', 1024 * 1024)}}"}""") };
        request.Headers.TransferEncodingChunked = chunked;
        // The length alone is refused: who sends the body all the same may find the connection closed.
        request.Headers.ExpectContinue = !chunked;

        using var answer = await open.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("1 MiB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/playbooks")]
    [InlineData("/healthz")]
    [InlineData("/runs/nobody")]
    [InlineData("/runs/..%5c")]
    public async Task Every_answer_tells_browsers_how_to_treat_it(string path)
    {
        using var answer = await GetAsync(open, path);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_was_let_in_reads_and_changes_from_pages_of_the_service_only()
    {
        var cookie = Issue(Token, TimeProvider.System);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(guarded, "/playbooks", ("Cookie", cookie))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(guarded, "/playbooks", ("Cookie", cookie), ("Sec-Fetch-Site", "same-site"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(("Cookie", cookie)));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(("Cookie", cookie), ("Origin", "http://evil.test")));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(("Cookie", cookie), ("Sec-Fetch-Site", "same-origin")));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(("Cookie", cookie), ("Origin", guarded.Url.GetLeftPart(UriPartial.Authority))));
    }

    [Fact]
    public async Task A_cookie_that_is_over_or_forged_or_of_another_token_lets_nobody_in()
    {
        var good = Issue(Token, TimeProvider.System);
        var later = long.Parse(good.Split('=', '.')[1], CultureInfo.InvariantCulture) + 1;
        string[] bad =
        [
            Issue("another-token", TimeProvider.System),
            Issue(Token, new At(DateTimeOffset.UtcNow.AddHours(-13))),
            $"{SessionCookie.Name}={later}.{good.Split('.')[1]}",
            good[..^1],
            $"{SessionCookie.Name}=",
            $"{SessionCookie.Name}=x.y",
            $"{SessionCookie.Name}=.",
        ];

        foreach (var cookie in bad)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(guarded, "/playbooks", ("Cookie", cookie))).StatusCode);
        }
    }

    [Theory]
    [InlineData("http", false)]
    [InlineData("https", true)]
    public void The_cookie_is_for_the_browser_alone(string scheme, bool secure)
    {
        var http = new DefaultHttpContext { Request = { Scheme = scheme } };
        Session(Token, TimeProvider.System).Issue(http);

        var cookie = Assert.Single(http.Response.Headers.SetCookie)!;

        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.Ordinal));
        Assert.DoesNotContain(Token, cookie, StringComparison.Ordinal);
    }

    private static SessionCookie Session(string token, TimeProvider time)
    {
        var options = new PlaybooksOptions { ApiKey = token, TimeProvider = time };
        return new(new(options), options);
    }

    private static string Issue(string token, TimeProvider time)
    {
        var http = new DefaultHttpContext();
        Session(token, time).Issue(http);
        return http.Response.Headers.SetCookie[0]!.Split(';')[0];
    }

    private static string Fill(RoutePattern route) =>
        "/" + string.Join('/', route.PathSegments.Select(static segment => string.Concat(segment.Parts.Select(static part => part is RoutePatternLiteralPart literal ? literal.Content : "x"))));

    private static async Task<HttpResponseMessage> GetAsync(RunningService service, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await service.Client.SendAsync(request);
    }

    private async Task<HttpStatusCode> PostAsync(params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/runs") { Content = Json("{}") };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await guarded.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    /// <summary>Stands for a machine that was given another address after the start.</summary>
    private sealed class ArrivingAt(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.Connection.LocalIpAddress = address;
                return rest(http);
            });
            next(app);
        };
    }

    /// <summary>One without a token, and one with.</summary>
    public sealed class Services : IAsyncLifetime
    {
        private RunningService? open;
        private RunningService? guarded;

        internal RunningService Open => open!;

        internal RunningService Guarded => guarded!;

        public async Task InitializeAsync()
        {
            open = await RunningService.StartAsync();
            guarded = await RunningService.StartAsync(static options => options.ApiKey = Token);
        }

        public async Task DisposeAsync()
        {
            await Open.DisposeAsync();
            await Guarded.DisposeAsync();
        }
    }
}
