using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>Branches, loops and groups: how they are read, what they name, and PB0212.</summary>
public sealed class ControlFlowTests
{
    private const string Hover = "[{ action: hover, selector: a }]";

    [Fact]
    public void Branch_is_read_with_its_condition_and_both_sides()
    {
        var when = (WhenStepModel)Check.Steps("""
            - when: { element_visible: "#banner", not: { any: [{ url_contains: /login }, { text_on_page: Log in }] }, equals: ["{run_id}", x] }
              id: banner
              description: The banner of {base_url}
              then: [{ action: click, selector: "#accept", verify: { expect_element_gone: "#banner" } }]
              else: [{ action: hover, selector: b }, { action: hover, selector: c }]
            """).Model.Steps[0];

        Assert.Equal(("#banner", "/login", "{run_id}"), (when.Condition.ElementVisible!.Raw, when.Condition.Not!.Any[0].UrlContains!.Raw, when.Condition.Same!.Left.Raw));
        Assert.Equal(["1", "1.then.1", "1.else.1", "1.else.2"], when.SelfAndDescendants().Select(step => step.Address.ToString()));
        Assert.Equal([1, 2, 3, 4], when.SelfAndDescendants().Select(step => step.Number));
        Assert.Equal(("when", "banner", "The banner of {base_url}"), (when.Word, when.Id, when.Description!.Raw));
        Assert.Equal((2, 2), (when.Head.StartLine, when.Head.EndLine));
    }

    [Fact]
    public void Loops_and_groups_are_read_with_their_limits()
    {
        var steps = Check.File($$"""
            id: test
            parameters: [{ name: ids, type: list, items: int }]
            steps:
              - { for_each: order, in: [12345, "a {base_url}"], steps: {{Hover}} }
              - { for_each: order, in: "{ids}", steps: [{ action: hover, selector: "#o{order}-{order_index}" }] }
              - { repeat: { while: { element_gone: "#last" }, at_most: 20 }, steps: {{Hover}} }
              - { attempt: { times: 3, delay_ms: 500 }, steps: {{Hover}} }
              - { attempt: { times: 2 }, steps: {{Hover}} }
            """).Model.Steps;

        Assert.Equal(["12345", "a {base_url}"], ((ForEachStepModel)steps[0]).Items.Select(item => item.Raw));
        Assert.Equal(("ids", "order"), (((ForEachStepModel)steps[1]).List, ((ForEachStepModel)steps[1]).ItemName));
        Assert.Equal((20, "#last"), (((RepeatStepModel)steps[2]).AtMost.Value, ((RepeatStepModel)steps[2]).While.ElementGone!.Raw));
        Assert.Equal([(3, 500), (2, 1000)], steps.Skip(3).Select(step => (step.Attempts.Value, step.RetryDelayMs.Value)));
    }

