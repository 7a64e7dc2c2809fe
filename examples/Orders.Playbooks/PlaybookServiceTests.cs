using System.Net;
using System.Text;
using System.Text.Json;
using Orders.Tests.Demo;

namespace Orders.Tests;

/// <summary>What <c>serve</c> serves.</summary>
public sealed class PlaybookServiceTests
{
    [Fact]
    public async Task It_runs_this_projects_playbooks_on_its_own_dashboard()
    {
        await using var service = await PlaybookService.StartAsync(port: 0);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(service.Url) };
        using var request = new StringContent("""{ "playbook": "order_status", "parameters": { "order_id": 12345 } }""", Encoding.UTF8, "application/json");

        using var accepted = await client.PostAsync("/runs", request);
        var answer = JsonDocument.Parse(await accepted.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var events = await client.GetStringAsync(answer.GetProperty("stream_url").GetString());

        Assert.Contains("event: complete", events, StringComparison.Ordinal);
        Assert.Contains("\"order_status\":\"Open\"", events, StringComparison.Ordinal);
    }
}
