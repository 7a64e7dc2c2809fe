using Microsoft.CodeAnalysis;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests;

/// <summary>A playbook with errors still yields its types, so that the only errors an author sees are the playbook's own.</summary>
public sealed class BrokenPlaybookTests
{
    private const string Use = """
        using Shop.Tests.Playbooks;

        internal static class Use
        {
            public static void All()
            {
                var playbook = new CancelOrder(new(OrderId: 5, Note: "x"));
                string? status = new CancelOrder.Outputs().Status;
                CancelOrder.Steps.Search? search = null;
                _ = search?.Selector.Primary + search?.FailureMessage;
                CancelOrder.Steps.Go? go = null;
                _ = go?.Url;
                _ = Shop.Tests.PlaybookCatalog.Find("cancel_order") is null || status is null || playbook is null;
            }
        }

        namespace Shop.Tests.Playbooks
        {
            partial class CancelOrder
            {
                partial void Configure(global::Playbooks.Hooks hooks) => hooks.After<Steps.Search>((step, context) => global::System.Threading.Tasks.Task.CompletedTask);
            }
        }
        """;

    /// <summary>As a compiler on Windows reads a file that is not UTF-8: in the system's code page.</summary>
    [Fact]
    public void A_file_that_was_read_in_a_code_page_is_an_error_at_its_first_foreign_character()
    {
        var text = new TestText("/shop/a.playbook.yaml", "id: a\nname: Gr\u00f6\u00dfe\nsteps:\n  - { action: wait_for, selector: '#a' }\n", System.Text.Encoding.Latin1);
        var finding = Assert.Single((new TestProject() with { Playbooks = [text] }).Run().ShouldCompile().Findings);

        Assert.Equal(("PB0001", DiagnosticSeverity.Error), (finding.Id, finding.Severity));
        Assert.Equal((1, 8), (finding.Location.GetLineSpan().StartLinePosition.Line, finding.Location.GetLineSpan().StartLinePosition.Character));
        Assert.Contains("it was read as iso-8859-1", finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("an unknown placeholder", "selector: '#{nothing}'", "PB0102")]
    [InlineData("an unknown key", "selector: '#a'\n    selektor: b", "PB0002")]
    [InlineData("a missing selector", "on_failure: abort", "PB0202")]
    [InlineData("a bad selector", "selector: '#a[b'", "PB0301")]
    [InlineData("a param of another action", "selector: '#a'\n    params: { url: /x }", "PB0203")]
    [InlineData("a bad number", "selector: '#a'\n    timeout_ms: soon", "PB0004")]
    public void A_mistake_in_a_step_shows_itself_alone(string _, string step, string id)
    {
        var run = (TestProject.Of($$"""
            id: cancel_order
            parameters:
              - { name: order_id, type: int }
              - { name: note, required: false }
            steps:
              - id: go
                action: goto
                params: { url: "/orders?q={order_id}&n={note}" }
              - id: search
                action: extract
                {{step}}
                store_as: status
            cases:
              - name: works
                with: { order_id: 1 }
            """) with { Sources = [Use] }).Run().ShouldCompile();

        Assert.Equal([id], run.Findings.Where(finding => finding.Severity == DiagnosticSeverity.Error).Select(finding => finding.Id));
    }

    [Theory]
    [InlineData("id: cancel_order\nparameters: [ { name: order_id, type: int ")]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("id: cancel_order")]
    [InlineData("id: [")]
    [InlineData("id: Steps\nsteps: {}\nparameters: 5")]
    [InlineData("steps:\n  - action: fly")]
    [InlineData("steps:\n  - action: goto\n  - action: extract\n  - action: key_press\n  - action: upload\n  - action: evaluate\n  - action: llm_extract\n  - action: select")]
    public void What_can_hardly_be_read_gives_errors_and_C_sharp_that_compiles(string text)
    {
        var run = TestProject.Of(text).Run().ShouldCompile();

        Assert.Contains(run.Findings, finding => finding.Severity == DiagnosticSeverity.Error);
        Assert.All(run.Findings, finding => Assert.NotEqual("PB0901", finding.Id));
        Assert.Contains("PlaybookCatalog.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void Running_it_anyway_says_where_to_look()
    {
        using var assembly = TestProject.Of("id: broken\nsteps:\n  - { id: go, action: goto, params: { url: '{x}' } }").Run().ShouldCompile().Load();
        var type = assembly.Assembly.GetType("Shop.Tests.Playbooks.Broken", throwOnError: true)!;
        var run = type.GetMethod("RunStepsAsync", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;

        var thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => run.Invoke(Activator.CreateInstance(type), [null]));

        var error = Assert.IsType<PlaybookException>(thrown.InnerException);
        Assert.Equal("p1.playbook.yaml has errors; see the build's output.", error.Message);
    }
}