    [Theory]
    [InlineData("- { {|PB0212:when|}: {}, {|PB0003:then|}: [] }", "The condition in 'when' is empty")]
    [InlineData("- { {|PB0212:when|}: { }, then: [{ action: hover, selector: a }] }", "such as element_visible")]
    [InlineData("- { when: { {|PB0212:any|}: [] }, then: [{ action: hover, selector: a }] }", "'any' has no condition")]
    [InlineData("- { when: { {|PB0212:not|}: {} }, then: [{ action: hover, selector: a }] }", "The condition in 'not' is empty")]
    [InlineData("- { when: { {|PB0212:element_visible|}: body }, then: [{ action: hover, selector: a }] }", "always true. Every page has 'body'")]
    [InlineData("- { when: { {|PB0212:element_gone|}: body }, then: [{ action: hover, selector: a }] }", "always false")]
    [InlineData("- { when: { {|PB0212:text_on_page|}: \"\" }, then: [{ action: hover, selector: a }] }", "always true")]
    [InlineData("- { when: { {|PB0212:url_contains|}: / }, then: [{ action: hover, selector: a }] }", "Every URL contains '/'")]
    [InlineData("- { when: { {|PB0212:equals|}: [a, b] }, then: [{ action: hover, selector: a }] }", "always false. Neither of the two values contains a placeholder")]
    [InlineData("- { when: { {|PB0212:equals|}: [a, a] }, then: [{ action: hover, selector: a }] }", "always true")]
    [InlineData("- { when: { {|PB0212:equals|}: [\"{run_id}\", \"{run_id}\"] }, then: [{ action: hover, selector: a }] }", "The two values are the same")]
    [InlineData("- { when: { equals: [\"{|PB0102:{run_idd}|}\", b] }, then: [{ action: hover, selector: a }] }", "Did you mean 'run_id'?")]
    [InlineData("- { when: { equals: [\"{|PB0113:{{run_id}}|}\", b] }, then: [{ action: hover, selector: a }] }", "another tool")]
    [InlineData("- { when: { equals: {|PB0004:[a]|} }, then: [{ action: hover, selector: a }] }", "compares two text values, not 1")]
    [InlineData("- { when: { equals: {|PB0004:a|} }, then: [{ action: hover, selector: a }] }", "must be a list")]
    [InlineData("- { when: {|PB0004:yes|}, then: [{ action: hover, selector: a }] }", "must be a mapping")]
    [InlineData("- { when: { {|PB0002:element_visibel|}: b }, then: [{ action: hover, selector: a }] }", "Did you mean 'element_visible'?")]
    [InlineData("- { {|PB0212:repeat|}: { while: { url_contains: /a } }, steps: [{ action: hover, selector: a }] }", "missing 'at_most'")]
    [InlineData("- { {|PB0212:repeat|}: { {|PB0212:while|}: {} }, steps: [{ action: hover, selector: a }] }", "The condition in 'while' is empty")]
    [InlineData("- { {|PB0003:repeat|}: { at_most: 3 }, steps: [{ action: hover, selector: a }] }", "missing the required key 'while'")]
    [InlineData("- { repeat: { while: { url_contains: /a }, at_most: {|PB0009:0|} }, steps: [{ action: hover, selector: a }] }", "from 1 to 100000")]
    [InlineData("- { {|PB0003:attempt|}: {}, steps: [{ action: hover, selector: a }] }", "missing the required key 'times'")]
    [InlineData("- { for_each: x, {|PB0212:in|}: [], steps: [{ action: hover, selector: a }] }", "no items")]
    [InlineData("- { for_each: x, in: {|PB0004:12345|}, steps: [{ action: hover, selector: a }] }", "must be a list. Write the items as a list, such as [12345]")]
    [InlineData("- { for_each: x, in: {|PB0004:\"{run_id}\"|}, steps: [{ action: hover, selector: a }] }", "'run_id' is not a list")]
    [InlineData("- { for_each: x, in: \"{|PB0102:{idz}|}\", steps: [{ action: hover, selector: a }] }", "idz")]
    [InlineData("- { {|PB0003:for_each|}: x, steps: [{ action: hover, selector: a }] }", "missing the required key 'in'")]
    [InlineData("- { for_each: {|PB0007:Order|}, in: [a], steps: [{ action: hover, selector: a }] }", "The item's name must start with a-z")]
    [InlineData("- { for_each: {|PB0106:run_id|}, in: [a], steps: [{ action: hover, selector: a }] }", "already the name of a built-in")]
    [InlineData("- { {|PB0002:wen|}: { url_contains: /a }, then: [{ action: hover, selector: a }] }", "Did you mean 'when'?")]
    [InlineData("- { {|PB0003:{|PB0002:if|}|}: { url_contains: /a }, then: [{ action: hover, selector: a }] }", "missing the required key 'when'")]
    [InlineData("- { when: { url_contains: /a }, then: [{ action: hover, selector: a }], {|PB0002:otherwise|}: [] }", "otherwise")]
    [InlineData("- { action: {|PB0202:hover|}, selector: a, when: { url_contains: /a }, then: [] }", "either 'action' or 'when', not both")]
    public void Mistake_is_reported_where_it_is(string step, string message) => Check.Steps(step, message);

