using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests;

/// <summary>Rows of a file of cases become tests, and what is wrong in them is reported there.</summary>
public sealed class CaseFileTests
{
    private const string Yaml = "id: a\nparameters: [{ name: order_id, type: int }, { name: word, secret: true }]\nsteps:\n  - { action: wait_for, selector: '#a{order_id}{word}' }\ncases_from: data/orders.cases.csv\n";
    private const string Csv = "name,order_id,word\r\nfirst,1,\r\n\"the\r\nsecond\",2,\"se\"\"cret\"\r\n";
    private const string CsvPath = "/shop/Playbooks/data/orders.cases.csv";

    private static readonly TestProject Project = TestProject.Of(Yaml).With(CsvPath, Csv);

    [Fact]
    public void Each_row_is_a_test_of_its_own_that_is_mapped_to_its_lines()
    {
        var run = Project.Run().ShouldCompile();

        var tests = run.Sources["Playbooks/p1.playbook.tests.g.cs"];
        Assert.Equal(2, tests.Split("[global::Xunit.Fact(DisplayName = ").Length - 1);
        Assert.Contains("caseFile = new(\"" + CsvPath + "\", \"name,order_id,word\\r\\nfirst,1,", tests, StringComparison.Ordinal);
        Assert.Contains("Location = new(3, 1, 4, 21), Source = caseFile }", tests, StringComparison.Ordinal);
        Assert.Contains($"#line (3,1)-(4,20) 10 \"{CsvPath}\"\n", tests, StringComparison.Ordinal);
        Assert.Equal(["(2,1)-(2,9)", "(2,1)-(2,9)", "(3,1)-(4,21)", "(3,1)-(4,21)"], run.SequencePoints(CsvPath));
    }

    [Fact]
    public void Secrets_of_rows_are_masked_as_those_of_the_playbook()
    {
        using var assembly = Project.Run().Load();

        Assert.Equal([new("se\"cret"), new("se\"\"cret")], assembly.Definition("Shop.Tests.Playbooks.A").CaseSecrets);
    }

    [Fact]
    public void A_deterministic_build_maps_the_path_of_the_rows_like_that_of_the_playbook()
    {
        var run = (Project with { Options = TestOptions.Default.With("DeterministicSourcePaths", "true").With("PathMap", "/shop/=/_/src/") }).Run();

        Assert.Contains("\"/_/src/Playbooks/data/orders.cases.csv\"\n", run.Sources["Playbooks/p1.playbook.tests.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("/shop/", run.Sources["Playbooks/p1.playbook.tests.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_tests_are_generated_rows_are_checked_and_emit_nothing()
    {
        var run = (Project.With(CsvPath, "name,order_id\na,x\n") with { Options = TestOptions.Default.With("PlaybooksTestFramework", "") }).Run().ShouldCompile();

        Assert.Equal([CsvPath + "(2,3): error PB0703"], run.Findings.Select(Place));
        Assert.DoesNotContain("Playbooks/p1.playbook.tests.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void A_file_that_the_project_does_not_have_is_reported_on_the_key() =>
        Assert.Equal(["/shop/Playbooks/p1.playbook.yaml(5,13): error PB0705"], TestProject.Of(Yaml).Run().ShouldCompile().Findings.Select(Place));

    [Fact]
    public void Playbooks_that_share_a_file_report_a_mistake_in_it_once()
    {
        var project = TestProject.Of(Yaml, Yaml.Replace("id: a", "id: b", StringComparison.Ordinal)).With(CsvPath, "name,order_id\na,x\n");

        Assert.Equal([CsvPath + "(2,3): error PB0703"], project.Run().ShouldCompile().Findings.Select(Place));
    }

    [Theory]
    [InlineData("name,order_id\na,x\nb\n", "name: a\n")]
    [InlineData("", "cases: [{ name: x }]\n")]
    [InlineData("name;order_id\n", "")]
    [InlineData("name,order_id\na,\"x\n", "nmae: a\n")]
    public async Task Generator_and_analyzer_report_the_same_each_once(string csv, string yaml)
    {
        var project = TestProject.Of(Yaml + yaml, Yaml.Replace("id: a", "id: b", StringComparison.Ordinal), "id: c\ncases_from: missing.cases.csv\n").With(CsvPath, csv).With("/shop/unused.cases.csv", "x");
        var run = project.Run().ShouldCompile();

        var analyzed = await run.Compilation
            .WithAnalyzers([new PlaybookAnalyzer()], new AnalyzerOptions(project.Playbooks, project.Options))
            .GetAnalyzerDiagnosticsAsync();

        Assert.NotEmpty(run.Findings);
        Assert.Equal(run.Findings.Select(finding => finding.ToString()).Order(StringComparer.Ordinal), analyzed.Select(finding => finding.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(analyzed.Length, analyzed.Select(finding => finding.ToString()).Distinct().Count());
        Assert.DoesNotContain(analyzed, finding => finding.Id is "AD0001" or "PB0901");
    }

    [Fact]
    public void Ten_thousand_rows_are_ten_thousand_tests()
    {
        var rows = string.Concat(Enumerable.Range(1, 10_000).Select(number => $"case {number},{number},\n"));

        var run = Project.With(CsvPath, "name,order_id,word\n" + rows).Run();

        Assert.Empty(run.Findings);
        Assert.Equal(10_000, run.Sources["Playbooks/p1.playbook.tests.g.cs"].Split("[global::Xunit.Fact(DisplayName = ").Length - 1);
    }

    private static string Place(Microsoft.CodeAnalysis.Diagnostic finding) => string.Join(':', finding.ToString().Split(':').Take(2));
}
