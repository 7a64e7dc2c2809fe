using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests;

/// <summary>Playbooks that get into each other's way are reported as such, and never by C#.</summary>
public sealed class ProjectTests
{
    [Theory]
    [InlineData("two of one id", "/shop/a.playbook.yaml", "cancel", "/shop/b.playbook.yaml", "cancel", 2)]
    [InlineData("two of one id in two folders", "/shop/a/x.playbook.yaml", "cancel", "/shop/b/x.playbook.yaml", "cancel", 2)]
    [InlineData("two ids that give one class", "/shop/a.playbook.yaml", "a1", "/shop/b.playbook.yaml", "a_1", 2)]
    [InlineData("a class that is another's test class", "/shop/a.playbook.yaml", "cancel", "/shop/b.playbook.yaml", "cancel_tests", 2)]
    [InlineData("a class named as the catalog", "/shop/a.playbook.yaml", "playbook_catalog", "/shop/b.playbook.yaml", "other", 1)]
    [InlineData("a class named as a folder", "/shop/a.playbook.yaml", "orders", "/shop/Orders/b.playbook.yaml", "other", 1)]
    [InlineData("a folder named as the catalog", "/shop/PlaybookCatalog/a.playbook.yaml", "orders", "/shop/b.playbook.yaml", "other", 1)]
    public void Names_that_meet_are_one_finding_each(string _, string firstPath, string firstId, string secondPath, string secondId, int findings)
    {
        var run = new TestProject().With(firstPath, Playbook(firstId)).With(secondPath, Playbook(secondId)).Run().ShouldCompile();

        Assert.Equal(Enumerable.Repeat("PB0006", findings), run.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public async Task Accessibility_is_checked_where_the_project_references_the_package_for_it()
    {
        var project = TestProject.Of("id: one\nsteps:\n  - { action: click, selector: a, verify: { expect_accessible: true } }\n");
        var without = project with { Options = TestOptions.Default.With("PlaybooksAccessibility", string.Empty) };

        Assert.Empty(project.Run().ShouldCompile().Findings);
        var run = without.Run().ShouldCompile();
        Assert.Equal("PB0202", Assert.Single(run.Findings).Id);
        Assert.DoesNotContain(run.Sources.Values, static source => source.Contains("AxeScanner", StringComparison.Ordinal));
        var edited = await run.Compilation
            .WithAnalyzers([new PlaybookAnalyzer()], new AnalyzerOptions(without.Playbooks, without.Options))
            .GetAnalyzerDiagnosticsAsync();
        Assert.Equal("PB0202", Assert.Single(edited).Id);
    }

    [Fact]
    public void One_file_name_in_two_folders_is_no_matter() =>
        Assert.Empty(new TestProject().With("/shop/a/x.playbook.yaml", Playbook("one")).With("/shop/b/x.playbook.yaml", Playbook("two")).Run().ShouldCompile().Findings);

    [Fact]
    public void A_namespace_comes_from_the_folders_and_their_keywords_are_escaped()
    {
        var run = new TestProject().With("/shop/new/2024 orders/class.d/x.playbook.yaml", Playbook("one")).Run().ShouldCompile();

        Assert.Contains("namespace Shop.Tests.@new._2024_orders.@class.d;", run.Sources.Single(source => source.Key.EndsWith("playbook.g.cs", StringComparison.Ordinal) || source.Key.Contains('-', StringComparison.Ordinal) && !source.Key.Contains("tests", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_linked_file_stands_where_its_link_is()
    {
        var project = new TestProject { Options = TestOptions.Default.WithLink("/elsewhere/x.playbook.yaml", "Linked/Deep/y.playbook.yaml") };

        Assert.Contains("namespace Shop.Tests.Linked.Deep;", project.With("/elsewhere/x.playbook.yaml", Playbook("one")).Run().ShouldCompile().Sources["Linked/Deep/y.playbook.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "global::PlaybookCatalog")]
    [InlineData("Shop-App.2nd", "global::Shop_App._2nd.PlaybookCatalog")]
    [InlineData("Shop.class", "global::Shop.@class.PlaybookCatalog")]
    public void A_root_namespace_may_be_anything(string rootNamespace, string catalog)
    {
        var project = new TestProject { Options = TestOptions.Default.With("RootNamespace", rootNamespace), Sources = [$"class Guard {{ object all = {catalog}.All; object All => all; }}"] };

        project.With("/shop/x.playbook.yaml", Playbook("one")).Run().ShouldCompile();
    }

    [Fact]
    public void Without_playbooks_nothing_is_generated() => Assert.Empty(new TestProject().Run().ShouldCompile().Sources);

    [Fact]
    public void Without_xunit_cases_become_no_tests()
    {
        var project = new TestProject { Options = TestOptions.Default.With("PlaybooksTestFramework", "none") };

        Assert.Equal(["PlaybookCatalog.g.cs", "x.playbook.g.cs"], project.With("/shop/x.playbook.yaml", Playbook("one")).Run().ShouldCompile().Sources.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tests_of_xunit_v3_take_its_output_and_name_the_line_of_the_case()
    {
        var project = new TestProject { Options = TestOptions.Default.With("PlaybooksTestFramework", "xunit.v3") };

        var tests = project.With("/shop/x.playbook.yaml", Playbook("one")).Run().Sources["x.playbook.tests.g.cs"];

        Assert.Contains("(global::Playbooks.Xunit.PlaybookFixture playbooks, global::Xunit.ITestOutputHelper output)", tests, StringComparison.Ordinal);
        Assert.Matches(@"\[global::Xunit\.Fact\(""/shop/x\.playbook\.yaml"", \d+, DisplayName = ""one: works""\)\]", tests);
        Assert.Contains("Expectation = expectation }, cancellationToken: global::Xunit.TestContext.Current.CancellationToken).ConfigureAwait(true);", tests, StringComparison.Ordinal);
    }

    [Fact]
    public void Hint_names_that_differ_in_case_or_ending_or_are_long_are_kept_apart()
    {
        var longName = new string('x', 300);
        var run = new TestProject()
            .With("/shop/a.playbook.yaml", Playbook("one"))
            .With("/shop/A.playbook.yaml", Playbook("two"))
            .With("/shop/a.playbook.yml", Playbook("three"))
            .With($"/shop/{longName}1.playbook.yaml", Playbook("four"))
            .With($"/shop/{longName}2.playbook.yaml", Playbook("five"))
            .With("/shop/#:../b?.playbook.yaml", Playbook("six"))
            .Run()
            .ShouldCompile();

        Assert.Equal(13, run.Sources.Count);
        Assert.All(run.Sources.Keys, hint => Assert.InRange(hint.Length, 1, 135));
    }

    [Fact]
    public void A_file_to_upload_that_is_not_there_is_found()
    {
        var folder = Directory.CreateTempSubdirectory("playbooks").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "there.pdf"), "x");
            var run = new TestProject().With(Path.Combine(folder, "x.playbook.yaml"), """
                id: send
                steps:
                  - { action: upload, selector: "#f", params: { files: [there.pdf, not_there.pdf] }, verify: { expect_text_on_page: sent } }
                """).Run().ShouldCompile();

            var found = Assert.Single(run.Findings);
            Assert.Equal("PB0207", found.Id);
            Assert.Contains("not_there.pdf", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Playbook(string id) => $"id: {id}\nsteps:\n  - {{ action: wait_for, selector: '#a' }}\ncases:\n  - name: works\n";
}