    [Fact]
    public void Item_is_known_inside_its_loop_only() => Check.StepsExactly(
        """
        - for_each: order
          in: ["{|PB0102:{order}|}"]
          steps: [{ action: hover, selector: "#{order}", description: "{order_index}" }]
        - { action: hover, selector: "#{|PB0102:{order}|}" }
        - { for_each: order, in: [c], steps: [{ action: hover, selector: "#{order}" }] }
        """,
        "'order' is the item of a for_each; only the steps inside that for_each can use it.",
        "'order' is the item of a for_each; only the steps inside that for_each can use it.");

    [Fact]
    public void Item_is_the_item_inside_its_loop_even_if_a_later_step_takes_its_name() => Check.StepsExactly(
        """
        - { for_each: row, in: [a], steps: [{ action: hover, selector: "#{row}" }] }
        - { action: extract, selector: a, store_as: {|PB0106:row|} }
        """,
        "'row' is already the name of the item of a for_each.");

    [Theory]
    [InlineData("element_visible: { frame: \"#payment\", primary: \"#done\" }")]
    [InlineData("not: { element_gone: { frame: [\"#a\", \"#b\"], primary: \"#done\" } }")]
    [InlineData("{|PB0003:element_visible|}: { frame: \"#payment\" }", "'primary'")]
    [InlineData("element_visible: { frame: {|PB0301:\"div[\"|}, primary: \"#a\" }")]
    public void Condition_can_look_into_frames(string condition, params string[] messages) =>
        Check.Steps("- { when: { " + condition + " }, then: [{ action: hover, selector: a }] }", messages);

    [Fact]
    public void The_other_branch_may_be_empty() => Check.StepsExactly("""
        - when: { element_visible: "#cookies" }
          then: [{ action: hover, selector: a }]
          else: []
        """);

    [Fact]
    public void Item_has_a_name_of_its_own() => Check.File("""
        id: test
        parameters: [{ name: taken }]
        steps:
          - { action: extract, selector: "#{taken}", store_as: stored }
          - { for_each: {|PB0106:taken|}, in: [a], steps: [{ action: hover, selector: a }] }
          - { for_each: {|PB0106:stored|}, in: [a], steps: [{ action: hover, selector: a }] }
          - for_each: outer
            in: [a]
            steps:
              - { for_each: {|PB0106:outer|}, in: [a], steps: [{ action: hover, selector: a }] }
              - { action: extract, selector: a, store_as: {|PB0106:outer_index|} }
          - for_each: a1
            in: [a]
            steps:
              - { for_each: {|PB0106:a_1|}, in: [a], steps: [{ action: hover, selector: a }] }
        """,
        "'taken' is already the name of a parameter.",
        "'stored' is already the name of a stored value.",
        "'outer' is already the name of the item of a for_each around this one, whose C# name is the same.",
        "'outer_index' is already the name of the item of a for_each.",
        "'a_1' is already the name of the item of a for_each around this one, whose C# name is the same.");

    [Fact]
    public void Near_miss_of_an_item_is_suggested() => Check.Steps(
        "- { for_each: order, in: [a], steps: [{ action: hover, selector: \"#{|PB0102:{ordr}|}\" }] }", "Did you mean 'order'?");

