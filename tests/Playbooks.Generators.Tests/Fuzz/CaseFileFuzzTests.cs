using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests.Fuzz;

/// <summary>No file of cases, however broken, stops the generator or the analyzer, or gives C# that does not compile.</summary>
public sealed class CaseFileFuzzTests
{
    private const int Count = 60;

    [Fact]
    public async Task Broken_files_of_cases_become_findings_and_C_sharp_that_compiles()
    {
        var mutations = new Mutations(20250101, [Corpus.Text("cases_from.cases.csv")]);
        var yaml = Corpus.Text("cases_from.playbook.yaml");
        var project = Enumerable.Range(1, Count).Aggregate(new TestProject(), (known, index) => known
            .With($"/shop/P{index}/a.playbook.yaml", yaml.Replace("id: cases_from", $"id: cases_from_{index}", StringComparison.Ordinal))
            .With($"/shop/P{index}/cases_from.cases.csv", mutations.Next()));

        var run = project.Run().ShouldCompile();
        var analyzed = await run.Compilation
            .WithAnalyzers([new PlaybookAnalyzer()], new AnalyzerOptions(project.Playbooks, project.Options))
            .GetAnalyzerDiagnosticsAsync();

        Assert.DoesNotContain(run.Findings.Concat(analyzed), finding => finding.Id is "PB0901" or "AD0001" or "CS8785");
        Assert.Contains(run.Findings, finding => finding.Id == "PB0705");
        Assert.Contains(run.Findings, finding => finding.Id == "PB0703");
        Assert.Equal(
            run.Findings.Select(finding => finding.ToString()).Order(StringComparer.Ordinal),
            analyzed.Select(finding => finding.ToString()).Order(StringComparer.Ordinal));
    }
}
