using System.Text.RegularExpressions;
using Playbooks.Language.Model;
using Playbooks.Language.Project;

namespace Playbooks.Language.Tests;

/// <summary>What the documentation says is run: wrong examples are wrong in the way the page says, right ones are right.</summary>
public sealed partial class DocumentationTests
{
    /// <summary>Findings that one file alone cannot show: two playbooks, a missing file, a fault of ours.</summary>
    private static readonly string[] WithoutExample = ["PB0006", "PB0207", "PB0901"];

    public static TheoryData<string> Ids => new(Rule.All.Select(finding => finding.Id));

    [Fact]
    public void Every_finding_has_a_page_and_every_page_a_finding() =>
        Assert.Equal(
            Rule.All.Select(finding => finding.Id),
            Directory.EnumerateFiles(Docs("diagnostics"), "PB*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_names_its_finding_and_severity(string id)
    {
        var page = File.ReadAllText(Docs("diagnostics", id + ".md"));
        var finding = Rule.All.Single(candidate => candidate.Id == id);

        Assert.StartsWith($"# {id}: {finding.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"**Severity:** {finding.Severity.ToString().ToLowerInvariant()}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| [{id}]({id}.md) | {finding.Severity.ToString().ToLowerInvariant()} | {finding.Title} |\n", File.ReadAllText(Docs("diagnostics", "README.md")), StringComparison.Ordinal);
        Assert.EndsWith($"/docs/diagnostics/{id}.md", Rule.Find(id)!.HelpLink, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_wrong_example_has_that_finding_and_no_other(string id)
    {
        var examples = Examples(Docs("diagnostics", id + ".md"), "wrong").ToList();

        Assert.Equal(WithoutExample.Contains(id), examples.Count == 0);
        foreach (var example in examples)
        {
            Assert.Equal([id], Findings(example, Examples(Docs("diagnostics", id + ".md"), "right")).Select(finding => finding.Id).Distinct());
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_right_example_has_no_finding(string id) => AssertRight(Docs("diagnostics", id + ".md"), WithoutExample.Contains(id) ? 0 : 1);

    /// <summary>The pages for people: all but those of findings, whose examples may be wrong.</summary>
    public static TheoryData<string> Pages =>
        ["README.md", .. Directory.EnumerateFiles(Docs(), "*.md").Select(path => "docs/" + Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_playbooks_of_a_page_are_whole_and_have_no_finding(string page)
    {
        var text = File.ReadAllText(RepositoryFolder.Of(page.Split('/')));

        // "other" is the YAML of another tool.
        var fences = AnyYaml().Matches(text).Where(match => match.Groups["info"].Value != "yaml other").ToList();
        Assert.All(fences, match => Assert.Equal(page == "README.md" ? "yaml" : "yaml right", match.Groups["info"].Value));
        var examples = fences.Select(match => match.Groups["text"].Value).ToList();
        Assert.All(examples, example => Assert.Empty(Problems(example, examples)));
    }

    [Theory]
    [InlineData("language.md")]
    [InlineData("diagnostics", "PB0705.md")]
    public void The_rows_of_a_page_are_cases_of_the_playbook_above_them(params string[] page)
    {
        var match = Rows().Match(File.ReadAllText(Docs(page)));
        var alone = PlaybookReader.Read("example.playbook.yaml", match.Groups["text"].Value);

        var file = PlaybookReader.ReadLinked(alone, null, new(new(alone.Model.CaseFile!.Path, match.Groups["rows"].Value), null));

        Assert.Empty(file.Findings.Concat(file.CaseFileFindings).Select(finding => $"{finding.Id} {finding.Message}"));
        Assert.Equal(match.Groups["rows"].Value.Split('\n').Length - 2, file.Model.Cases.Count);
    }

    [Fact]
    public void The_language_is_shown_by_examples() => Assert.InRange(Examples(Docs("language.md"), "right").Count(), 4, int.MaxValue);

    private static void AssertRight(string page, int count)
    {
        var examples = Examples(page, "right").ToList();
        Assert.Equal(count == 0, examples.Count == 0);
        Assert.All(examples, example => Assert.Empty(Problems(example, examples)));
    }

    private static IEnumerable<string> Problems(string playbook, IEnumerable<string> project) =>
        Findings(playbook, project).Select(finding => $"{finding.Id} {finding.Message}");

    /// <summary>The findings of a playbook in a project with others, such as those that it calls.</summary>
    private static EquatableArray<Finding> Findings(string playbook, IEnumerable<string> project)
    {
        var alone = PlaybookReader.Read("example.playbook.yaml", playbook);
        var others = project.Where(text => text != playbook).Select(text => PlaybookReader.Read("other.playbook.yaml", text));
        var known = KnownPlaybooks.Create(others.Prepend(alone).Select(file => new CallablePlaybook(PlaybookSignature.From(file.Model), string.Empty)));
        return PlaybookReader.ReadLinked(alone, known.For(alone.Model)).Findings;
    }

    private static IEnumerable<string> Examples(string page, string kind) =>
        Fence().Matches(File.ReadAllText(page)).Where(match => match.Groups["kind"].Value == kind).Select(match => match.Groups["text"].Value);

    private static string Docs(params string[] path) => RepositoryFolder.Of(["docs", .. path]);

    [GeneratedRegex("^```yaml (?<kind>right|wrong)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^```yaml right\n(?<text>[^`]*)^```\n\n```csv\n(?<rows>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Rows();

    [GeneratedRegex("^```(?<info>ya?ml[^\n]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex AnyYaml();
}
