using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generators.Tests.Harness;
using Playbooks.Language.Syntax.Names;

namespace Playbooks.Generators.Tests;

/// <summary>Every member name of the generated types is tried as the name of everything that an author names.</summary>
public sealed class NameTests
{
    // A playbook with all that can be generated, so that its members are all that there can be.
    private const string Full = """
        id: full
        base_url: http://localhost
        start_url: /
        parameters:
          - { name: one }
          - { name: size, choices: [a, b] }
          - { name: sizes, type: list, items: string, choices: [a, b], default: [a] }
          - { name: code, pattern: "[a-z]+" }
          - { name: pass, secret: true }
        steps:
          - { id: go, action: goto, params: { url: "/{one}/{size}/{sizes}/{code}" } }
          - { id: enter, action: key_press, selector: "#a", params: { text: "{pass}" }, description: "x", failure_message: "x", verify: { expect_text_on_page: x } }
          - { id: read, action: extract, selector: "#a", params: { as: int }, store_as: got }
          - { id: send, action: api_request, request: { url: "/{one}" }, params: { as: int }, store_as: sent }
        cases:
          - { name: works, with: { one: a, size: a, code: a } }
        """;

    public static TheoryData<string> Places => ["parameter", "step", "output", "playbook", "choice", "folder", "case", "value parameter", "list parameter", "checked parameter"];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_member_s_name_may_stand_in_every_place(string place)
    {
        var names = MemberNames();
        Assert.True(names.Count > 60, string.Join(' ', names));
        var project = new TestProject();
        foreach (var name in names)
        {
            project = project.With($"/shop/{(place == "folder" ? CSharpNames.Pascal(name) : "P")}/{name}.playbook.yaml", Playbook(place, name));
        }

        var run = project.Run().ShouldCompile();

        // Only a playbook can get into the way of a namespace or the catalog, and then a finding says so.
        Assert.Empty(run.Findings.Where(finding => finding.Severity == DiagnosticSeverity.Error && !(place is "playbook" or "folder" && finding.Id == "PB0006")).Select(finding => finding.ToString()));
    }

    [Fact]
    public void All_of_them_may_stand_in_one_playbook()
    {
        var names = MemberNames();
        IEnumerable<string> yaml =
        [
            "id: everything",
            "parameters:",
            .. names.Select(name => $"  - {{ name: {name}, choices: [{name}, other], default: {name} }}"),
            "steps:",
            .. names.Select(name => $"  - {{ id: {name}, action: extract, selector: 'text=\"{{{name}}}\"', store_as: out_{name} }}"),
            "cases:",
            .. names.Select(name => $"  - {{ name: {name}, with: {{ {name}: other }} }}"),
        ];

        var run = TestProject.Of(string.Join('\n', yaml)).Run().ShouldCompile();

        Assert.Empty(run.Findings.Where(finding => finding.Severity == DiagnosticSeverity.Error).Select(finding => finding.ToString()));
    }

    [Fact]
    public void A_case_may_be_named_like_the_class_of_its_test() =>
        Assert.Contains(
            " CancelOrderTestsTests_2()",
            TestProject.Of("id: cancel_order_tests\nsteps:\n  - { action: wait_for, selector: '#a' }\ncases:\n  - { name: CancelOrderTestsTests }\n")
                .Run().ShouldCompile().Sources.Values.Single(text => text.Contains("Fact", StringComparison.Ordinal)),
            StringComparison.Ordinal);

    private static string Playbook(string place, string name)
    {
        string Or(string where, string otherwise) => place == where ? name : otherwise;
        var parameter = place switch
        {
            "choice" => $"{{ name: p, choices: [{name}, other], default: {name} }}",
            "value parameter" => $"{{ name: {name}, choices: [a, b], default: a }}",
            "list parameter" => $"{{ name: {name}, type: list, items: string, choices: [a, b], default: [a] }}",
            "checked parameter" => $"{{ name: {name}, pattern: '[a-z]*', default: a }}",
            _ => $"{{ name: {Or("parameter", "p")}, default: a }}",
        };
        var used = place.Contains("parameter", StringComparison.Ordinal) ? name : "p";
        return $$"""
            id: {{Or("playbook", "the_" + name + "_x")}}
            parameters:
              - {{parameter}}
            steps:
              - { id: {{Or("step", "s")}}, action: extract, selector: "text=\"{{{used}}}\"", description: "{{{used}}}", failure_message: "x", verify: { expect_text_on_page: x }, store_as: {{Or("output", "o")}} }
              - { id: then_go_there, action: goto, params: { url: "/{{{Or("output", "o")}}}" } }
            cases:
              - { name: {{Or("case", "works")}}, expect: { outputs: { {{Or("output", "o")}}: x } } }
            """;
    }

    // The names in the generated files, and those that the runtime's base classes add, as snake_case.
    private static List<string> MemberNames()
    {
        var run = TestProject.Of(Full).Run().ShouldCompile();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in run.Compilation.SyntaxTrees)
        {
            var model = run.Compilation.GetSemanticModel(tree);
            foreach (var declared in tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>().Select(node => model.GetDeclaredSymbol(node)).OfType<INamedTypeSymbol>())
            {
                for (var type = declared; type is not null; type = type.BaseType)
                {
                    names.Add(type.Name);
                    names.UnionWith(type.GetMembers().Where(member => member.CanBeReferencedByName).Select(member => member.Name));
                }
            }
        }

        names.UnionWith(["System", "Playbooks", "Xunit", "Task", "Object", "String", "Run", "Steps", "Global", "Class", "Value", "Field", "Text", "Shop", "Tests"]);
        return [.. names.Select(Snake).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static string Snake(string name)
    {
        var snake = new StringBuilder();
        foreach (var c in name.Where(char.IsAsciiLetterOrDigit))
        {
            if (char.IsUpper(c) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }
}
