using Playbooks.Agent.Goals;
using Playbooks.Language;
using Playbooks.Language.Grammar;

namespace Playbooks.Agent.Tests.Recovering;

/// <summary>A draft must not lose a part of the check that its task had.</summary>
public sealed class DraftYamlTests
{
    [Fact]
    public void Every_expectation_is_written_as_the_language_reads_it()
    {
        var verify = new StepVerification
        {
            UrlContains = "/orders",
            ElementVisible = "#a",
            ElementGone = "#b",
            TextOnPage = "it's done",
            TitleContains = "Orders",
            Value = new("#c", "x"),
            Count = new("tr") { AtLeast = 1 },
            Attribute = new("#d", "title") { ContainedText = "x" },
            Url = "**/orders",
            Text = new("h1") { Pattern = @"\d+" },
            Enabled = "#e",
            Disabled = "#f",
            Checked = "#g",
            Unchecked = "#h",
            Focused = "#i",
            Aria = new("main", "- heading"),
            DialogGone = true,
            NoPageErrors = true,
            Screenshot = new("orders") { Selector = "main", Mask = ["time", ".ad"], MaxDifferentRatio = 0.01 },
            Download = new() { NameContains = ".csv", AtLeastBytes = 1 },
            Accessible = true,
            Soft = true,
            Timeout = TimeSpan.FromSeconds(7),
        };

        var yaml = DraftYaml.Verify(verify, static text => text);

        Assert.Equal([], VerifyKeys.Mapping.Keys.Select(static key => key.Name).Where(key => !yaml.Contains($" {key}: ", StringComparison.Ordinal)));
        Assert.DoesNotContain(
            PlaybookReader.Read("draft.playbook.yaml", $"id: draft\nsteps:\n  - action: click\n    selector: '#x'\n    verify: {yaml}\n").Findings,
            static finding => finding.Rule.Severity == FindingSeverity.Error);
    }
}
