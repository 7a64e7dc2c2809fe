using Microsoft.CodeAnalysis;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests.Caching;

/// <summary>What is run again when a file of cases is edited: the playbooks that use it, and nothing for one that nobody uses.</summary>
public sealed class CaseFileCachingTests
{
    private const string Orders = "/shop/Playbooks/orders.cases.csv";
    private const string Users = "/shop/Playbooks/users.cases.csv";
    private const string Unused = "/shop/Playbooks/unused.cases.csv";

    private static readonly TestProject Project = new TestProject { Sources = ["public class Unrelated;"] }
        .With("/shop/Playbooks/a.playbook.yaml", Playbook("a", "cases_from: orders.cases.csv"))
        .With("/shop/Playbooks/b.playbook.yaml", Playbook("b", "cases_from: users.cases.csv"))
        .With("/shop/Playbooks/c.playbook.yaml", Playbook("c", "cases: [{ name: works }]"))
        .With(Orders, "name\nworks\n")
        .With(Users, "name\nworks\n")
        .With(Unused, "nonsense");

    [Fact]
    public void An_edit_runs_only_the_playbook_that_uses_the_file() => Assert.Equal(
        """
        PlaybookOptions: Cached
        PlaybookRead: Cached Cached Cached
        PlaybookCaseFile: Modified Cached Cached
        PlaybookMatched: Modified Unchanged Unchanged
        PlaybookWhole: Modified Cached Cached
        PlaybookItem: Cached Cached Cached
        PlaybookLayout: Cached
        PlaybookPlaced: Modified Cached Cached
        PlaybookSignature: Cached Cached Cached
        PlaybookSummary: Unchanged Cached Cached
        PlaybookProject: Cached
        PlaybookWithheld: Cached
        PlaybookEmitted: Modified Cached Cached
        PlaybookCatalog: Cached
        PlaybookCallable: Cached Cached Cached
        PlaybookKnown: Cached
        """,
        Edit(Orders, "name\nworks\nworks too\n"));

    [Theory]
    [InlineData(Unused, "other nonsense", "PlaybookCaseFile: Cached Cached Modified\nPlaybookMatched: Unchanged Unchanged Unchanged")]
    [InlineData(Orders, "name\nworks\n", "PlaybookCaseFile: Unchanged Cached Cached\nPlaybookMatched: Cached Cached Cached")]
    public void An_edit_that_changes_nothing_reads_nothing_again(string path, string text, string ran) => Assert.Equal(
        $"""
        PlaybookOptions: Cached
        PlaybookRead: Cached Cached Cached
        {ran}
        PlaybookWhole: Cached Cached Cached
        PlaybookItem: Cached Cached Cached
        PlaybookLayout: Cached
        PlaybookPlaced: Cached Cached Cached
        PlaybookSignature: Cached Cached Cached
        PlaybookSummary: Cached Cached Cached
        PlaybookProject: Cached
        PlaybookWithheld: Cached
        PlaybookEmitted: Cached Cached Cached
        PlaybookCatalog: Cached
        PlaybookCallable: Cached Cached Cached
        PlaybookKnown: Cached
        """,
        Edit(path, text));

    [Fact]
    public void An_edit_to_a_playbook_reads_no_other_cases()
    {
        var driver = Project.Driver().RunGenerators(Project.Compile())
            .ReplaceAdditionalText(Text("/shop/Playbooks/a.playbook.yaml"), new TestText("/shop/Playbooks/a.playbook.yaml", Playbook("a", "name: Edited\ncases_from: orders.cases.csv")))
            .RunGenerators(Project.Compile());

        Assert.Equal("Cached Cached Cached", driver.ReasonsOf(StepNames.CaseFile));
        Assert.Equal("Modified Cached Cached", driver.ReasonsOf(StepNames.Matched));
        Assert.Equal("Modified Cached Cached", driver.ReasonsOf(StepNames.Whole));
    }

    private static string Edit(string path, string text)
    {
        var driver = Project.Driver().RunGenerators(Project.Compile()).ReplaceAdditionalText(Text(path), new TestText(path, text)).RunGenerators(Project.Compile());
        return string.Join('\n', StepNames.All.Select(name => name + ": " + driver.ReasonsOf(name)));
    }

    private static string Playbook(string id, string cases) => $"id: {id}\nsteps:\n  - {{ action: wait_for, selector: '#{id}' }}\n{cases}\n";

    private static AdditionalText Text(string path) => Project.Playbooks.Single(known => known.Path == path);
}
