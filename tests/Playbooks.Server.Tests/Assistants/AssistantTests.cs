using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Playbooks.Server.Tests.Service;
using Playbooks.Server.Tests.Streaming;

namespace Playbooks.Server.Tests.Assistants;

/// <summary>A coding assistant uses the service over the Model Context Protocol, with the protocol's own client.</summary>
public sealed class AssistantTests
{
    private const string Token = "a-long-random-text";

    [Fact]
    public async Task An_assistant_lists_the_playbooks_and_runs_one_with_its_progress()
    {
        await using var shop = await ShopSite.StartAsync();
        await using var service = await StartAsync();
        await using var client = await ConnectAsync(service);

        Assert.Equal(["list_playbooks", "propose_heal", "read_run", "run_playbook"], (await client.ListToolsAsync()).Select(static tool => tool.Name).Order(StringComparer.Ordinal));
        var listed = JsonNode.Parse(await CallAsync(client, "list_playbooks"))!.AsArray().Single(static playbook => (string)playbook!["id"]! == "greet")!;
        Assert.Equal(("who", "string", true), ((string)listed["parameters"]![0]!["name"]!, (string)listed["parameters"]![0]!["type"]!, (bool)listed["parameters"]![0]!["required"]!));
        Assert.Equal("""[{"name":"greeting","type":"string"}]""", listed["outputs"]!.ToJsonString());

        var progress = new Steps();
        var run = JsonNode.Parse(await CallAsync(client, "run_playbook", progress, ("playbook", "greet"), ("parameters", new { who = "Ada" }), ("baseUrl", shop.Url)))!;

        Assert.Equal(("passed", "Hello, Ada"), ((string)run["outcome"]!, (string)run["outputs"]!["greeting"]!));
        Assert.Equal(["goto: passed (1/2)", "Read the greeting of Ada: passed (2/2)"], progress.Messages);
        using var report = await GetAsync(service, (string)run["report"]!);
        Assert.Equal(HttpStatusCode.OK, report.StatusCode);
    }

