using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Security;

/// <summary>A run that logs in takes its credentials from the request, or from the configuration if the base URL is trusted.</summary>
public sealed class LoginCredentialsTests : IAsyncLifetime
{
    private ShopSite site = null!;
    private RunningService service = null!;

    public async Task InitializeAsync()
    {
        site = await ShopSite.StartAsync();
        service = await RunningService.StartAsync(options => options.Run = options.Run with { BaseUrl = site.Url });
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Credentials_of_the_request_log_the_run_in_and_are_shown_nowhere()
    {
        using var answer = await service.Client.PostAsJsonAsync("/runs", new { playbook = "members_only", run_id = "mine", credentials = new { username = "ada.lovelace", password = "open-sesame-7" } });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var run = await service.FinishedAsync("mine");
        Assert.Equal("A member", run.Status!.Outputs.Single().Value);
        var files = Directory.EnumerateFiles(Path.Combine(service.Root, "mine"), "*", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, static text => Assert.DoesNotContain("open-sesame-7", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Missing_and_unknown_credentials_are_reported_at_once_before_anything_starts()
    {
        var (status, fields) = await CheckAsync(service, new { playbook = "members_only", credentials = new { user_name = "ada" } });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("The playbook 'members_only' has no secret parameter 'user_name', and its login does not take it. Did you mean 'username'?", fields["credentials.user_name"]);

        (status, fields) = await CheckAsync(service, new { playbook = "members_only", credentials = new { username = "ada" } });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("The playbook 'members_only' logs in, and the credential 'password' is missing. Send it in 'credentials', or configure PLAYBOOKS_CREDENTIALS__PASSWORD.", Assert.Single(fields).Value);
    }

    [Fact]
    public async Task Configured_credentials_do_not_go_to_a_base_url_of_the_client()
    {
        await using var configured = await RunningService.StartAsync(
            options => options.Run = options.Run with { BaseUrl = site.Url },
            static builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["PLAYBOOKS_CREDENTIALS:USERNAME"] = "ada.lovelace",
                ["PLAYBOOKS_CREDENTIALS:PASSWORD"] = "open-sesame-7",
            }));

        Assert.Equal(HttpStatusCode.OK, (await CheckAsync(configured, new { playbook = "members_only" })).Status);
        var (status, fields) = await CheckAsync(configured, new { playbook = "members_only", base_url = "http://other.test" });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(["credentials.password", "credentials.username"], fields.Keys.Order());
        Assert.StartsWith("The configured 'username' is used only for base URLs in the service's configuration or the playbook", fields["credentials.username"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_asks_for_the_credentials_of_the_login()
    {
        using var page = await service.Client.GetAsync("/start/members_only");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Contains("<legend>Login</legend>", html, StringComparison.Ordinal);
        Assert.Contains("name=\"credentials.username\"", html, StringComparison.Ordinal);
        Assert.Contains("type=\"password\" id=\"credentials.password\"", html, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, Dictionary<string, string> Fields)> CheckAsync(RunningService service, object request)
    {
        using var answer = await service.Client.PostAsJsonAsync("/runs?dry_run=true", request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, body.TryGetProperty("error", out var error)
            ? error.GetProperty("details").EnumerateArray().ToDictionary(static one => one.GetProperty("field").GetString()!, static one => one.GetProperty("message").GetString()!, StringComparer.Ordinal)
            : []);
    }
}
