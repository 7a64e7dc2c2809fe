using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>PB0701 to PB0704.</summary>
public sealed class CaseTests
{
    private static PlaybookFile Cases(string cases, params string[] messages) => Check.File("""
        id: test
        parameters:
          - { name: order_id, type: int, choices: [1, 2] }
          - { name: note, required: false, pattern: "[a-z]*" }
          - { name: word, secret: true }
          - { name: sizes, type: list, items: int, default: [] }
        steps:
          - { action: goto, params: { url: "/{order_id}/{note}/{sizes}" } }
          - { id: search, action: extract, selector: "{word}", params: { as: int }, store_as: order_status }
        cases:

        """ + string.Join("\n", cases.TrimEnd('\n').Split('\n').Select(line => "  " + line)) + "\n", messages);

    [Theory]
    [InlineData("- { name: {|PB0701:a|} }", "The case is missing the required parameter 'order_id'.")]
    [InlineData("- { name: a, {|PB0701:with|}: {} }", "'order_id'")]
    [InlineData("- { name: a, {|PB0701:with|}: }", "'order_id'")]
    [InlineData("- { name: a, {|PB0701:with|}: { note: x } }", "'order_id'")]
    [InlineData("- { name: a, with: { {|PB0702:oder_id|}: 1 } }", "Unknown parameter 'oder_id'. Did you mean 'order_id'?")]
    [InlineData("- { name: a, with: { order_id: 1, {|PB0702:zzzzzzzz|}: 1 } }", "Unknown parameter 'zzzzzzzz'")]
    [InlineData("- { name: a, with: { order_id: {|PB0703:x|} } }", "a whole number")]
    [InlineData("- { name: a, with: { order_id: {|PB0703:\"3\"|} } }", "is not one of the choices")]
    [InlineData("- { name: a, with: { order_id: 1, note: {|PB0703:A|} } }", "does not match the pattern")]
    [InlineData("- { name: a, with: { order_id: 1, sizes: [1, {|PB0703:b|}] } }", "'b'")]
    [InlineData("- { name: a, with: { order_id: 1, sizes: {|PB0004:1|} } }", "list")]
    [InlineData("- { name: a, with: { order_id: {|PB0004:[1]|} } }", "list")]
    [InlineData("- { name: a, with: {|PB0004:x|} }", "")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { outputs: { {|PB0702:oder_status|}: 1 } } }", "Unknown output 'oder_status'. Did you mean 'order_status'?")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { outputs: { order_status: {|PB0703:x|} } } }", "The output 'order_status'")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { at_step: {|PB0702:serch|} } }", "There is no step 'serch'. Did you mean 'search'?")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { at_step: {|PB0702:3|} } }", "There is no step '3'")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { at_step: {|PB0702:0|} } }", "There is no step '0'")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { recovered: {|PB0004:yes|} } }", "must be true or false, not")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { outcome: {|PB0004:pased|} } }", "Did you mean 'passed'?")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { outcome: {|PB0004:failed|} } }", "passed")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { outcome: {|PB0004:recovered|} } }", "passed")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { failure: x, {|PB0203:outcome|}: passed } }", "'outcome' cannot be used with 'failure'")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { at_step: 1, {|PB0203:outcome|}: passed } }", "'outcome' cannot be used with 'at_step'")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { failure: x, {|PB0203:recovered|}: true } }", "'recovered: true' cannot be used with 'failure'")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { outcome: passed, {|PB0203:recovered|}: true } }", "'recovered: true' cannot be used with 'outcome: passed'")]
    [InlineData("- { name: a, with: { order_id: 1 } }\n- { name: {|PB0704:'a'|}, with: { order_id: 1 } }", "There is already a case 'a'.")]
    [InlineData("- { {|PB0003:{|PB0701:with|}|}: {} }", "'name'")]
    [InlineData("- { name: a, with: { order_id: 1, {|PB0005:order_id|}: 2 } }", "is repeated")]
    public void A_case_is_wrong(string cases, string message) => Cases(cases, message);

    [Theory]
    [InlineData("- { name: a, with: { order_id: 1 } }")]
    [InlineData("- { name: a, with: { order_id: \"+2\", note: x, word: y, sizes: [1, '2'] } }")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { outputs: { order_status: \"5\" }, recovered: true } }")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { outcome: passed, outputs: { order_status: 5 } } }")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { outcome: passed, recovered: false } }")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { failure: x, recovered: false } }")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { failure: x, at_step: search }, skip: why }")]
    [InlineData("- { name: a, with: { order_id: 1 }, expect: { at_step: 2 } }\n- { name: A, with: { order_id: 1 } }")]
    public void A_case_is_right(string cases) => Cases(cases);

    [Theory]
    [InlineData("", AcceptedOutcomes.PassedOrFlaky)]
    [InlineData("outcome: passed", AcceptedOutcomes.Passed)]
    [InlineData("recovered: true", AcceptedOutcomes.Any)]
    [InlineData("recovered: false", AcceptedOutcomes.PassedOrFlaky)]
    public void Case_says_which_outcomes_it_accepts(string expect, AcceptedOutcomes accepts) =>
        Assert.Equal(accepts, Assert.Single(Cases($"- {{ name: a, with: {{ order_id: 1 }}, expect: {{ {expect} }} }}").Model.Cases).Accepts);

    [Fact]
    public void Cases_with_findings_are_left_out_of_the_model()
    {
        var file = Cases("- { name: a, with: { order_id: {|PB0703:x|} } }\n- { name: b, with: { order_id: 1 } }");

        Assert.Equal(["b"], file.Model.Cases.Select(one => one.Name));
    }

    [Fact]
    public void What_a_broken_declaration_says_is_not_judged() => Check.File("""
        id: test
        parameters:
          - { name: a, type: {|PB0004:zzzzzz|} }
          - { {|PB0003:type|}: int }
        steps:
          - { action: {|PB0201:zzzzzzzz|}, store_as: b }
          - { action: extract, selector: "{a}{unknown}", params: { as: {|PB0204:zzzzzz|} }, store_as: c }
        cases:
          - name: x
            with: { a: [1], whatever: 5 }
            expect: { outputs: { b: [1], c: 5 } }
        """);
}