    [Theory]
    [InlineData("when: { url_contains: /a }\n  then: [{ action: extract, selector: a, store_as: x }]", "only where the condition of step 1 holds")]
    [InlineData("when: { url_contains: /a }\n  then: [{ action: hover, selector: a }]\n  else: [{ action: extract, selector: a, store_as: x }]", "only where the condition of step 1 does not hold")]
    [InlineData("repeat: { while: { url_contains: /a }, at_most: 2 }\n  steps: [{ action: extract, selector: a, store_as: x }]", "inside the repeat of step 1, whose steps might not run at all")]
    [InlineData("for_each: i\n  in: \"{ids}\"\n  steps: [{ action: extract, selector: a, store_as: x }]", "inside the for_each of step 1, which may have no items")]
    public void Value_of_some_paths_cannot_be_used_after_them(string block, string why)
    {
        const string Head = "id: test\nparameters: [{ name: ids, type: list, items: int, inject_into: steps.2.in }]\nsteps:\n";
        Check.File(
            (Head + "  - " + block.Replace("\n", "\n  ", StringComparison.Ordinal) + "\n  - { action: hover, selector: \"{|PB0111:{x}|}\" }\n  - { for_each: o, in: \"{ids}\", steps: [{ action: hover, selector: a }] }\n")
                .Replace(", inject_into: steps.2.in", string.Empty, StringComparison.Ordinal),
            $"'x' is stored {why}. Use it only where it is certain to have been stored, or add a default next to store_as.");
    }

    [Fact]
    public void Value_that_both_branches_store_is_certain_after_them()
    {
        var file = Check.StepsExactly("""
            - when: { url_contains: /a }
              then: [{ action: extract, selector: a, params: { as: int }, store_as: x }]
              else:
                - when: { url_contains: /b }
                  then: [{ action: extract, selector: b, params: { as: int }, store_as: x }]
                  else: [{ action: extract, selector: c, params: { as: int }, store_as: x }]
            - { action: hover, selector: "#{x}" }
            """);

        Assert.Equal(["x Int True"], file.Model.StoredValues.Select(stored => $"{stored.Name} {stored.Type} {stored.IsCertain}"));
        Assert.Equal([null, "x", null, "x", "x", null], file.Model.AllSteps().Select(step => (step as ActionStepModel)?.StoreAs));
    }

    [Theory]
    [InlineData("params: { as: decimal }, store_as: {|PB0106:x|}", "The other branch stores 'x' with a different type or a different default.")]
    [InlineData("store_as: {|PB0106:x|}, default: a", "a different default")]
    [InlineData("store_as: x", "")]
    public void Both_branches_store_the_same(string second, string message) => Check.Steps(
        "- when: { url_contains: /a }\n  then: [{ action: extract, selector: a, store_as: x }]\n  else: [{ action: extract, selector: a, " + second + " }]",
        message.Length == 0 ? [] : [message]);

    [Fact]
    public void Value_is_stored_once_on_each_path() => Check.Steps("""
        - when: { url_contains: /a }
          then:
            - { action: extract, selector: a, store_as: x }
            - { action: extract, selector: a, store_as: {|PB0106:x|} }
          else:
            - { action: hover, selector: "{|PB0111:{x}|}" }
            - { action: extract, selector: a, store_as: x }
            - { action: extract, selector: a, store_as: {|PB0106:x|} }
        - { action: extract, selector: a, store_as: {|PB0106:x|} }
        """);

    [Fact]
    public void Value_of_the_other_branch_cannot_be_used() => Check.Steps(
        """
        - when: { url_contains: /a }
          then: [{ action: extract, selector: a, store_as: x }]
          else: [{ action: hover, selector: "{|PB0111:{x}|}" }]
        """,
        "only in the other branch of step 1");

    [Fact]
    public void Value_of_every_path_can_be_used() => Check.Steps("""
        - for_each: i
          in: [a]
          steps: [{ action: extract, selector: a, store_as: x }]
        - attempt: { times: 2 }
          steps: [{ action: extract, selector: a, store_as: y }]
        - { action: hover, selector: "{x}{y}" }
        """);

    [Fact]
    public void Value_with_a_default_can_be_used_after_any_path()
    {
        var model = Check.Steps("""
            - when: { url_contains: /a }
              then: [{ action: extract, selector: a, params: { as: int }, store_as: x, default: "7" }]
            - { action: hover, selector: "#{x}" }
            """).Model;

        Assert.Equal("7", model.StoredValues[0].Default);
    }

