using System.Xml.Linq;

namespace Playbooks.Cli.Tests.Running;

public sealed class MergeReportsTests
{
    [Fact]
    public async Task The_runs_of_several_folders_are_in_one_overview_and_one_JUnit_file()
    {
        const string Passes = "id: passes\nstart_url: \"data:text/html,<h1>a</h1>\"\nsteps:\n  - { action: wait_for, selector: h1 }\n";
        using var tool = new Tool()
            .With("passes.playbook.yaml", Passes)
            .With("fails.playbook.yaml", Passes.Replace("passes", "fails", StringComparison.Ordinal).Replace("selector: h1", "selector: h2, timeout_ms: 300, on_failure: abort", StringComparison.Ordinal))
            .With("all/shard 3/broken/actions.jsonl", "nothing");
        await tool.RunAsync("run", "passes.playbook.yaml", "--out", "all/shard 1/runs");
        await tool.RunAsync("run", "fails.playbook.yaml", "--out", "all/shard 2/runs");

        var result = await tool.RunAsync("merge-reports", "all", "all/shard 1", "--out", "all");

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Equal(["3 runs, 1 of them failed", "  overview:  all/index.html", "  JUnit XML: all/junit.xml"], result.Lines);
        Assert.Contains("broken", result.Error, StringComparison.Ordinal);
        var suites = XDocument.Parse(tool.Read("all/junit.xml")).Root!.Elements("testsuite").Select(suite => ((string)suite.Attribute("name")!, (string)suite.Attribute("failures")!));
        Assert.Equal([("passes", "0"), ("fails", "1")], suites);
        var run = Path.GetFileName(Directory.EnumerateDirectories(tool.PathOf("all/shard 1/runs")).Single(folder => Path.GetFileName(folder)[0] != '.'));
        Assert.Contains($"href=\"shard%201/runs/{run}/report.html\"", tool.Read("all/index.html"), StringComparison.Ordinal);
    }
}
