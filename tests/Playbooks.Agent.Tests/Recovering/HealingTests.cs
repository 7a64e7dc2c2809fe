using Playbooks.Agent.Tests.Serving;
using Playbooks.Language;
using Playbooks.Tests.Browser;

namespace Playbooks.Agent.Tests.Recovering;

/// <summary>What a recovery leaves behind, and that the playbook works without an agent after it was applied.</summary>
public sealed class HealingTests(Chromium chromium) : AgentTest(chromium)
{
    [Fact]
    public async Task Recovery_leaves_a_report_and_a_patch_that_compiles()
    {
        Server.Then(
            request => ModelReply.Call("click", new { @ref = request.Ref("button \"Cancel order\"") }),
            _ => ModelReply.Call("step_done", new { step = "1" }));

        var run = await CancelAsync();
        var patch = Path.Combine(run.RunFolder, RunFiles.HealPatch);
        var playbook = Path.Combine(run.RunFolder, "healed.playbook.yaml");
        File.WriteAllText(playbook, run.Playbook.Source.ReadText());
        var result = Heal.Apply(patch, playbook, Findings);

        Assert.Equal(new HealResult(true), result);
        Assert.Contains("    selector: { primary: '[data-testid=\"cancel\"]', fallbacks: ['#cancel-order'] }\n", File.ReadAllText(playbook), StringComparison.Ordinal);
        Assert.Contains("-    selector: \"#cancel-order\"\n", File.ReadAllText(patch), StringComparison.Ordinal);
        var report = File.ReadAllText(Path.Combine(run.RunFolder, RunFiles.Recovery));
        Assert.Contains("# Recovery of Cancel an order: recovered", report, StringComparison.Ordinal);
        Assert.Contains("| `1` | `click aria-ref=", report, StringComparison.Ordinal);
        Assert.Contains("| `1` | `expect_text_on_page` | ", report, StringComparison.Ordinal);
        Assert.Contains("- Input tokens: `30`", report, StringComparison.Ordinal);
        Assert.Contains($"apply it with `playbooks heal \"{run.RunFolder}\" --apply`.", report, StringComparison.Ordinal);
        var html = File.ReadAllText(run.ReportPath!);
        Assert.Contains("Suggested change to the playbook", html, StringComparison.Ordinal);
        Assert.Contains(RunFiles.HealPatch, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_recovery_leaves_a_report_and_no_patch()
    {
        Server.Then(ModelReply.Call("give_up", new { why = "It is gone." }));

        var run = await CancelAsync();

        Assert.Contains("Step 1 failed, and so did its recovery: It is gone.", File.ReadAllText(Path.Combine(run.RunFolder, RunFiles.Recovery)), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(run.RunFolder, RunFiles.HealPatch)));
    }

    private static List<string> Findings(string text) => [.. PlaybookReader.Read("healed.playbook.yaml", text).Findings.Select(one => $"{one.Id} {one.Message}")];
}