    [Theory]
    [InlineData("- { action: extract, selector: a, params: { as: int }, store_as: x, default: {|PB0502:many|} }", "The default must be a whole number")]
    [InlineData("- { action: extract, selector: a, {|PB0203:default|}: many }", "'default' can only be used with 'store_as'.")]
    [InlineData("- { action: hover, selector: \"{|PB0103:{x}|}\" }\n- { action: extract, selector: a, store_as: x, default: y }", "'x'")]
    public void Default_fits_the_value_and_stands_in_for_nothing_earlier(string steps, string message) => Check.Steps(steps, message);

    [Theory]
    [InlineData("{ action: extract, selector: a, {|PB0203:default|}: \"{p}\" }")]
    [InlineData("{ action: extract, selector: a, params: { all: true }, store_as: x, {|PB0203:default|}: \"{p}\" }")]
    [InlineData("{ action: llm_extract, prompt: a, params: { shape: { a: int } }, store_as: x, {|PB0203:default|}: \"{p}\" }")]
    [InlineData("{ action: {|PB0201:zzzzz|}, store_as: x, default: \"{p}\" }")]
    public void Default_with_a_mistake_may_use_a_parameter(string step) =>
        Check.File($"id: test\nparameters: [{{ name: p }}]\nsteps:\n  - {step}\n");

    [Fact]
    public void Default_that_no_list_can_have_stands_in_for_it() => Check.Steps("""
        - when: { url_contains: /a }
          then: [{ action: extract, selector: a, params: { all: true }, store_as: x, {|PB0203:default|}: y }]
        - { for_each: i, in: "{x}", steps: [{ action: hover, selector: a }] }
        """);

    [Fact]
    public void Secret_is_no_item_because_items_are_shown() => Check.File("""
        id: test
        parameters: [{ name: word, secret: true }]
        steps:
          - { for_each: i, in: ["{|PB0109:{word}|}", b], steps: [{ action: hover, selector: "#{i}" }] }
        """);

    [Fact]
    public void Names_are_not_judged_where_steps_cannot_be_read() => Check.Steps("""
        - { attempt: { times: 2 }, steps: {|PB0004:a|} }
        - { attempt: { times: 2 }, steps: {|PB0004:b|} }
        - { action: hover, selector: "{unknown}" }
        """);

    [Fact]
    public void Element_may_have_been_seen_by_steps_that_cannot_be_read() => Check.Steps("""
        - { attempt: { times: 2 }, steps: {|PB0004:a|} }
        - { attempt: { times: 2 }, steps: {|PB0004:b|} }
        - { action: wait_for, selector: "#banner", params: { state: hidden } }
        """);

    [Fact]
    public void Names_are_not_judged_where_a_loop_has_no_readable_name() => Check.Steps("""
        - { for_each: {|PB0004:[a]|}, in: [a], steps: [{ action: hover, selector: "{unknown}" }] }
        """);

    [Fact]
    public void Names_are_not_judged_where_values_are_stored_in_params() => Check.Steps("""
        - { action: extract, selector: a, params: { {|PB0203:store_as|}: one } }
        - { action: extract, selector: a, params: { {|PB0203:store_as|}: two } }
        - { action: hover, selector: "{one}{two}" }
        """);

    [Fact]
    public void Change_in_a_branch_is_checked_after_it_or_in_it() => Check.Steps("""
        - when: { url_contains: /a }
          then: [{ action: {|PB0402:click|}, selector: a }]
          else: [{ action: click, selector: a, verify: { expect_element_visible: b } }]
        """);

    [Fact]
    public void Condition_has_looked_for_its_element() => Check.Steps("""
        - when: { element_visible: "#banner" }
          then: [{ action: hover, selector: a, verify: { expect_element_gone: "#banner" } }]
        - repeat: { while: { element_gone: "#end" }, at_most: 3 }
          steps: [{ action: hover, selector: a, verify: { expect_element_gone: "#end" } }]
        """);
}
