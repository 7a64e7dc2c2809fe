using Playbooks.Healing;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Healing;

public sealed class HealTests : IDisposable
{
    private const string Before = """
        id: cancel_order
        name: Cancel an order
        steps:
          - action: click
            selector: "#cancel"
            verify: { expect_title_contains: Cancelled }
          - action: click
            selector: { primary: "#confirm" }

        """;

    private readonly TempFolder folder = new();

    private string Playbook => Path.Combine(folder.Path, "cancel_order.playbook.yaml");

    private string Patch => Path.Combine(folder.Path, "heal.patch");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Patch_that_changes_selectors_is_applied()
    {
        var after = Before.Replace("\"#cancel\"", "{ primary: 'role=button[name=\"Cancel\"]', fallbacks: ['#cancel'] }", StringComparison.Ordinal);

        Assert.Equal(new HealResult(true), Apply(after));
        Assert.Equal(after, File.ReadAllText(Playbook));
    }

    [Theory]
    [InlineData("expect_title_contains: Cancelled", "expect_title_contains: C")]
    [InlineData("  - action: click\n    selector: \"#cancel\"", "  - action: evaluate\n    selector: \"#cancel\"")]
    [InlineData("selector: \"#cancel\"", "selector: \"#cancel\"\n    params: { button: right }")]
    [InlineData("name: Cancel an order", "name: Cancel an order\nguardrails: { allow_private_networks: true }")]
    public void Patch_that_changes_anything_else_is_not_applied(string old, string changed)
    {
        var result = Apply(Before.Replace(old, changed, StringComparison.Ordinal));

        Assert.False(result.Applied);
        Assert.StartsWith("The patch changes more than the selectors of steps.", result.Reason, StringComparison.Ordinal);
        Assert.Equal(Before, File.ReadAllText(Playbook));
    }

    [Fact]
    public void Patch_that_causes_a_finding_is_not_applied()
    {
        var result = Apply(
            Before.Replace("\"#cancel\"", "\"###\"", StringComparison.Ordinal),
            static text => text.Contains("###", StringComparison.Ordinal) ? ["PB0303 old", "PB0301 The selector is invalid."] : ["PB0303 old"]);

        Assert.Equal(new HealResult(false, "The changed playbook has a new finding: PB0301 The selector is invalid."), result);
        Assert.Equal(Before, File.ReadAllText(Playbook));
    }

    [Fact]
    public void Patch_of_another_version_of_the_playbook_is_not_applied()
    {
        File.WriteAllText(Patch, UnifiedDiff.Create("a.yaml", Before, Before.Replace("#cancel", "#new", StringComparison.Ordinal)));
        File.WriteAllText(Playbook, Before.Replace("#cancel", "#changed", StringComparison.Ordinal));

        Assert.Contains("has changed since the run", Heal.Apply(Patch, Playbook, static _ => []).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_patch_is_refused()
    {
        File.WriteAllText(Patch, "rm -rf");
        File.WriteAllText(Playbook, Before);

        Assert.Contains("is not a patch of one playbook", Heal.Apply(Patch, Playbook, static _ => []).Reason, StringComparison.Ordinal);
        Assert.Contains("missing.patch does not exist", Assert.Throws<PlaybookException>(() => Heal.Apply("missing.patch", Playbook, static _ => [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_has_its_context_and_is_applied_to_the_same_text()
    {
        var before = string.Join('\n', Enumerable.Range(1, 40)) + "\n";
        var after = before.Replace("\n5\n", "\nfive\nfive and a half\n", StringComparison.Ordinal).Replace("\n30\n", "\n", StringComparison.Ordinal);

        var diff = UnifiedDiff.Create("dir/file.yaml", before, after);

        Assert.StartsWith("--- a/dir/file.yaml\n+++ b/dir/file.yaml\n@@ -2,7 +2,8 @@\n 2\n 3\n 4\n-5\n+five\n+five and a half\n 6\n 7\n 8\n@@ -27,7 +28,6 @@\n 27\n", diff, StringComparison.Ordinal);
        Assert.Equal(after, UnifiedDiff.Apply(diff, before));
        Assert.Equal("", UnifiedDiff.Create("a", before, before));
    }

    private HealResult Apply(string after, Func<string, IReadOnlyList<string>>? check = null)
    {
        File.WriteAllText(Playbook, Before);
        File.WriteAllText(Patch, UnifiedDiff.Create("cancel_order.playbook.yaml", Before, after));
        return Heal.Apply(Patch, Playbook, check ?? (static _ => []));
    }
}
