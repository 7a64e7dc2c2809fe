using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Playbooks.Language;

namespace Playbooks.Cli.Tests.Assistants;

public sealed class AssistantTests
{
    private const string Greet = "id: greet\nparameters:\n  - name: who\nstart_url: \"data:text/html,<h1>Hello {who}</h1>\"\nsteps:\n  - { action: extract, selector: h1, store_as: greeting }\n";

    [Fact]
    public async Task An_assistant_writes_a_playbook_corrects_it_by_the_answer_and_runs_it()
    {
        using var folder = new Tool().With("other.playbook.yaml", Tool.Good);
        await using var client = await StartAsync(folder);
        Assert.Equal(["list_playbooks", "propose_heal", "read_run", "run_playbook", "validate_playbook", "write_playbook"], (await client.ListToolsAsync()).Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.Equal("good", (string)JsonNode.Parse(await CallAsync(client, "list_playbooks"))![0]!["id"]!);
        Assert.Contains("# The playbook language", ((TextResourceContents)(await client.ReadResourceAsync("playbooks://language")).Contents[0]).Text, StringComparison.Ordinal);

        // Two mistakes, both with their fixes in one answer.
        var wrong = Greet.Replace("extract", "extrct", StringComparison.Ordinal).Replace("{who}", "{whom}", StringComparison.Ordinal);
        var answer = JsonNode.Parse(await CallAsync(client, "validate_playbook", ("path", "Flows/greet.playbook.yaml"), ("text", wrong)))!;
        var corrected = answer["findings"]!.AsArray().Where(finding => (string)finding!["severity"]! == "error").Aggregate(wrong, (text, finding) =>
        {
            var fix = finding!["fixes"]![0]!;
            return text.Replace((string)fix["replace"]!, (string)fix["with"]!, StringComparison.Ordinal);
        });
        Assert.Equal(2, (int)answer["errors"]!);
        Assert.Equal(Greet, corrected);

        var written = JsonNode.Parse(await CallAsync(client, "write_playbook", ("path", "Flows/greet.playbook.yaml"), ("text", corrected.Replace("steps:\n  -", "steps:\n-", StringComparison.Ordinal))))!;
        Assert.Equal((true, 0), ((bool)written["written"]!, (int)written["errors"]!));
        Assert.Equal(Greet, folder.Read("Flows/greet.playbook.yaml"));

        var progress = new List<string>();
        var run = JsonNode.Parse(await CallAsync(client, "run_playbook", new Steps(progress), ("path", "Flows/greet.playbook.yaml"), ("parameters", new Dictionary<string, string> { ["who"] = "Ada" })))!;
        Assert.Equal(("passed", "Hello Ada"), ((string)run["outcome"]!, (string)run["outputs"]!["greeting"]!));
        Assert.Equal(["extract: passed"], progress);
        Assert.True(File.Exists((string)run["report"]!));
    }

    [Fact]
    public async Task A_failed_run_has_the_context_of_its_error_and_its_screenshot()
    {
        using var folder = new Tool().With("greet.playbook.yaml", Greet.Replace("selector: h1", "selector: h2, timeout_ms: 300, on_failure: abort", StringComparison.Ordinal));
        await using var client = await StartAsync(folder);

        var run = JsonNode.Parse(await CallAsync(client, "run_playbook", ("path", "greet.playbook.yaml"), ("parameters", new Dictionary<string, string> { ["who"] = "Ada" })))!;
        var read = await client.CallToolAsync("read_run", new Dictionary<string, object?> { ["run"] = (string)run["run"]! });

        await File.WriteAllTextAsync(folder.PathOf($"playbook-runs/{(string)run["run"]!}/heal.patch"), "-h2\n+h1\n");
        var heal = await CallAsync(client, "propose_heal", ("run", (string)run["run"]!));

        Assert.Equal(("failed", "-h2\n+h1\n"), ((string)run["outcome"]!, heal));
        Assert.Contains("h2", (string)run["error_context"]!, StringComparison.Ordinal);
        Assert.Contains("error_context", Assert.IsType<TextContentBlock>(read.Content[0]).Text, StringComparison.Ordinal);
        Assert.Equal("image/jpeg", Assert.IsType<ImageContentBlock>(read.Content[1]).MimeType);
    }

    [Fact]
    public async Task What_an_assistant_must_not_or_cannot_do_is_refused_with_a_sentence()
    {
        using var folder = new Tool().With("bad.playbook.yaml", Tool.Bad);
        Directory.CreateSymbolicLink(folder.PathOf("outside"), Path.GetTempPath());
        await using var client = await StartAsync(folder);

        Assert.Equal("The path '../x.playbook.yaml' is outside the project. Use a path relative to the project.", await RefusalAsync("write_playbook", ("path", "../x.playbook.yaml"), ("text", Greet)));
        Assert.Equal("The path 'outside/x.playbook.yaml' is outside the project. Use a path relative to the project.", await RefusalAsync("write_playbook", ("path", "outside/x.playbook.yaml"), ("text", Greet)));
        Assert.Equal("The path 'x.cs' is not that of a playbook: it must end with .playbook.yaml.", await RefusalAsync("write_playbook", ("path", "x.cs"), ("text", Greet)));
        Assert.Contains("bad.playbook.yaml(3,15): error PB0201", await RefusalAsync("run_playbook", ("path", "bad.playbook.yaml")), StringComparison.Ordinal);
        Assert.StartsWith("The path ", await RefusalAsync("run_playbook", ("path", "missing.playbook.yaml")), StringComparison.Ordinal);
        Assert.StartsWith("There is no run 'nothing' in ", await RefusalAsync("read_run", ("run", "nothing")), StringComparison.Ordinal);
        Assert.False((bool)JsonNode.Parse(await CallAsync(client, "write_playbook", ("path", "x.playbook.yaml"), ("text", "id: [")))!["written"]!);
        Assert.False(File.Exists(folder.PathOf("x.playbook.yaml")));

        async Task<string> RefusalAsync(string tool, params (string Name, object Value)[] arguments)
        {
            var result = await client.CallToolAsync(tool, arguments.ToDictionary(one => one.Name, one => (object?)one.Value));
            Assert.True(result.IsError);
            return Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        }
    }

    /// <summary>What an assistant needs to correct a mistake is in the answer: an edit that fixes it, or a right example.</summary>
    [Fact]
    public void Every_finding_of_the_wrong_examples_comes_with_a_fix_or_a_right_example()
    {
        foreach (var example in Examples.OfFindings("wrong"))
        {
            var document = new Cli.LanguageServer.Documents.DocumentText("/none/a.playbook.yaml", example.Text);
            Assert.All(PlaybookReader.Read(document.Path, example.Text).Findings, finding =>
            {
                var advice = Cli.Assistants.FindingAdvice.Describe(document, finding);
                Assert.True(advice["fixes"]!.AsArray().Count > 0 || advice["right_example"] is not null, $"{example.Id}: {finding.Message}");
            });
        }
    }

    private static Task<McpClient> StartAsync(Tool folder) => McpClient.CreateAsync(new StdioClientTransport(new()
    {
        Command = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        Arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "Playbooks.Cli.dll"), "mcp"],
        WorkingDirectory = folder.Folder,
    }));

    private static Task<string> CallAsync(McpClient client, string tool, params (string Name, object Value)[] arguments) => CallAsync(client, tool, null, arguments);

    private static async Task<string> CallAsync(McpClient client, string tool, IProgress<ProgressNotificationValue>? progress, params (string Name, object Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(one => one.Name, one => (object?)one.Value), progress);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.True(result.IsError is not true, text);
        return text;
    }

    private sealed class Steps(List<string> messages) : IProgress<ProgressNotificationValue>
    {
        public void Report(ProgressNotificationValue value) => messages.Add(value.Message!);
    }
}
