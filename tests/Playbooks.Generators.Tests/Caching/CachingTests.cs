using Microsoft.CodeAnalysis;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests.Caching;

/// <summary>What is run again when something is edited; each test edits one thing and asserts the reasons of all steps.</summary>
public sealed class CachingTests
{
    private const string First = "/shop/Playbooks/first.playbook.yaml";
    private const string Second = "/shop/Playbooks/second.playbook.yaml";

    private static readonly TestProject Project = new TestProject { Sources = ["public class Unrelated;"] }
        .With(First, Playbook("first", "one"))
        .With(Second, Playbook("second", "two"));

    private static readonly string NothingRan = Reasons(
        options: "Cached", read: "Cached Cached", item: "Cached Cached", layout: "Cached", placed: "Cached Cached",
        signature: "Cached Cached", summary: "Cached Cached", project: "Cached", withheld: "Cached", emitted: "Cached Cached", catalog: "Cached");

    [Fact]
    public void The_first_run_makes_everything() =>
        Assert.Equal(
            Reasons("New", "New New", "New New", "New", "New New", "New New", "New New", "New", "New", "New New", "New"),
            ReasonsOf(Project.Driver().RunGenerators(Project.Compile())));

    [Fact]
    public void A_second_run_over_the_same_runs_nothing() =>
        Assert.Equal(NothingRan, ReasonsOf(RunTwice(Project, driver => driver, Project)));

    [Fact]
    public void An_edit_to_CSharp_runs_nothing()
    {
        var edited = Project with { Sources = ["public class Unrelated { public int Edited; }", "class Another;"] };

        Assert.Equal(NothingRan, ReasonsOf(RunTwice(Project, driver => driver, edited)));
    }

    [Fact]
    public void The_same_text_in_a_new_object_is_read_and_goes_no_further()
    {
        var driver = RunTwice(Project, driver => Replace(driver, First, Playbook("first", "one")), Project);

        Assert.Equal(
            Reasons("Cached", "Unchanged Cached", "Unchanged Cached", "Cached", "Cached Cached", "Cached Cached", "Cached Cached", "Cached", "Cached", "Cached Cached", "Cached"),
            ReasonsOf(driver));
    }

    [Fact]
    public void An_edit_to_one_playbook_runs_that_one_alone()
    {
        var driver = RunTwice(Project, driver => Replace(driver, First, Playbook("first", "edited")), Project);

        Assert.Equal(
            Reasons("Cached", "Modified Cached", "Unchanged Cached", "Cached", "Modified Cached", "Unchanged Cached", "Unchanged Cached", "Cached", "Cached", "Modified Cached", "Cached"),
            ReasonsOf(driver));
    }

    [Fact]
    public void A_new_parameter_changes_the_signature_but_not_where_the_playbook_stands()
    {
        var driver = RunTwice(Project, driver => Replace(driver, First, Playbook("first", "one") + "parameters: [{ name: a, required: false }]\n"), Project);

        Assert.Equal(
            Reasons("Cached", "Modified Cached", "Unchanged Cached", "Cached", "Modified Cached", "Modified Cached", "Unchanged Cached", "Unchanged", "Cached", "Modified Cached", "Modified"),
            ReasonsOf(driver));
    }

    [Fact]
    public void A_new_id_is_checked_against_the_others_but_writes_only_its_own_code_and_the_catalog()
    {
        var driver = RunTwice(Project, driver => Replace(driver, First, Playbook("renamed", "one")), Project);

        Assert.Equal(
            Reasons("Cached", "Modified Cached", "Unchanged Cached", "Cached", "Modified Cached", "Modified Cached", "Modified Cached", "Unchanged", "Cached", "Modified Cached", "Modified"),
            ReasonsOf(driver));
    }

    [Fact]
    public void An_id_that_another_has_withholds_one_class()
    {
        var driver = RunTwice(Project, driver => Replace(driver, First, Playbook("second", "one")), Project);

        Assert.Equal(
            Reasons("Cached", "Modified Cached", "Unchanged Cached", "Cached", "Modified Cached", "Modified Cached", "Modified Cached", "Modified", "Modified", "Modified Modified", "Modified"),
            ReasonsOf(driver));
    }

    [Fact]
    public void An_option_that_is_not_ours_runs_nothing_but_the_look_at_options()
    {
        var driver = RunTwice(Project, driver => driver.WithUpdatedAnalyzerConfigOptions(TestOptions.Default.With("Unrelated", "x")), Project);

        Assert.Equal(
            Reasons("Unchanged", "Cached Cached", "Unchanged Unchanged", "Cached", "Cached Cached", "Cached Cached", "Cached Cached", "Cached", "Cached", "Cached Cached", "Cached"),
            ReasonsOf(driver));
    }