    [Fact]
    public async Task A_failed_run_is_answered_with_the_context_of_its_error()
    {
        await using var service = await StartAsync();
        await using var client = await ConnectAsync(service);

        var run = JsonNode.Parse(await CallAsync(client, "run_playbook", ("playbook", "greet"), ("parameters", new { who = "Ada" }), ("baseUrl", "http://127.0.0.1:9")))!;

        Assert.Equal("failed", (string)run["outcome"]!);
        Assert.Contains("greet", (string)run["error_context"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_is_canceled_stops_its_run()
    {
        await using var shop = await ShopSite.StartAsync();
        await using var service = await StartAsync();
        await using var client = await ConnectAsync(service);
        using var cancellation = new CancellationTokenSource();

        var call = client.CallToolAsync("run_playbook", new Dictionary<string, object?> { ["playbook"] = "slow", ["baseUrl"] = shop.Url }, cancellationToken: cancellation.Token).AsTask();
        await shop.SlowPageAskedAsync();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await HasStoppedAsync(service);
    }

    /// <summary>Before the version 2026-07-28, a client cancels a call by a notification, and a lost connection cancels nothing.</summary>
    [Fact]
    public async Task A_call_of_an_earlier_version_that_is_canceled_by_a_notification_stops_its_run()
    {
        await using var shop = await ShopSite.StartAsync();
        await using var service = await StartAsync();
        await using var client = await ConnectAsync(service, "2025-11-25");
        var id = new RequestId("call");

        _ = client.SendRequestAsync(new()
        {
            Id = id,
            Method = RequestMethods.ToolsCall,
            Params = new JsonObject { ["name"] = "run_playbook", ["arguments"] = new JsonObject { ["playbook"] = "slow", ["baseUrl"] = shop.Url } },
        });
        await shop.SlowPageAskedAsync();
        await client.SendNotificationAsync(NotificationMethods.CancelledNotification, new CancelledNotificationParams { RequestId = id });

        // The call has no answer, as the protocol demands.
        await HasStoppedAsync(service);
    }

    [Fact]
    public async Task The_evidence_of_a_stored_run_is_read()
    {
        await using var service = await StartAsync();
        using var log = new MadeLog(service.Root, "stored").Act(1).End();
        await File.WriteAllTextAsync(Path.Combine(log.Folder, RunFiles.ErrorContext), "Expected: a greeting");
        await File.WriteAllTextAsync(Path.Combine(log.Folder, RunFiles.HealPatch), "-#greeting\n+#salutation\n");
        Directory.CreateDirectory(Path.Combine(log.Folder, RunFiles.Screenshots));
        await File.WriteAllBytesAsync(Path.Combine(log.Folder, RunFiles.Screenshots, "0001_extract.png"), [0x89, 0x50]);
        await using var client = await ConnectAsync(service);

        var read = await client.CallToolAsync("read_run", new Dictionary<string, object?> { ["run"] = "stored" });

        Assert.Equal("Expected: a greeting", (string)JsonNode.Parse(Assert.IsType<TextContentBlock>(read.Content[0]).Text)!["error_context"]!);
        Assert.Equal("image/png", Assert.IsType<ImageContentBlock>(read.Content[1]).MimeType);
        Assert.Equal("-#greeting\n+#salutation\n", await CallAsync(client, "propose_heal", ("run", "stored")));
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_with_a_sentence()
    {
        await using var service = await StartAsync();
        using var log = new MadeLog(service.Root, "stored").End();
        await using var client = await ConnectAsync(service);

        Assert.Contains("'greet'", await RefusalAsync("run_playbook", ("playbook", "gret")), StringComparison.Ordinal);
        Assert.Contains("who", await RefusalAsync("run_playbook", ("playbook", "greet"), ("parameters", new { who = "4711" })), StringComparison.Ordinal);
        Assert.StartsWith("There is no run 'missing'.", await RefusalAsync("read_run", ("run", "missing")), StringComparison.Ordinal);
        Assert.StartsWith("The run id in the URL is invalid.", await RefusalAsync("read_run", ("run", "../stored")), StringComparison.Ordinal);
        Assert.StartsWith("There is nothing to heal", await RefusalAsync("propose_heal", ("run", "stored")), StringComparison.Ordinal);

        async Task<string> RefusalAsync(string tool, params (string Name, object Value)[] arguments)
        {
            var result = await client.CallToolAsync(tool, arguments.ToDictionary(static one => one.Name, static one => (object?)one.Value));
            Assert.True(result.IsError);
            return Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        }
    }

    [Fact]
    public async Task An_assistant_without_the_token_and_a_page_of_another_origin_are_refused()
    {
        await using var service = await StartAsync();

        var failure = await Assert.ThrowsAnyAsync<HttpRequestException>(() => ConnectAsync(service, token: "another-text"));
        using var refused = await PostAsync(service, ("Accept", "application/json, text/event-stream"));
        using var foreign = await PostAsync(service, ("Authorization", $"Bearer {Token}"), ("Origin", "http://evil.test"));

        Assert.Equal(HttpStatusCode.Unauthorized, failure.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("UNAUTHORIZED", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    [Fact]
    public async Task An_endpoint_that_the_program_has_for_the_protocol_keeps_its_own_tools()
    {
        await using var service = await RunningService.StartAsync(
            build: static builder => builder.Services.AddMcpServer(static own => own.ServerInstructions = "Of the program.").WithTools([McpServerTool.Create(static () => "pong", new() { Name = "ping" })]),
            map: static app => app.MapMcp("/own"));

        await using var own = await ConnectAsync(service, path: "/own", token: null);
        await using var client = await ConnectAsync(service, token: null);

        Assert.Equal(["ping"], (await own.ListToolsAsync()).Select(static tool => tool.Name));
        Assert.Equal("Of the program.", own.ServerInstructions);
        Assert.DoesNotContain("ping", (await client.ListToolsAsync()).Select(static tool => tool.Name));
    }

    private static Task<RunningService> StartAsync() => RunningService.StartAsync(static options => options.ApiKey = Token);

    // The page never answers: only the cancellation ends the run.
    private static async Task HasStoppedAsync(RunningService service)
    {
        var run = await service.FinishedAsync(Path.GetFileName(Assert.Single(Directory.GetDirectories(service.Root))));
        Assert.Equal(RunState.Terminated, run.Status.Status);
    }

    private static Task<McpClient> ConnectAsync(RunningService service, string? version = null, string? token = Token, string path = "/mcp") => McpClient.CreateAsync(
        new HttpClientTransport(new()
        {
            Endpoint = new(service.Url, path),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = token is null ? null : new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" },
        }),
        new() { ProtocolVersion = version });

    private static Task<string> CallAsync(McpClient client, string tool, params (string Name, object Value)[] arguments) => CallAsync(client, tool, null, arguments);

    private static async Task<string> CallAsync(McpClient client, string tool, IProgress<ProgressNotificationValue>? progress, params (string Name, object Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(static one => one.Name, static one => (object?)one.Value), progress);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.True(result.IsError is not true, text);
        return text;
    }

    private static async Task<HttpResponseMessage> GetAsync(RunningService service, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { { "Authorization", $"Bearer {Token}" } } };
        return await service.Client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> PostAsync(RunningService service, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = JsonContent.Create(new { jsonrpc = "2.0", id = 1, method = "tools/list" }) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await service.Client.SendAsync(request);
    }

    private sealed class Steps : IProgress<ProgressNotificationValue>
    {
        public List<string> Messages { get; } = [];

        public void Report(ProgressNotificationValue value) => Messages.Add($"{value.Message} ({value.Progress}/{value.Total})");
    }
}
