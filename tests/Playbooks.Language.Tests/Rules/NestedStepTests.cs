using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>Steps inside steps: nothing is lost that a step of the playbook's own list has.</summary>
public sealed class NestedStepTests
{
    private const string Nested = """
        id: test
        parameters: [{ name: order_id, inject_into: steps.1.steps.1.steps.0.params.text }]
        steps:
          - { id: first, action: extract, selector: "#a", store_as: early }
          - attempt: { times: 3 }
            description: With {early}
            steps:
              - { action: hover, selector: "#b{early}" }
              - id: inner
                attempt: { times: 2 }
                steps:
                  - { id: deep, action: key_press, selector: "#c", params: { text: x }, verify: { expect_element_visible: "#d" } }
                  - { action: extract, selector: "#e", store_as: deep_value }
              - { action: hover, selector: "{deep_value}" }
          - { action: goto, params: { url: "/{deep_value}" }, verify: { expect_element_gone: "#d" } }
        cases:
          - { name: works, with: { order_id: x }, expect: { outputs: { deep_value: y } } }
          - { name: fails, with: { order_id: x }, expect: { at_step: deep } }
          - { name: fails by number, with: { order_id: x }, expect: { at_step: "8" } }
          - { name: fails by address, with: { order_id: x }, expect: { at_step: "2.2.1" } }
        """;

    [Fact]
    public void All_steps_are_numbered_and_addressed_in_the_order_of_the_text()
    {
        var steps = Read(Nested).Model.AllSteps().ToList();

        Assert.Equal(["1", "2", "2.1", "2.2", "2.2.1", "2.2.2", "2.3", "3"], steps.Select(step => step.Address.ToString()));
        Assert.Equal(Enumerable.Range(1, 8), steps.Select(step => step.Number));
        Assert.Equal(
            ["First", "Step02Attempt", "Step03Hover", "Inner", "Deep", "Step06Extract", "Step07Hover", "Step08Goto"],
            steps.Select(step => step.ClassName));
        Assert.Equal(steps.Order(Comparer<StepModel>.Create((left, right) => left.Address.CompareTo(right.Address))), steps);
    }

    [Fact]
    public void Names_values_and_expectations_reach_into_nested_steps()
    {
        var model = Read(Nested).Model;

        Assert.Equal(["early:1", "deep_value:6"], model.StoredValues.Select(value => $"{value.Name}:{value.StepNumber}"));
        Assert.Equal([null, 5, 8, 5], model.Cases.Select(test => test.AtStep));
        Assert.Equal("order_id", ((TextParam)((ActionStepModel)model.AllSteps().Single(step => step.Id == "deep")).Params[0]).Text.InjectedFrom);
        Assert.Equal("With {early}", model.Steps[1].Description!.Raw);
        Assert.Equal(3, model.Steps[1].Attempts.Value);
    }

    [Fact]
    public void The_same_text_gives_an_equal_tree()
    {
        Assert.Equal(Read(Nested), Read(Nested));
        Assert.NotEqual(Read(Nested).Model, Read(Nested.Replace("#e", "#f", StringComparison.Ordinal)).Model);
    }

    [Fact]
    public void A_value_is_stored_only_later() => Read("""
        id: test
        steps:
          - attempt: { times: 2 }
            description: "{|PB0103:{late}|}"
            steps:
              - { action: hover, selector: "{|PB0103:{late}|}" }
              - { action: extract, selector: "{|PB0103:{late}|}", store_as: late }
              - { action: hover, selector: "{late}" }
          - { action: hover, selector: "{late}" }
        """);

    [Fact]
    public void Ids_and_stored_names_are_unique_in_the_whole_tree() => Read("""
        id: test
        steps:
          - { id: a, action: extract, selector: a, store_as: b }
          - id: c
            attempt: { times: 2 }
            steps:
              - { id: {|PB0010:a|}, action: extract, selector: a, store_as: {|PB0106:b|} }
              - { id: {|PB0010:c|}, action: hover, selector: a }
        """);

    [Fact]
    public void Nested_steps_are_checked_as_others_are() => Read("""
        id: test
        steps:
          - attempt: { times: {|PB0009:11|} }
            steps:
              - { action: {|PB0201:clik|}, selector: a }
              - { action: {|PB0202:hover|} }
              - {|PB0203:retry|}: {}
                action: hover
                on_failure: abort
                selector: a
          - {|PB0003:attempt|}: { times: 2 }
          - { attempt: { times: 2 }, {|PB0003:steps|}: [] }
          - { attempt: { times: 2 }, steps: [{ action: hover, selector: a, {|PB0002:steps|}: [] }], {|PB0002:selectr|}: a }
        """);

    [Fact]
    public void A_change_inside_a_step_must_be_checked_and_may_be_checked_inside()
    {
        Read("id: test\nsteps: [{ attempt: { times: 2 }, steps: [{ action: {|PB0402:click|}, selector: a }] }]\n");
        Read("id: test\nsteps: [{ attempt: { times: 2 }, steps: [{ action: click, selector: a }] }, { action: wait_for, selector: b }]\n");
        Read("id: test\nsteps: [{ action: click, selector: a }, { attempt: { times: 2 }, steps: [{ action: wait_for, selector: b }] }]\n");
        Read("id: test\nsteps: [{ attempt: { times: 2 }, steps: [{ action: hover, selector: a, {|PB0403:on_failure|}: llm_recover }] }]\n");
    }

    [Fact]
    public void What_was_seen_inside_a_step_was_seen() => Read("""
        id: test
        steps:
          - attempt: { times: 2 }
            steps:
              - { action: wait_for, selector: {|PB0405:b|}, params: { state: hidden } }
              - { action: hover, selector: a }
          - { action: hover, selector: c, verify: { expect_element_gone: a } }
        """);

    [Fact]
    public void The_limit_of_steps_counts_the_whole_tree()
    {
        var nested = string.Concat(Enumerable.Repeat("      - { action: goto, params: { url: / } }\n", 499));
        var group = "  - attempt: { times: 2 }\n    steps:\n" + nested;

        Read("id: test\nsteps:\n" + group + group);
        Read("id: test\nsteps:\n" + group + group + "      - {|PB0008:{|} action: zzzz }\n");
        Read("id: test\nsteps:\n" + group + group + "  - {|PB0008:{|} action: zzzz }\n");
    }

    private static PlaybookFile Read(string markup) => Check.File(markup);
}