    [Fact]
    public void Another_root_namespace_reads_no_text_again()
    {
        var driver = RunTwice(Project, driver => driver.WithUpdatedAnalyzerConfigOptions(TestOptions.Default.With("RootNamespace", "Other")), Project);

        Assert.Equal(
            Reasons("Modified", "Cached Cached", "Unchanged Unchanged", "Modified", "Modified Modified", "Cached Cached", "Modified Modified", "Unchanged", "Cached", "Modified Modified", "Modified"),
            ReasonsOf(driver));
    }

    [Fact]
    public void A_new_playbook_leaves_the_others_alone()
    {
        var driver = RunTwice(
            Project,
            driver => driver.AddAdditionalTexts([new TestText("/shop/Playbooks/third.playbook.yaml", Playbook("third", "three"))]),
            Project);

        Assert.Equal(
            Reasons("Cached", "Cached Cached New", "Cached Cached New", "Modified", "Unchanged Unchanged New", "Cached Cached New", "Cached Cached New", "Unchanged", "Cached", "Cached Cached New", "Modified"),
            ReasonsOf(driver));
    }

    private static string Playbook(string id, string text) =>
        $"id: {id}\nsteps:\n  - {{ action: wait_for, selector: 'text=\"{text}\"' }}\ncases:\n  - name: works\n";

    private static GeneratorDriver RunTwice(TestProject before, Func<GeneratorDriver, GeneratorDriver> edit, TestProject after) =>
        edit(before.Driver().RunGenerators(before.Compile())).RunGenerators(after.Compile());

    private static GeneratorDriver Replace(GeneratorDriver driver, string path, string text) =>
        driver.ReplaceAdditionalText(Project.Playbooks.Single(known => known.Path == path), new TestText(path, text));

    [Fact]
    public void An_edit_to_a_step_of_a_called_playbook_runs_that_one_alone()
    {
        var driver = RunCalls(Called.Replace("#a", "#b", StringComparison.Ordinal));

        Assert.Equal("Modified Cached Cached", driver.ReasonsOf(StepNames.Read));
        Assert.Equal("Modified Cached Cached", driver.ReasonsOf(StepNames.Whole));
        Assert.Equal("Modified Cached Cached", driver.ReasonsOf(StepNames.Emitted));
    }

    [Theory]
    [InlineData("name: number", "name: amount")]
    [InlineData("store_as: result", "store_as: outcome")]
    [InlineData("type: int", "type: decimal")]
    public void An_edit_to_the_signature_of_a_called_playbook_runs_its_callers_too(string before, string after)
    {
        var driver = RunCalls(Called.Replace(before, after, StringComparison.Ordinal).Replace("{number}", before == "name: number" ? "{amount}" : "{number}", StringComparison.Ordinal));

        Assert.Equal("Modified Cached Cached", driver.ReasonsOf(StepNames.Read));
        Assert.Equal("Modified Modified Cached", driver.ReasonsOf(StepNames.Whole));
        Assert.Equal("Modified Modified Cached", driver.ReasonsOf(StepNames.Emitted));
    }

    private const string Called = "id: called\nparameters: [{ name: number, type: int }]\nsteps: [{ action: extract, selector: '#a{number}', store_as: result }]\n";

    private static GeneratorDriver RunCalls(string edited)
    {
        var project = new TestProject()
            .With(First, Called)
            .With(Second, "id: caller\nsteps: [{ run: called, with: { number: 1 }, store: { result: mine } }, { action: goto, params: { url: '/{mine}' } }]\n")
            .With("/shop/Playbooks/third.playbook.yaml", Playbook("third", "three"));
        return RunTwice(project, driver => driver.ReplaceAdditionalText(project.Playbooks.Single(known => known.Path == First), new TestText(First, edited)), project);
    }

    private static string Reasons(
        string options, string read, string item, string layout, string placed, string signature, string summary, string project, string withheld, string emitted, string catalog)
    {
        // Nothing is read for playbooks that name no other file: only what is new or changed goes on.
        var whole = read.Replace("Unchanged", "Cached", StringComparison.Ordinal);
        var callable = layout == "Modified" ? placed : signature;
        var known = read.Contains("New New", StringComparison.Ordinal) ? "New" : callable.Contains("Modified", StringComparison.Ordinal) || callable.Contains("New", StringComparison.Ordinal) ? "Modified" : "Cached";
        var matched = known == "Modified" ? whole.Replace("Cached", "Unchanged", StringComparison.Ordinal) : whole;
        return string.Join('\n', StepNames.All.Zip(
            [options, read, "", matched, whole, item, layout, placed, signature, summary, project, withheld, emitted, catalog, callable, known], (name, reasons) => name + ": " + reasons));
    }

    private static string ReasonsOf(GeneratorDriver driver) => string.Join('\n', StepNames.All.Select(name => name + ": " + driver.ReasonsOf(name)));
}
