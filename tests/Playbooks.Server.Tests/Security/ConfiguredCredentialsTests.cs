using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Security;

/// <summary>Configured credentials go only to base URLs that the service or the playbook names, and a request never widens guardrails.</summary>
public sealed class ConfiguredCredentialsTests : IAsyncLifetime
{
    private const string Other = "http://other.test:8080";

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.StartAsync(
        options =>
        {
            options.AllowedBaseUrls.Add("https://Bücher.example/app");
            options.AllowedBaseUrls.Add("http://10.0.0.7");
        },
        AddCredentials);

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("http://test.shop.test:8080")]
    [InlineData("HTTP://TEST.Shop.Test.:8080/elsewhere?x#y")]
    [InlineData("http://user:word@test.shop.test:8080/")]
    [InlineData(@"http://test.shop.test:8080\@other.test:8080/")]
    [InlineData("http://other.test@test.shop.test:8080/")]
    [InlineData("https://bücher.example")]
    [InlineData("https://xn--bcher-kva.example:443/")]
    [InlineData("https://BÜCHER。example/")]
    [InlineData("http://10.0.0.7:80/")]
    [InlineData("http://0xa.7/")]
    public async Task They_go_to_a_base_url_that_is_named(string? baseUrl)
    {
        var (status, answer) = await CheckAsync(service, new { playbook = "sign_in", base_url = baseUrl });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("***", answer.GetProperty("parameters").GetProperty("pin").GetString());
    }

    [Theory]
    [InlineData(Other)]
    [InlineData("https://test.shop.test:8080")]
    [InlineData("http://test.shop.test")]
    [InlineData("http://test.shop.test:8081")]
    [InlineData("http://test.shop.test.other.test:8080")]
    [InlineData("http://other.test:8080/test.shop.test:8080")]
    [InlineData("http://other.test:8080#@test.shop.test:8080/")]
    [InlineData("http://other.test:8080?@test.shop.test:8080/")]
    [InlineData("http://live.shop.test:8080")]
    [InlineData("http://bücher.example")]
    [InlineData("https://bucher.example")]
    [InlineData("http://10.0.0.70")]
    public async Task They_do_not_go_to_another(string baseUrl) =>
        ShouldBeWithheld(await CheckAsync(service, new { playbook = "sign_in", base_url = baseUrl }));

    [Theory]
    [InlineData(@"http://other.test:8080\@test.shop.test:8080/")]
    [InlineData("http://test.shop.test:8080 @other.test:8080/")]
    [InlineData("http://test.shop.test%2f@other.test:8080/")]
    [InlineData("http://test.shop.test%23.other.test:8080/")]
    [InlineData("http://test.shop.test:8080@other.test:8080/")]
    [InlineData("http://te\tst.shop.test:8080@other.test:8080/")]
    public async Task They_do_not_go_where_a_trick_leads(string baseUrl)
    {
        var (status, answer) = await CheckAsync(service, new { playbook = "sign_in", base_url = baseUrl });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(FieldsOf(answer), field => field is "credentials.pin" or "base_url");
    }

    [Fact]
    public async Task A_parameter_that_the_client_chooses_freely_does_not_make_a_base_url_the_playbooks()
    {
        ShouldBeWithheld(await CheckAsync(service, new { playbook = "sign_in", parameters = new { domain = "other.test" } }));
        ShouldBeWithheld(await CheckAsync(service, new { playbook = "sign_in", parameters = new { domain = "other.test" }, base_url = "http://test.other.test:8080" }));
        ShouldBeWithheld(await CheckAsync(service, new { directive = "sign in to \"other.test\"" }));

        Assert.Equal(HttpStatusCode.OK, (await CheckAsync(service, new { playbook = "sign_in", parameters = new { stage = "live" } })).Status);
    }

    [Fact]
    public async Task A_client_may_send_its_own_anywhere()
    {
        var (status, answer) = await CheckAsync(service, new { playbook = "sign_in", base_url = Other, credentials = new { pin = "1234" } });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain(answer.GetProperty("checks").EnumerateArray(), static check => check.GetString()!.Contains("'pin'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_gateway_and_the_web_form_are_no_way_around()
    {
        await using var gateway = await RunningService.StartAsync(
            options =>
            {
                options.Role = PlaybooksRole.Gateway;
                options.Workers.Add(service.Url);
                options.AllowedBaseUrls.Add(Other);
            },
            AddCredentials);

        ShouldBeWithheld(await CheckAsync(gateway, new { playbook = "sign_in", base_url = Other }));

        using var form = new FormUrlEncodedContent([new("base_url", Other)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/start/sign_in") { Content = form, Headers = { { "Sec-Fetch-Site", "same-origin" } } };
        using var answer = await service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("AllowedBaseUrls", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_url_that_only_the_client_names_opens_no_private_network()
    {
        using var answer = await service.Client.PostAsJsonAsync("/runs", new { playbook = "greet", parameters = new { who = "Ada" }, run_id = "private", base_url = "http://10.0.0.8:9" });
        var error = (await service.FinishedAsync("private")).Status.Error!;

        Assert.Equal(ErrorCode.GuardrailBlocked, error.Code);
        Assert.Contains("allow_private_networks: 10.0.0.8 is private", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("allowed_domains", """["other.test"]""")]
    [InlineData("allowed_domains", """["a.shop.test", "*"]""")]
    [InlineData("allowed_domains", """["*shop.test"]""")]
    [InlineData("allowed_domains", "[]")]
    [InlineData("allow_private_networks", "true")]
    [InlineData("max_urls_visited", "11")]
    [InlineData("max_consecutive_errors", "6")]
    public async Task A_request_that_would_widen_a_guardrail_is_refused_at_its_key(string key, string value)
    {
        var (status, answer) = await CheckAsync(service, new { playbook = "sign_in", guardrails = new Dictionary<string, JsonElement> { [key] = JsonDocument.Parse(value).RootElement } });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(["guardrails." + key], FieldsOf(answer));
    }

    [Fact]
    public async Task A_request_may_narrow_every_guardrail()
    {
        using var body = new StringContent(
            """
            {
              "playbook": "sign_in",
              "guardrails": {
                "allowed_domains": ["a.shop.test", "*.b.shop.test"], "blocked_domains": [], "allow_private_networks": false,
                "max_urls_visited": 10, "max_consecutive_errors": 1
              }
            }
            """,
            System.Text.Encoding.UTF8,
            "application/json");
        using var answer = await service.Client.PostAsync("/runs?dry_run=true", body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static void ShouldBeWithheld((HttpStatusCode Status, JsonElement Answer) answered)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answered.Status);
        Assert.Equal(["credentials.pin"], FieldsOf(answered.Answer));
        Assert.DoesNotContain("0815", answered.Answer.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string?> FieldsOf(JsonElement answer) =>
        answer.GetProperty("error").GetProperty("details").EnumerateArray().Select(static detail => detail.GetProperty("field").GetString());

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> CheckAsync(RunningService service, object request)
    {
        using var answer = await service.Client.PostAsJsonAsync("/runs?dry_run=true", request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static void AddCredentials(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection([new("PLAYBOOKS_CREDENTIALS:pin", "0815-from-the-configuration")]);
}
