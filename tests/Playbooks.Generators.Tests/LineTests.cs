using Playbooks.Generators.Emitting;
using Playbooks.Generators.Pipeline;
using Playbooks.Generators.Tests.Harness;
using Playbooks.Language;

namespace Playbooks.Generators.Tests;

/// <summary>Generated statements are mapped to the YAML that they come from.</summary>
public sealed class LineTests
{
    private const string Playbook = "id: a\nsteps:\n  - id: one\n    action: wait_for\n    selector: '#a'\ncases:\n  - name: works\n";

    [Fact]
    public void A_step_is_mapped_to_its_mapping_in_the_YAML() =>
        Assert.Contains("\n#line (3,5)-(5,18) 10 \"/shop/x.playbook.yaml\"\n        await steps.RunAsync(new Steps.One(", Source("x.playbook.g.cs"), StringComparison.Ordinal);

    [Fact]
    public void Each_statement_of_a_test_is_mapped_to_its_case() =>
        Assert.Equal(2, Source("x.playbook.tests.g.cs").Split("#line (7,5)-(7,15) 10 \"/shop/x.playbook.yaml\"\n").Length - 1);

    [Theory]
    [InlineData("a \"quote\"")]
    [InlineData("a new\nline")]
    [InlineData("a line \u2028 separator")]
    public void A_path_that_a_directive_cannot_hold_is_left_out(string path)
    {
        var code = new CodeWriter();

        Map(path, code, default);

        Assert.Empty(code.ToString());
    }

    [Theory]
    [InlineData(0, 70000, 0, 80000, "#line (1,65534)-(1,65534) 2 \"p\"\n")]
    [InlineData(0, 5, 0, 80000, "#line (1,6)-(1,65534) 2 \"p\"\n")]
    [InlineData(4, 3, 4, 3, "#line (5,4)-(5,4) 2 \"p\"\n")]
    [InlineData(4, 65534, 4, 65534, "#line (5,65534)-(5,65534) 2 \"p\"\n")]
    [InlineData(4, 70000, 6, 0, "#line (5,65534)-(7,1) 2 \"p\"\n")]
    public void Columns_that_symbols_cannot_hold_are_clamped(int startLine, int startColumn, int endLine, int endColumn, string directive)
    {
        var code = new CodeWriter();

        Map("p", code, new(0, 0, startLine, startColumn, endLine, endColumn));

        Assert.Equal(directive, code.ToString());
    }

    [Fact]
    public void A_playbook_of_one_long_line_compiles()
    {
        var run = TestProject.Of($"{{ id: a, name: \"{new string('x', 70000)}\", steps: [ {{ action: wait_for, selector: '#a' }}, {{ action: wait_for, selector: '#b' }} ], cases: [ {{ name: works }} ] }}").Run();

        run.ShouldCompile().Load().Dispose();
    }

    [Theory]
    [InlineData("", false, "/shop/P/x.playbook.yaml")]
    [InlineData("", true, "/_/P/x.playbook.yaml")]
    [InlineData("/shop=/src", true, "/src/P/x.playbook.yaml")]
    [InlineData("/other=/o,/shop/=/src/", false, "/src/P/x.playbook.yaml")]
    [InlineData("/a,,b==c=/x,/shop/P=/deep", false, "/deep/x.playbook.yaml")]
    [InlineData("nonsense", false, "/shop/P/x.playbook.yaml")]
    public void A_deterministic_build_writes_mapped_paths(string map, bool isDeterministic, string shown) =>
        Assert.Equal(shown, PathMap.Parse(map, isDeterministic).Apply("/shop/P/x.playbook.yaml", "P/x.playbook.yaml"));

    [Fact]
    public void A_mapped_folder_may_hold_commas_and_equals_signs() =>
        Assert.Equal("/x/p", PathMap.Parse("/a,,b==c=/x", isDeterministic: true).Apply("/a,b=c/p", "p"));

    [Fact]
    public void A_debugger_goes_from_step_to_step_and_from_case_to_case_and_nowhere_else() =>
        Assert.Equal(
            ["(3,5)-(5,19)", "(7,5)-(7,16)", "(7,5)-(7,16)"],
            new TestProject().With("/shop/x.playbook.yaml", Playbook).Run().ShouldCompile().SequencePoints("/shop/x.playbook.yaml"));

    [Fact]
    public void A_debugger_stops_once_at_each_branch_round_group_call_and_method_in_the_order_of_the_text()
    {
        const string Text = """
            id: blocks
            steps:
              - when: { url_contains: /a }
                then:
                  - { action: hover, selector: a }
                else:
                  - { action: hover, selector: b }
              - for_each: order
                in: [x]
                steps:
                  - { action: hover, selector: "{order}" }
              - repeat: { while: { url_contains: /b }, at_most: 2 }
                steps:
                  - attempt: { times: 2 }
                    steps:
                      - { action: hover, selector: c }
              - run: called
            finally:
              - { action: hover, selector: d }
            """;

        var points = new TestProject()
            .With("/shop/x.playbook.yaml", Text)
            .With("/shop/called.playbook.yaml", "id: called\nsteps: [{ action: goto, params: { url: / } }]\n")
            .Run().ShouldCompile().SequencePoints("/shop/x.playbook.yaml");

        Assert.Equal(
            ["(3,5)-(3,31)", "(5,9)-(5,39)", "(7,9)-(7,39)", "(8,5)-(8,20)", "(11,9)-(11,47)", "(12,5)-(12,56)", "(14,9)-(14,30)", "(16,13)-(16,43)", "(17,5)-(17,16)", "(19,5)-(19,35)"],
            points);
    }

    private static string Source(string hintName) => new TestProject().With("/shop/x.playbook.yaml", Playbook).Run().ShouldCompile().Sources[hintName];

    private static void Map(string path, CodeWriter code, SourceSpan span) => new LineDirective(path).Map(code, span);
}
