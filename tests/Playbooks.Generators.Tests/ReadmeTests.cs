using System.Globalization;
using System.Text.RegularExpressions;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests;

/// <summary>The readme's playbook compiles, and the compiler answers its typo as the readme says.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(RepositoryFolder.Of("README.md"));

    [Fact]
    public void Its_playbook_compiles_without_a_finding()
    {
        var run = TestProject.Of(Fence("yaml")).Run();

        Assert.Empty(run.Findings);
        run.ShouldCompile();
    }

    [Fact]
    public void Its_typo_is_answered_word_for_word()
    {
        var finding = Assert.Single(TestProject.Of(Fence("yaml").Replace("<order_id>", "<oder_id>", StringComparison.Ordinal)).Run().Findings);

        var place = finding.Location.GetLineSpan().StartLinePosition;
        Assert.Equal(
            Fence("text"),
            $"Playbooks/order_status.playbook.yaml({place.Line + 1},{place.Character + 1}): error {finding.Id}: {finding.GetMessage(CultureInfo.InvariantCulture)}");
    }

    private static string Fence(string language) =>
        Regex.Match(Readme, $"^```{language}\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value.TrimEnd();
}
