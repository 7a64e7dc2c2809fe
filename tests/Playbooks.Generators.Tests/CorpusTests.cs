using Microsoft.CodeAnalysis;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests;

public sealed class CorpusTests
{
    public static TheoryData<string> Playbooks => [.. Corpus.Names];

    [Theory]
    [MemberData(nameof(Playbooks))]
    public void A_good_playbook_compiles_without_a_warning_into_the_code_that_was_accepted(string name)
    {
        var run = new TestProject().WithCorpus("/shop/Playbooks/", name).Run();

        Assert.DoesNotContain(run.Findings, finding => finding.Severity >= DiagnosticSeverity.Warning);
        run.ShouldCompile();
        // Thousands of lines of the same kind do not help a reader.
        if (Corpus.IsRepetitive(name))
        {
            return;
        }

        foreach (var (hintName, code) in run.Sources.Where(source => source.Key != "PlaybookCatalog.g.cs"))
        {
            Snapshots.VerifyCode(name.Split('.')[0], hintName, code);
        }
    }

    [Fact]
    public void There_are_at_least_forty_of_them() => Assert.InRange(Corpus.Names.Count(), 40, int.MaxValue);

    [Fact]
    public void All_of_them_compile_as_one_project_with_one_catalog()
    {
        var run = Corpus.Names.Aggregate(new TestProject(), (project, name) => project.WithCorpus("/shop/", name)).Run().ShouldCompile();

        Assert.Empty(run.Findings.Where(finding => finding.Severity >= DiagnosticSeverity.Warning));
        Snapshots.VerifyCode("Catalog", "PlaybookCatalog.g.cs", run.Sources["PlaybookCatalog.g.cs"]);
        using var assembly = run.Load();
        var all = (IReadOnlyList<PlaybookEntry>)assembly.Assembly.GetType("Shop.Tests.PlaybookCatalog")!.GetProperty("All")!.GetValue(null)!;
        Assert.Equal(Corpus.Names.Count(), all.Count);
        foreach (var name in Corpus.Names)
        {
            Assert.Contains(all, entry => entry.Info.Source.Path == "/shop/" + name && entry.Info.Source.ReadText() == Corpus.Text(name));
        }
    }
}
