using System.Net;
using System.Text;
using System.Text.Json;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Starting;

/// <summary>Requests are judged before anything starts; every mistake is told, at its field.</summary>
public sealed class RequestTests : IAsyncLifetime
{
    private const string Good = """ "playbook": "place_order", "parameters": { "customer": "C-1234", "password": "hunter2" } """;

    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("", "", "The body is not valid JSON")]
    [InlineData("[]", "", "The body must be a JSON object")]
    [InlineData("{}", "playbook", "requires either 'playbook'")]
    [InlineData("""{"playbook":"greet","directive":"greet"}""", "playbook", "either 'playbook'")]
    [InlineData("""{"playbook":"gret"}""", "playbook", "There is no playbook 'gret'. Did you mean 'greet'?")]
    [InlineData("""{"playbook":7}""", "playbook", "'playbook' must be a non-empty string")]
    [InlineData("""{"playbok":"greet"}""", "playbok", "Unknown key 'playbok'. Did you mean 'playbook'?")]
    [InlineData("""{"playbook":"greet","playbook":"slow"}""", "", "Duplicate")]
    [InlineData("""{"playbook":"greet","parameters":[]}""", "parameters", "'parameters' must be a JSON object")]
    [InlineData("""{"playbook":"greet","parameters":{"who":{}}}""", "parameters.who", "must be a string, a number")]
    [InlineData("""{"playbook":"greet","parameters":{}}""", "parameters.who", "The run is missing the required parameter 'who'.")]
    [InlineData("""{"playbook":"greet","parameters":{"who":"Ada","whom":"Bob"}}""", "parameters.whom", "Unknown parameter 'whom'. Did you mean 'who'?")]
    [InlineData("""{"playbook":"slow","timeout_seconds":0}""", "timeout_seconds", "from 1 to 3600")]
    [InlineData("""{"playbook":"slow","timeout_seconds":3601}""", "timeout_seconds", "from 1 to 3600")]
    [InlineData("""{"playbook":"slow","timeout_seconds":"60"}""", "timeout_seconds", "must be a whole number")]
    [InlineData("""{"playbook":"slow","base_url":"localhost:5000"}""", "base_url", "not an absolute http or https URL")]
    [InlineData("""{"playbook":"slow","headed":"yes"}""", "headed", "must be true or false")]
    [InlineData("""{"playbook":"slow","recording":{"traces":true}}""", "recording.traces", "Did you mean 'trace'?")]
    [InlineData("""{"playbook":"slow","guardrails":{"max_urls_visited":0}}""", "guardrails.max_urls_visited", "from 1 to 10000")]
    [InlineData("""{"playbook":"slow","guardrails":{"blocked_domains":"x"}}""", "guardrails.blocked_domains", "an array of strings")]
    [InlineData("""{"playbook":"slow","credentials":{"password":"x"}}""", "credentials.password", "It takes no credentials")]
    [InlineData("""{"playbook":"place_order","parameters":{"customer":"C-1234"},"credentials":{"pasword":"x"}}""", "credentials.pasword", "Did you mean 'password'?")]
    [InlineData("""{"directive":"sing a song"}""", "directive", "contains no tag")]
    public async Task A_mistake_is_refused_at_its_field(string body, string field, string message)
    {
        var (status, error) = await PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("INVALID_REQUEST", error.GetProperty("code").GetString());
        Assert.Contains(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        if (field.Length > 0)
        {
            Assert.Contains(error.GetProperty("details").EnumerateArray(), detail => detail.GetProperty("field").GetString() == field);
        }

        Assert.False(Directory.Exists(service.Root), "Something was started.");
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once()
    {
        var (_, error) = await PostAsync("""
            {"playbook":"place_order","parameters":{"customer":"12","count":"many","method":"train","due":"tomorrow","pasword":"x"},"timeout_seconds":-1}
            """);

        Assert.Equal(
            ["parameters.count", "parameters.customer", "parameters.due", "parameters.method", "parameters.pasword", "timeout_seconds"],
            error.GetProperty("details").EnumerateArray().Select(detail => detail.GetProperty("field").GetString()).Order(StringComparer.Ordinal));
        Assert.All(
            error.GetProperty("details").EnumerateArray().Where(detail => detail.GetProperty("field").GetString()!.StartsWith("parameters", StringComparison.Ordinal)),
            detail => Assert.Matches("^PB070[123]$", detail.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_query_key_that_nobody_knows_starts_nothing()
    {
        var (status, error) = await PostAsync("{" + Good + "}", "?dryrun=true");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Unknown query parameter 'dryrun'. Did you mean 'dry_run'?", error.GetProperty("message").GetString());
        Assert.False(Directory.Exists(service.Root), "Something was started.");
    }

    [Fact]
    public async Task A_dry_run_starts_nothing_and_lists_what_was_checked_and_what_would_be_done()
    {
        using var body = Json("{" + Good + """, "timeout_seconds": 60 }""");
        var answer = await service.Client.PostAsync("/runs?dry_run=true", body);
        var text = await answer.Content.ReadAsStringAsync();
        var checkedRequest = JsonDocument.Parse(text).RootElement;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(checkedRequest.GetProperty("valid").GetBoolean());
        Assert.Equal("***", checkedRequest.GetProperty("parameters").GetProperty("password").GetString());
        Assert.Equal("parcel", checkedRequest.GetProperty("parameters").GetProperty("method").GetString());
        Assert.Contains("The time limit of the run is 60 s.", checkedRequest.GetProperty("checks").EnumerateArray().Select(check => check.GetString()));
        Assert.Equal(5, checkedRequest.GetProperty("steps").GetArrayLength());
        Assert.True(checkedRequest.GetProperty("steps")[4].GetProperty("verified").GetBoolean());
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(service.Root), "Something was started.");
    }

    [Fact]
    public async Task A_directive_picks_the_playbook_and_finds_its_values()
    {
        using var body = Json("""{"directive":"Place order for customer C-4711: 3 pieces by freight, due 2026-12-24","credentials":{"password":"hunter2"}}""");
        var answer = await service.Client.PostAsync("/runs?dry_run=true", body);
        var parameters = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("parameters");

        Assert.Equal("C-4711", parameters.GetProperty("customer").GetString());
        Assert.Equal("3", parameters.GetProperty("count").GetString());
        Assert.Equal("freight", parameters.GetProperty("method").GetString());
        Assert.Equal("2026-12-24", parameters.GetProperty("due").GetString());
        Assert.False(parameters.TryGetProperty("price", out _));
    }

    [Theory]
    [InlineData("count", "3", "3")]
    [InlineData("price", "12.5", "12.5")]
    [InlineData("express", "true", "true")]
    [InlineData("notes", """["a","b, c"]""", """["a","b, c"]""")]
    public async Task A_value_may_have_its_own_JSON_type(string name, string json, string text)
    {
        using var body = Json($$"""{"playbook":"place_order","parameters":{"customer":"C-1234","password":"x","{{name}}":{{json}} } }""");
        var answer = await service.Client.PostAsync("/runs?dry_run=true", body);

        Assert.Equal(text, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("parameters").GetProperty(name).GetString());
    }

    private async Task<(HttpStatusCode Status, JsonElement Error)> PostAsync(string body, string query = "")
    {
        using var content = Json(body);
        using var answer = await service.Client.PostAsync("/runs" + query, content);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("error"));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
