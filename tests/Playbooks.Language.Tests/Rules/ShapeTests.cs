using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Language.Tests.Rules;

/// <summary>The record that <c>llm_extract</c> outputs.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void A_shape_is_a_record_with_typed_fields()
    {
        var file = Check.File("""
            id: test
            steps:
              - { action: llm_extract, prompt: a, params: { shape: { number: string, total: decimal, open: bool, to_string: int, newest_answer: date }, culture: de-DE }, store_as: newest }
              - { id: look, action: llm_extract, prompt: "{newest}", params: { shape: { a: int } } }
              - { action: llm_extract, prompt: a, params: { shape: { a: int } } }
            cases:
              - { name: a, expect: { outputs: { newest: { number: 007, total: 12.50, open: true, to_string: 5, newest_answer: 2026-01-31 } } } }

            """);

        var stored = Assert.Single(file.Model.StoredValues);
        Assert.Equal((ValueType.Record, "NewestAnswer"), (stored.Type, stored.Shape!.TypeName));
        Assert.Equal(
            [new("number", "Number", ValueType.String), new("total", "Total", ValueType.Decimal), new("open", "Open", ValueType.Bool), new("to_string", "ToStringValue", ValueType.Int), new("newest_answer", "NewestAnswerValue", ValueType.Date)],
            stored.Shape.Fields);
        Assert.Equal(["NewestAnswer", "LookAnswer", "Step03LlmExtractAnswer"], file.Model.AllSteps().Cast<ActionStepModel>().Select(step => step.Shape!.TypeName));
        Assert.Equal(["007", "12.50", "true", "5", "2026-01-31"], file.Model.Cases[0].ExpectedOutputs[0].Value.Items);
    }

    [Theory]
    [InlineData("llm_extract, prompt: a, params: { shape: { a: {|PB0204:decimel|} } }", "'decimel' is not a valid value for 'shape'. Did you mean 'decimal'?")]
    [InlineData("llm_extract, prompt: a, params: { shape: { a: {|PB0204:list|} } }", "Use one of: string, int, decimal, bool, date.")]
    [InlineData("llm_extract, prompt: a, params: { shape: {|PB0204:{}|} }", "'shape' requires at least one field, such as { number: string, total: decimal }.")]
    [InlineData("llm_extract, prompt: a, params: { {|PB0204:shape|}: }", "")]
    [InlineData("llm_extract, prompt: a, params: { shape: {|PB0004:string|} }", "'shape' must be a mapping, not text.")]
    [InlineData("llm_extract, prompt: a, params: { shape: { a: {|PB0004:[int]|} } }", "")]
    [InlineData("llm_extract, prompt: a, params: { shape: { {|PB0007:Total|}: int } }", "Write 'total'.")]
    [InlineData("llm_extract, prompt: a, params: { shape: { a1: int, {|PB0105:a_1|}: int } }", "'a_1' and 'a1' would both be called A1 in C#.")]
    [InlineData("llm_extract, prompt: a, params: { shape: { a: int, {|PB0005:a|}: int } }", "")]
    [InlineData("llm_extract, prompt: a, params: { as: int, {|PB0203:shape|}: { a: int } }", "'shape' cannot be used together with 'as'. Remove one of them.")]
    [InlineData("llm_extract, prompt: a, params: { shape: { a: int }, {|PB0203:as|}: int }", "")]
    [InlineData("llm_extract, prompt: a, {|PB0203:default|}: 5, params: { shape: { a: int } }", "because a record has no default")]
    [InlineData("extract, selector: a, params: { {|PB0203:shape|}: { a: int } }", "The action extract takes no param 'shape'")]
    [InlineData("api_request, request: { url: / }, params: { {|PB0203:shape|}: { a: int } }", "")]
    public void Mistake_is_reported_where_it_is(string action, string message) => Check.File("id: test\nsteps: [{ action: " + action + ", store_as: x }]\n", message);

    [Theory]
    [InlineData("{ a: 5, b: {|PB0703:x|} }", "")]
    [InlineData("{ a: 5, {|PB0702:c|}: 1, b: y }", "The output 'x' has no field 'c'")]
    [InlineData("{|PB0004:5|}", "")]
    public void Case_expects_the_fields_of_a_record(string expected, string message) => Check.File(
        "id: test\nsteps: [{ action: llm_extract, prompt: a, params: { shape: { a: int, b: date } }, store_as: x }]\ncases: [{ name: a, expect: { outputs: { x: " + expected.Replace("b: y", "b: 2026-01-31", StringComparison.Ordinal) + " } } }]\n", message);

    [Fact]
    public void Case_expects_a_record_as_a_whole() => Check.File(
        "id: test\nsteps: [{ action: llm_extract, prompt: a, params: { shape: { a: int, b: int, c: int } }, store_as: x }]\ncases: [{ name: a, expect: { outputs: { {|PB0703:x|}: { b: 1 } } } }]\n",
        "The output 'x' is compared as a whole, so the case must also expect 'a' and 'c'.");

    [Fact]
    public void Record_keeps_its_type_across_calls_and_is_not_a_number()
    {
        var inner = PlaybookReader.Read("inner.playbook.yaml", "id: inner\nsteps: [{ action: llm_extract, prompt: a, params: { shape: { a: int } }, store_as: in }]\n").Model;
        var outer = PlaybookReader.Read("outer.playbook.yaml", "id: outer\nsteps: [{ run: inner, store: { in: out } }]\n").Model;
        var known = Language.Project.KnownPlaybooks.Create([new(PlaybookSignature.From(inner), "global::Shop.Inner"), new(PlaybookSignature.From(outer), "global::Shop.Outer")]);

        var output = known.All[1].Signature.Outputs[0];
        Assert.Equal((ValueType.Record, "global::Shop.Inner.InAnswer", true), (output.Type, output.Shape!.TypeName, output.Shape.IsForeign));
        Check.File("id: test\nsteps: [{ action: llm_extract, prompt: a, params: { shape: { a: int } }, store_as: x }, { for_each: y, in: {|PB0004:\"{x}\"|}, steps: [{ action: hover, selector: \"{y}\" }] }]\n");
    }
}
