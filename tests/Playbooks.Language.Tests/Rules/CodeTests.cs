using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>A step in C#: its method, its arguments, and what it stores.</summary>
public sealed class CodeTests
{
    [Fact]
    public void Method_has_typed_arguments_and_an_output()
    {
        var step = (CodeStepModel)Check.File("""
            id: test
            parameters: [{ name: total, type: decimal }, { name: card }]
            steps:
              - id: pay
                code: pay_by_card
                with: { amount: "{total}", card: visa, note: "Card {card}", lines: [a, "{card}"] }
                as: int
                store_as: receipt
                default: 0
                on_failure: retry
                retry: { attempts: 3, repeat_action: true }
                timeout_ms: 500
                failure_message: Not paid with {card}
                verify: { expect_text_on_page: Thank you }
              - { action: goto, params: { url: "/{receipt}" } }
            """).Model.Steps[0];

        Assert.Equal(("pay_by_card", "PayByCardAsync", "PayByCardArguments", "code"), (step.Code, step.MethodName, step.ArgumentsName, step.Word));
        Assert.Equal(
            ["Amount {total}", "Card visa", "Note Card {card}", "Lines 2"],
            step.With.Select(argument => argument.PropertyName + " " + (argument.Value.Value is { } name ? "{" + name + "}" : argument.Value.Text?.Raw ?? argument.Value.Items.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal((Model.ValueType.Int, "receipt", 3, 500, true), (step.Output!.Value, step.StoreAs, step.Attempts.Value, step.TimeoutMs.Value, step.RepeatAction));
    }

    [Theory]
    [InlineData("- { action: {|PB0202:hover|}, selector: a, code: pay }", "either 'action' or 'code'")]
    [InlineData("- { action: {|PB0202:click|}, code: pay }", "either 'action' or 'code'")]
    [InlineData("- { code: {|PB0202:pay|}, run: other }", "either 'code' or 'run'")]
    [InlineData("- { code: {|PB0007:PayNow|} }", "")]
    [InlineData("- { code: pay, {|PB0206:store_as|}: x }", "Declare its return type, such as as: string.")]
    [InlineData("- { code: pay, as: {|PB0004:text|}, store_as: x }", "")]
    [InlineData("- { code: pay, as: string, store_as: x, {|PB0212:optional|}: true }", "")]
    [InlineData("- { code: pay, with: { {|PB0007:Card|}: a } }", "contain only a-z")]
    [InlineData("- { code: pay, with: { a1: x, {|PB0210:a_1|}: x } }", "would both be called A1")]
    [InlineData("- { code: pay, with: { card: \"{|PB0102:{card}|}\" } }", "")]
    [InlineData("- { code: pay, {|PB0002:selector|}: a }", "")]
    [InlineData("- { code: pay, with: { a: x } }\n- { code: {|PB0210:pay|}, with: { b: x } }", "Step 1 calls 'pay' with different arguments")]
    [InlineData("- { code: pay, with: { a: \"{run_id}\" } }\n- { code: pay, with: { a: x } }\n- { code: {|PB0210:pay|}, with: { a: x }, as: int }", "or a different return type")]
    [InlineData("- { code: pay1 }\n- { code: {|PB0210:pay_1|} }", "would both be called Pay1Async")]
    public void Mistake_is_reported_where_it_is(string steps, string message) => Check.Steps(steps, message);

    [Fact]
    public void Method_that_would_hide_a_member_is_renamed() => Assert.Equal(
        ["RunStepsCodeAsync", "RunFinallyCodeAsync"],
        Check.Steps("- { code: run_steps }\n- { code: run_finally }").Model.Steps.Cast<CodeStepModel>().Select(step => step.MethodName));
}
