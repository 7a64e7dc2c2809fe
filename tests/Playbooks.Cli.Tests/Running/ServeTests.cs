using System.Net.Http.Json;
using System.Text.RegularExpressions;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Playbooks.Cli.Tests.Running;

public sealed partial class ServeTests
{
    [Fact]
    public async Task The_playbooks_of_a_folder_are_served_until_the_command_is_stopped()
    {
        using var tool = new Tool().With("greet.playbook.yaml", "id: greet\nparameters:\n  - { name: who }\nstart_url: \"data:text/html,<h1>Hello {who}</h1>\"\nsteps:\n  - { action: extract, selector: h1, store_as: greeting }\n");
        await using var serve = new RunningTool(tool, "serve", ".", "--url", "http://127.0.0.1:0", "--out", "runs");

        var started = (await serve.ReadToAsync("Press Ctrl+C"))[^1];
        Assert.Matches("^Serving 1 playbook at http://127.0.0.1:[0-9]+. Press Ctrl\\+C to stop.$", started);
        using var client = new HttpClient { BaseAddress = new(Url().Match(started).Value) };
        var accepted = await client.PostAsJsonAsync("/runs", new { playbook = "greet", run_id = "first", parameters = new { who = "Ada" } });
        Assert.Equal(202, (int)accepted.StatusCode);
        Assert.Contains("\"greeting\":\"Hello Ada\"", await client.GetStringAsync("/runs/first/stream"), StringComparison.Ordinal);

        // An assistant can also read the language and check a text, but not write one.
        await using (var assistant = await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new(client.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp })))
        {
            Assert.Equal(["list_playbooks", "propose_heal", "read_run", "run_playbook", "validate_playbook"], (await assistant.ListToolsAsync()).Select(one => one.Name).Order(StringComparer.Ordinal));
            Assert.Equal(["playbooks://language", "playbooks://schema"], (await assistant.ListResourcesAsync()).Select(one => one.Uri).Order(StringComparer.Ordinal));
            var checkedText = await assistant.CallToolAsync("validate_playbook", new Dictionary<string, object?> { ["path"] = "new.playbook.yaml", ["text"] = "id: new\nsteps:\n  - { action: clik, selector: h1 }\n" });
            Assert.Contains("\"errors\":1", Assert.IsType<TextContentBlock>(Assert.Single(checkedText.Content)).Text, StringComparison.Ordinal);
        }

        Assert.Equal(0, await serve.StopAsync());
        Assert.True(File.Exists(tool.PathOf("runs/first/report.html")));
    }

    [GeneratedRegex("http://[0-9.:]+[0-9]")]
    private static partial Regex Url();
}
