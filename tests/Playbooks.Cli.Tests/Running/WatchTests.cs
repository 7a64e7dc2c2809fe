namespace Playbooks.Cli.Tests.Running;

public sealed class WatchTests
{
    private const string Page = "start_url: \"data:text/html,<h1>Hello {who}</h1>\"\n";

    private const string Called = "id: called\nparameters:\n  - { name: who }\n" + Page + "steps:\n  - { action: extract, selector: h1, store_as: greeting }\n";

    private const string First = """
        id: first
        steps:
          - run: called
            with: { who: Ada }
            store: { greeting: greeting }
        cases:
          - { name: greets, expect: { outputs: { greeting: Hello Ada } } }
        """;

    [Fact]
    public async Task An_edit_runs_what_it_touches_and_an_invalid_one_is_reported()
    {
        using var tool = new Tool()
            .With("shop/called.playbook.yaml", Called)
            .With("shop/first.playbook.yaml", First)
            .With("shop/second.playbook.yaml", Called.Replace("called", "second", StringComparison.Ordinal));
        await using var watch = new RunningTool(tool, "watch", "shop/first.playbook.yaml", "shop/second.playbook.yaml", "-p", "who=Grace", "--out", "runs");

        var start = await watch.ReadToAsync("Waiting for edits");
        Assert.Contains(start, line => line.StartsWith("greets: passed in ", StringComparison.Ordinal));
        Assert.Contains(start, line => line.EndsWith(": greeting = Hello Grace", StringComparison.Ordinal));
        Assert.Equal("2 passed, 0 failed. Waiting for edits. Press Ctrl+C to stop.", start[^1]);

        // An edit of what the first one calls, which makes its case fail; the second one does not run.
        tool.With("shop/called.playbook.yaml", Called.Replace("Hello", "Good morning", StringComparison.Ordinal));
        var edited = await watch.ReadToAsync("Waiting for edits");
        Assert.Contains(edited, line => line.StartsWith("greets: failed in ", StringComparison.Ordinal));
        Assert.Equal("0 passed, 1 failed. Waiting for edits. Press Ctrl+C to stop.", edited[^1]);

        tool.With("shop/called.playbook.yaml", Called.Replace("extract", "extrct", StringComparison.Ordinal));
        var invalid = await watch.ReadToAsync("Waiting for edits");
        Assert.Contains(invalid, line => line.StartsWith("shop/called.playbook.yaml(6,15): error PB0201: ", StringComparison.Ordinal));
        Assert.Equal("0 passed, 1 failed. Waiting for edits. Press Ctrl+C to stop.", invalid[^1]);
        Assert.Equal(0, await watch.StopAsync());
    }
}
