using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests;

/// <summary>Steps in C#: the method that the project must implement, and what it is given.</summary>
public sealed class CodeStepTests
{
    private const string Playbook = """
        id: pay_arguments
        parameters:
          - { name: amount, type: decimal }
          - { name: maybe, type: int, required: false }
          - { name: word, secret: true }
          - { name: state, choices: [open, shipped], default: open }
          - { name: day, type: date, required: false }
          - { name: sizes, type: list, items: string, choices: [s, m], default: [s] }
          - { name: ids, type: list, items: int, required: false }
        steps:
          - { action: extract, selector: a, params: { as: bool }, store_as: is_open }
          - { action: extract, selector: a, store_as: title }
          - { action: llm_extract, prompt: a, params: { shape: { number: string } }, store_as: order }
          - code: pay
            with: { amount: "{amount}", maybe: "{maybe}", word: "{word}", state: "{state}", day: "{day}", sizes: "{sizes}", ids: "{ids}", open: "{is_open}", title: "{title}", order: "{order}", run: "{run_id}", text: "a {amount}", items: [x, "{title}"], literal: 7 }
          - for_each: size
            in: "{sizes}"
            steps:
              - for_each: id
                in: "{ids}"
                steps:
                  - { id: inside, code: measure, with: { size: "{size}", id: "{id}", at: "{id_index}" }, as: date, store_as: measured }
        """;

    private const string Pay = """
        private partial System.Threading.Tasks.Task PayAsync(PayArgumentsValue arguments, Playbooks.CodeContext context)
        {
            decimal amount = arguments.Amount;
            int? maybe = arguments.Maybe;
            Playbooks.Secret word = arguments.Word;
            StateChoice state = arguments.State;
            System.DateOnly? day = arguments.Day;
            System.Collections.Generic.IReadOnlyList<SizesChoice> sizes = arguments.Sizes;
            System.Collections.Generic.IReadOnlyList<int>? ids = arguments.Ids;
            bool open = arguments.Open;
            string number = ((OrderAnswer)arguments.Order).Number;
            string all = arguments.Title + arguments.Run + arguments.Text + arguments.Literal + arguments.Items[0];
            return context.Page.GotoAsync(context.BaseUrl);
        }
        """;

    private const string Measure = """
        private async partial System.Threading.Tasks.Task<System.DateOnly> MeasureAsync(MeasureArguments arguments, Playbooks.CodeContext context)
        {
            SizesChoice size = arguments.Size;
            int id = arguments.Id + arguments.At;
            await System.Threading.Tasks.Task.Yield();
            return default;
        }
        """;

    [Fact]
    public void Arguments_have_the_types_of_their_values() =>
        Assert.Empty(With(Pay, Measure, "partial void Configure(Playbooks.Hooks hooks) => hooks.After<Steps.Inside>((step, context) => System.Threading.Tasks.Task.CompletedTask);").Run().ShouldCompile().Findings);

    [Fact]
    public void Items_that_are_written_as_numbers_are_numbers()
    {
        const string Count = """
            private partial System.Threading.Tasks.Task CountAsync(CountArguments arguments, Playbooks.CodeContext context)
            {
                int sum = arguments.Item + arguments.At;
                string text = arguments.Text;
                return System.Threading.Tasks.Task.CompletedTask;
            }
            """;
        var project = new TestProject { Sources = ["namespace Shop.Tests;\npublic sealed partial class CountItems\n{\n" + Count + "\n}\n"] };

        Assert.Empty(project.With("/shop/count_items.playbook.yaml", """
            id: count_items
            steps:
              - for_each: item
                in: [1, -2]
                steps: [{ code: count, with: { item: "{item}", at: "{item_index}", text: "no {item}" } }]
            """).Run().ShouldCompile().Findings);
    }

    [Fact]
    public void Method_that_nobody_implements_is_an_error_of_CSharp_that_names_it()
    {
        var complaints = With(Pay).Run().Complaints;

        Assert.Contains("error CS8795", complaints, StringComparison.Ordinal);
        Assert.Contains("PayArguments.MeasureAsync(", complaints, StringComparison.Ordinal);
        Assert.Equal(1, complaints.Split("error CS").Length - 1);
    }

    [Fact]
    public void Playbook_with_errors_still_declares_its_methods()
    {
        var run = new TestProject { Sources = [Class(Pay, Measure)] }
            .With("/shop/pay_arguments.playbook.yaml", Playbook + "\n  - { action: clik, selector: a }\n")
            .Run().ShouldCompile();

        Assert.Equal(["PB0201"], run.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public void Names_that_C_sharp_would_refuse_are_renamed()
    {
        const string Text = """
            id: pay_async
            steps:
              - { code: pay }
              - for_each: await
                in: [a]
                steps:
                  - for_each: var
                    in: [b]
                    steps:
                      - for_each: global
                        in: [c]
                        steps: [{ action: goto, params: { url: "/{await}{await_index}{var}{global}" } }]
            """;

        new TestProject { Sources = ["namespace Shop.Tests;\npublic sealed partial class PayAsync\n{\n    private partial System.Threading.Tasks.Task PayAsyncValue(PayArguments arguments, Playbooks.CodeContext context) => System.Threading.Tasks.Task.CompletedTask;\n}\n"] }
            .With("/shop/pay.playbook.yaml", Text)
            .Run().ShouldCompile();
    }

    private static TestProject With(params string[] members) =>
        new TestProject { Sources = [Class(members)] }.With("/shop/pay_arguments.playbook.yaml", Playbook);

    private static string Class(params string[] members) => "#nullable enable\nnamespace Shop.Tests;\npublic sealed partial class PayArguments\n{\n" + string.Join("\n", members) + "\n}\n";
}
