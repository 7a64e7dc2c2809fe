using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests;

/// <summary>In an editor the analyzer reports findings live; in a build the generator does, and the analyzer reads nothing.</summary>
public sealed class AnalyzerTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("", false)]
    [InlineData("false", false)]
    public async Task Findings_are_repeated_where_a_project_is_edited(string? designTimeBuild, bool isReported)
    {
        var project = new TestProject
        {
            Playbooks = [new TestText("/shop/test.playbook.yaml", "id: test\nsteps: [{ action: clik }]\n")],
            Options = designTimeBuild is null ? TestOptions.Default : TestOptions.Default.With("DesignTimeBuild", designTimeBuild),
        };

        var found = await project.Run().Compilation
            .WithAnalyzers([new PlaybookAnalyzer()], new AnalyzerOptions(project.Playbooks, project.Options))
            .GetAnalyzerDiagnosticsAsync();

        Assert.Equal(isReported ? ["PB0201"] : [], found.Select(finding => finding.Id));
    }
}
