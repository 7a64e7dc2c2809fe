using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests.RealCompiler;

/// <summary>What the compiler of the SDK prints, with generator and analyzer loaded as a build loads them.</summary>
public sealed class RealCompilerTests
{
    private const string Typo = """
        id: cancel_order
        parameters:
          - { name: order_id, type: int }
          - { name: unused, required: false }
        steps:
          - { action: goto, params: { url: "/orders?q={order_id}&n={oder_id}" } }
          - { action: wait_for, selector: "/html/body/div" }
        """;

    private const string TypoLine = "x.playbook.yaml(6,60): error PB0102: Unknown placeholder 'oder_id'. Did you mean 'order_id'?";

    [Fact]
    public void Generator_and_analyzer_say_the_same_and_it_is_printed_once()
    {
        using var compiler = new RealCompiler();

        var lines = compiler.Playbook("x.playbook.yaml", Typo).Run();

        Assert.Equal(
            [
                "x.playbook.yaml(4,13): warning PB0104",
                TypoLine,
                "x.playbook.yaml(7,35): info PB0303",
            ],
            Shortened(lines));
    }

    [Fact]
    public void A_declaration_error_in_C_sharp_hides_no_finding()
    {
        using var compiler = new RealCompiler();

        var lines = compiler.Playbook("x.playbook.yaml", Typo).Source("a.cs", "internal class A : Missing;").Run();

        Assert.Contains(TypoLine, Shortened(lines));
        Assert.Equal(2, lines.Count(line => line.Contains(": error ", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_two_files_do_to_each_other_is_printed_once_for_each()
    {
        using var compiler = new RealCompiler();
        const string Playbook = "id: same\nsteps:\n  - { action: wait_for, selector: '#a' }\n";

        var lines = compiler.Playbook("a.playbook.yaml", Playbook).Playbook("b.playbook.yaml", Playbook).Run();

        Assert.Equal(["a.playbook.yaml(1,5): error PB0006", "b.playbook.yaml(1,5): error PB0006"], lines.Select(Place));
    }

    [Fact]
    public void A_finding_in_a_file_of_cases_is_printed_once_at_its_row_and_column()
    {
        using var compiler = new RealCompiler();
        const string Playbook = "parameters: [{ name: order_id, type: int }]\nsteps:\n  - { action: wait_for, selector: '#a{order_id}' }\ncases_from: ../orders.cases.csv\n";

        var lines = compiler
            .Playbook("p/a.playbook.yaml", "id: a\n" + Playbook)
            .Playbook("p/b.playbook.yaml", "id: b\n" + Playbook)
            .Playbook("p/c.playbook.yaml", "id: c\n" + Playbook.Replace("orders", "order", StringComparison.Ordinal))
            .Playbook("orders.cases.csv", "\uFEFFname,order_id\r\n\"two\r\nlines\",1\r\n\"a, b\",x\r\nc\r\n")
            .Playbook("unused.cases.csv", "nonsense")
            .Run();

        Assert.Equal(
            ["orders.cases.csv(4,8): error PB0703", "orders.cases.csv(5,1): error PB0705", "p/c.playbook.yaml(5,13): error PB0705"],
            lines.Select(Place).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Severities_come_from_the_usual_switches_but_an_unreadable_file_cannot_be_hidden()
    {
        using var compiler = new RealCompiler();

        var lines = compiler
            .Playbook("x.playbook.yaml", Typo)
            .Playbook("y.playbook.yaml", "id: [")
            .Config("severities.globalconfig", "is_global = true\ndotnet_diagnostic.PB0104.severity = error\ndotnet_diagnostic.PB0303.severity = warning\ndotnet_diagnostic.PB0001.severity = none\n")
            .Argument("-nowarn:PB0102,PB0001")
            .Argument("-errorlog:log.sarif")
            .Run();

        Assert.Equal(
            ["x.playbook.yaml(4,13): error PB0104", "x.playbook.yaml(7,35): warning PB0303", "y.playbook.yaml(1,5): error PB0001"],
            lines.Select(Place).Order(StringComparer.Ordinal));
        Assert.Contains("PB0303", File.ReadAllText(Path.Combine(compiler.Folder, "log.sarif")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_corpus_compiles_without_a_word_from_any_analyzer()
    {
        using var compiler = new RealCompiler();

        // PB0303 and the like are for people; a good playbook may have them.
        Assert.Empty(WithCorpus(compiler).WithEveryAnalyzer().Source("attributes.cs", "[assembly: System.CLSCompliant(false)]\n[assembly: System.Runtime.InteropServices.ComVisible(false)]\n[assembly: System.Reflection.AssemblyVersion(\"1.0.0.0\")]\n[assembly: System.Resources.NeutralResourcesLanguage(\"en\")]\n").Run());
    }

    [Fact]
    public void A_project_may_claim_CLS_compliance_in_the_oldest_C_sharp_and_have_the_playbooks_and_namespace_of_one_that_it_references()
    {
        const string Oldest = "-langversion:12";
        using var library = new RealCompiler();
        using var compiler = new RealCompiler();
        Assert.Empty(WithCorpus(library).Argument(Oldest).Argument("-out:Library.dll").Run());

        Assert.Empty(WithCorpus(compiler)
            .Argument(Oldest)
            .Argument($"-reference:{Path.Combine(library.Folder, "Library.dll")}")
            .Source("demand.cs", "[assembly: System.CLSCompliant(true)]\nnamespace Shop.Tests\n{\n    partial class CancelOrder\n    {\n    }\n}\n")
            .Run());
    }

    [Fact]
    public void A_project_of_broken_playbooks_prints_findings_and_nothing_else()
    {
        using var compiler = new RealCompiler();
        compiler
            .Playbook("x.playbook.yaml", Typo)
            .Playbook("empty.playbook.yaml", "")
            .Playbook("unknown.playbook.yaml", "id: unknown\nsteps:\n  - { id: fly, action: fly }\n  - { id: get, action: extract, store_as: got }\n")
            .Playbook("typed.playbook.yaml", "id: typed\nparameters:\n  - { name: day, type: date, default: tomorrow }\nsteps:\n  - { id: go, action: goto }\n")
            .Source("use.cs", """
                using Shop.Tests;

                internal static class Use
                {
                    public static string? Of(Typed.Steps.Go step) => step.Url + new Unknown.Outputs().Got + new Typed.Parameters().Day + nameof(Unknown.Steps.Get) + new CancelOrder.Outputs();
                }
                """);

        var lines = compiler.Run();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Contains(" PB", line, StringComparison.Ordinal));
    }

    private static RealCompiler WithCorpus(RealCompiler compiler) =>
        Corpus.Names.SelectMany(Corpus.Files).Aggregate(compiler, (all, name) => all.Playbook(name, Corpus.Text(name)));

    private static IEnumerable<string> Shortened(IEnumerable<string> lines) =>
        lines.Select(line => line.Contains("PB0102", StringComparison.Ordinal) || line.Contains("CS", StringComparison.Ordinal) ? line.Split(" (http")[0] : Place(line));

    private static string Place(string line) => string.Join(':', line.Split(':').Take(2));
}
