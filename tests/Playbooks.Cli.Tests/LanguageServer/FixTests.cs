using Playbooks.Cli.LanguageServer.Documents;
using Playbooks.Cli.LanguageServer.Features;
using Playbooks.Language;

namespace Playbooks.Cli.Tests.LanguageServer;

public sealed class FixTests
{
    private const string Steps = "steps:\n  - { action: wait_for, selector: \"#a\" }\n";

    /// <summary>A text with one finding, the title of a fix, and the text after it.</summary>
    public static TheoryData<string, string, string> Rows => new()
    {
        { "id: a\nsteps:\n  - { action: wait_fr, selector: b }\n", "Change to 'wait_for'", "id: a\nsteps:\n  - { action: wait_for, selector: b }\n" },
        { "id: a\ntag: [b]\n" + Steps, "Change to 'tags'", "id: a\ntags: [b]\n" + Steps },
        { "id: a\nparameters: [{ name: order_id }]\nsteps:\n  - { action: wait_for, selector: \"{order_id}{oder_id}\" }\n", "Change to 'order_id'", "id: a\nparameters: [{ name: order_id }]\nsteps:\n  - { action: wait_for, selector: \"{order_id}{order_id}\" }\n" },
        { "id: a\nsteps:\n  - { action: wait_for, selector: \"{zzz}\" }\n", "Add the parameter 'zzz'", "id: a\nparameters:\n  - { name: zzz }\nsteps:\n  - { action: wait_for, selector: \"{zzz}\" }\n" },
        { "id: a\nparameters:\n  - name: b\n    type: int\nsteps:\n  - { action: wait_for, selector: \"{b}{zzz}\" }\n", "Add the parameter 'zzz'", "id: a\nparameters:\n  - name: b\n    type: int\n  - { name: zzz }\nsteps:\n  - { action: wait_for, selector: \"{b}{zzz}\" }\n" },
        { "id: a\nsteps:\n  - { action: wait_for, selector: b, failure_message: \"no {zzz}\" }\n", "Write '{zzz}' as text", "id: a\nsteps:\n  - { action: wait_for, selector: b, failure_message: \"no {{zzz}}\" }\n" },
        { "id: a\nparameters:\n  - name: unused\n    required: false\n" + Steps, "Remove the parameter", "id: a\n" + Steps },
        { "id: a\nparameters:\n  - name: b\n  - name: unused\nsteps:\n  - { action: wait_for, selector: \"{b}\" }\n", "Remove the parameter", "id: a\nparameters:\n  - name: b\nsteps:\n  - { action: wait_for, selector: \"{b}\" }\n" },
        { "id: a\nsteps:\n  - { action: wait_for, selector: b, timeout_ms: \"5\" }\n", "Change to '5'", "id: a\nsteps:\n  - { action: wait_for, selector: b, timeout_ms: 5 }\n" },
        { "name: b\n" + Steps, "Add 'id'", "id: cancel_order\nname: b\n" + Steps },
        { "id: a\nname: # 5\n" + Steps, "Put the text in quotes", "id: a\nname: \"# 5\"\n" + Steps },
        { "id: a\nsteps:\n  - action: hover\n    selector: b\n    description: >\n      c\n      {d}\n", "Disable PB0102 here", "id: a\nsteps:\n  - action: hover\n    selector: b\n    # playbooks: disable PB0102\n    description: >\n      c\n      {d}\n" },
        { "id: a\nsteps:\n  - { action: click, selector: b }\n", "Disable PB0402 here", "id: a\nsteps:\n  # playbooks: disable PB0402\n  - { action: click, selector: b }\n" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_fix_changes_what_its_title_says(string text, string title, string expected)
    {
        var document = new DocumentText("/none/a.playbook.yaml", text);

        var fixes = document.Playbook.Findings.SelectMany(finding => new Fixes(document).Of(finding)).ToList();

        var fix = Assert.Single(fixes, fix => fix.Title == title);
        Assert.Equal(expected, text[..fix.Edit.Start] + fix.Edit.Text + text[fix.Edit.End..]);
    }

    [Fact]
    public void Every_suggestion_of_the_wrong_examples_is_a_fix_that_removes_its_finding()
    {
        var suggesting = 0;
        foreach (var example in Examples.OfFindings("wrong"))
        {
            var document = new DocumentText("/none/a.playbook.yaml", example.Text);
            // A snapshot is one text of many lines, whose words are not replaced one by one.
            foreach (var finding in document.Playbook.Findings.Where(static finding => finding.Id != "PB0801"))
            {
                var fixes = new Fixes(document).Of(finding).ToList();
                suggesting += finding.Message.Contains("Did you mean", StringComparison.Ordinal) ? 1 : 0;
                Assert.True(!finding.Message.Contains("Did you mean", StringComparison.Ordinal) || fixes.Any(fix => fix.Title.StartsWith("Change to", StringComparison.Ordinal)), $"{example.Id}: {finding.Message}");
                Assert.All(fixes, fix => Assert.True(
                    PlaybookReader.Read(document.Path, example.Text[..fix.Edit.Start] + fix.Edit.Text + example.Text[fix.Edit.End..]).Findings.Count(other => other.Id == finding.Id)
                        < document.Playbook.Findings.Count(other => other.Id == finding.Id),
                    $"{example.Id}: {fix.Title}"));
            }
        }

        Assert.InRange(suggesting, 5, int.MaxValue);
    }
}
