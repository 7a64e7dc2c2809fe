using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Playbooks.Server.Tests.Service;
using Playbooks.Server.Tests.Streaming;

namespace Playbooks.Server.Tests.Security;

/// <summary>A host can authenticate requests with a scheme of its own instead of the token, or in addition to it.</summary>
public sealed class HostSchemeTests
{
    private const string Token = "a-long-random-text";
    private const string Policy = "Operators";

    private static readonly (string, string) Operator = (OperatorHandler.Header, "Ada");
    private static readonly (string, string) Bearer = ("Authorization", $"Bearer {Token}");

    [Theory]
    [InlineData("/playbooks", "application/json")]
    [InlineData("/runs/stored", "application/json")]
    [InlineData("/runs/stored", "text/html")]
    [InlineData("/runs/stored/stream", "text/event-stream")]
    [InlineData("/", "text/html")]
    [InlineData("/start", "text/html")]
    [InlineData("/openapi/playbooks.json", "application/json")]
    public async Task Every_kind_of_endpoint_requires_what_the_hosts_policy_requires(string path, string type)
    {
        await using var service = await StartAsync([OperatorHandler.Name]);
        using var log = new MadeLog(service.Root, "stored").End();

        using var refused = await GetAsync(service, path, ("Accept", type));
        using var answer = await GetAsync(service, path, ("Accept", type), Operator);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("UNAUTHORIZED", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(OperatorHandler.Name, Assert.Single(refused.Headers.WwwAuthenticate).Scheme);
        Assert.Equal("nosniff", Assert.Single(refused.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_description_of_the_service_then_promises_no_token()
    {
        await using var service = await StartAsync([OperatorHandler.Name]);

        using var answer = await GetAsync(service, "/openapi/playbooks.json", Operator);

        Assert.DoesNotContain("\"security", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_is_then_not_accepted_in_either_form()
    {
        await using var service = await StartAsync([OperatorHandler.Name]);

        using var program = await GetAsync(service, "/playbooks", Bearer);
        using var person = await GetAsync(service, "/playbooks", ("Cookie", await LogInAsync(service)));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (program.StatusCode, person.StatusCode));
    }

    [Theory]
    [InlineData(OperatorHandler.Name, PlaybooksAuthenticationDefaults.AuthenticationScheme)]
    [InlineData(PlaybooksAuthenticationDefaults.AuthenticationScheme, OperatorHandler.Name)]
    public async Task A_policy_with_both_schemes_accepts_either(params string[] schemes)
    {
        await using var service = await StartAsync(schemes);

        using var refused = await GetAsync(service, "/playbooks");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("\"UNAUTHORIZED\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["Bearer", OperatorHandler.Name], refused.Headers.WwwAuthenticate.Select(static way => way.Scheme).Order(StringComparer.Ordinal));

        await AcceptsAsync(service, Operator);
        await AcceptsAsync(service, Bearer);
        await AcceptsAsync(service, ("Cookie", await LogInAsync(service)));
    }

    [Fact]
    public async Task Who_is_authenticated_and_does_not_meet_the_policy_is_forbidden()
    {
        await using var service = await StartAsync([OperatorHandler.Name]);

        using var answer = await GetAsync(service, "/playbooks", (OperatorHandler.Header, "Eve"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("the authorization policy of the service rejects this request", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_default_scheme_of_the_program_serves_a_policy_that_names_none()
    {
        await using var service = await StartAsync([]);

        using var refused = await GetAsync(service, "/playbooks", Bearer);
        using var answer = await GetAsync(service, "/playbooks", Operator);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, answer.StatusCode));
    }

    [Fact]
    public async Task Pages_of_another_origin_are_refused_with_any_scheme()
    {
        await using var service = await StartAsync([OperatorHandler.Name]);

        using var stranger = await GetAsync(service, "/playbooks", ("Origin", "http://evil.test"));
        using var known = await GetAsync(service, "/playbooks", ("Origin", "http://evil.test"), Operator);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (stranger.StatusCode, known.StatusCode));
    }

    [Fact]
    public async Task A_service_with_the_hosts_policy_needs_no_token_to_be_reached_from_elsewhere()
    {
        await using var service = await StartAsync(
            [OperatorHandler.Name, PlaybooksAuthenticationDefaults.AuthenticationScheme],
            static options => options.ApiKey = null,
            static builder => builder.WebHost.UseUrls("http://127.0.0.1:0;http://0.0.0.0:0"));

        using var stranger = await GetAsync(service, "/", ("Host", "runs.shop.test"), ("Accept", "text/html"));
        using var known = await GetAsync(service, "/playbooks", ("Host", "runs.shop.test"), Operator);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (stranger.StatusCode, known.StatusCode));
    }

    [Fact]
    public async Task A_policy_that_does_not_exist_keeps_the_service_from_starting()
    {
        var failure = await Assert.ThrowsAsync<PlaybookException>(() => RunningService.StartAsync(static options => options.AuthorizationPolicy = "Operator"));

        Assert.StartsWith("The option AuthorizationPolicy is 'Operator', but the program has no such policy.", failure.Message, StringComparison.Ordinal);
    }

    private static Task<RunningService> StartAsync(string[] schemes, Action<PlaybooksOptions>? configure = null, Action<WebApplicationBuilder>? build = null) => RunningService.StartAsync(
        options =>
        {
            options.ApiKey = Token;
            options.AuthorizationPolicy = Policy;
            configure?.Invoke(options);
        },
        builder =>
        {
            builder.Services.AddAuthentication(OperatorHandler.Name).AddScheme<AuthenticationSchemeOptions, OperatorHandler>(OperatorHandler.Name, null);
            builder.Services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy
                .AddAuthenticationSchemes(schemes)
                .RequireAuthenticatedUser()
                .RequireAssertion(static context => !context.User.HasClaim(ClaimTypes.Name, "Eve")));
            build?.Invoke(builder);
        });

    private static async Task<HttpResponseMessage> GetAsync(RunningService service, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await service.Client.SendAsync(request);
    }

    private static async Task AcceptsAsync(RunningService service, (string Name, string Value) header)
    {
        using var answer = await GetAsync(service, "/playbooks", header);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<string> LogInAsync(RunningService service)
    {
        using var form = new FormUrlEncodedContent([new("token", Token)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/login") { Content = form, Headers = { { "Sec-Fetch-Site", "same-origin" } } };
        using var answer = await service.Client.SendAsync(request);
        return Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split(';')[0];
    }

    /// <summary>Authenticates whomever a header names, as a proxy does that has authenticated the person.</summary>
    private sealed class OperatorHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public const string Name = "Operator";
        public const string Header = "X-Operator";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Headers[Header] is [{ Length: > 0 } name]
                ? AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, name)], Scheme.Name)), Scheme.Name))
                : AuthenticateResult.NoResult());

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers.Append("WWW-Authenticate", Name);
            return Task.CompletedTask;
        }
    }
}
