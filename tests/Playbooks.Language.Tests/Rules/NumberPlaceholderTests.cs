using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>Placeholders where whole numbers are due.</summary>
public sealed class NumberPlaceholderTests
{
    [Fact]
    public void An_int_is_accepted_wherever_a_step_has_a_number()
    {
        var file = Check.File(
            """
            id: numbers
            parameters:
              - { name: n, type: int }
              - { name: all, type: list, items: int }
            steps:
              - { action: click, selector: "#a", params: { count: "{n}" }, timeout_ms: "{n}" }
              - { action: scroll, params: { amount: '{n}' } }
              - { action: select, selector: "#a", params: { index: "{n:raw}" }, on_failure: retry, retry: { attempts: "{n}", delay_ms: "{n}" } }
              - { action: extract, selector: "#n", params: { as: int }, store_as: stored }
              - { action: api_request, request: { url: /a, expect_status: ["{n}", 404] } }
              - action: hover
                selector: "#a"
                verify: { expect_count: { selector: tr, at_least: "{stored}", at_most: "{n}" }, timeout_ms: "{n}" }
              - repeat: { while: { element_visible: "#next" }, at_most: "{n}" }
                steps: [{ action: hover, selector: "#next" }]
              - attempt: { times: "{n}", delay_ms: "{n}" }
                steps: [{ action: hover, selector: "#a" }]
              - for_each: one
                in: "{all}"
                steps:
                  - { action: select, selector: "#a", params: { index: "{one}" }, verify: { expect_count: { selector: "#b", equals: "{one_index}" } } }
            """);

        var steps = file.Model.Steps;
        Assert.Equal("n", ((IntParam)((ActionStepModel)steps[0]).Params[0]).Number.Name);
        Assert.Equal(("n", "n"), (steps[2].Attempts.Name, steps[2].RetryDelayMs.Name));
        Assert.Equal(["n", null], ((ActionStepModel)steps[4]).Request!.ExpectStatus.Select(status => status.Name));
        Assert.Equal(("stored", "n", "n"), (steps[5].Verify!.Count!.AtLeast!.Name, steps[5].Verify!.Count!.AtMost!.Name, steps[5].Verify!.TimeoutMs.Name));
        Assert.Equal("n", ((RepeatStepModel)steps[6]).AtMost.Name);
    }

    [Theory]
    [InlineData("{|PB0004:\"{text}\"|}", "'index' must be a whole number (int), but 'text' is of type string. Declare the parameter with type: int.")]
    [InlineData("{|PB0004:\"{price}\"|}", "'price' is of type decimal.")]
    [InlineData("{|PB0004:\"{maybe}\"|}", "'maybe' may be unset, and then 'index' has no number. Give the parameter a default.")]
    [InlineData("{|PB0004:\"{read}\"|}", "'read' is of type string. Store an int, for example with as: int in the step that stores it.")]
    [InlineData("{|PB0004:\"{run_id}\"|}", "'run_id' is of type string.")]
    [InlineData("{|PB0004:\"{n}0\"|}", "'index' must be a whole number, or a placeholder for one with no text around it, not '{n}0'.")]
    [InlineData("{|PB0004:\"{n}{n}\"|}", "a placeholder for one with no text around it")]
    [InlineData("{|PB0004:\"{}\"|}", "a placeholder for one with no text around it")]
    [InlineData("{|PB0004:{n}|}", "'index' must be a whole number, not a mapping. Put it in quotes: index: \"{n}\"")]
    [InlineData("{|PB0004:\"3\"|}", "'index' must be a whole number. Write it without quotes: 3")]
    [InlineData("\"{|PB0102:{m}|}\"", "'m'")]
    [InlineData("\"{n:{|PB0107:upper|}}\"", "upper")]
    [InlineData("\"{|PB0113:{{n}}|}\"", "{n}")]
    [InlineData("\"{|PB0103:{later}|}\"", "'later' is stored only later, by step 5")]
    [InlineData("\"{|PB0111:{branch}|}\"", "'branch' is stored")]
    [InlineData("\"{n}\"")]
    public void Only_a_lone_int_that_is_known_there_is_accepted(string index, params string[] messages) => Check.File(
        $$"""
        id: numbers
        parameters:
          - { name: n, type: int, default: 1 }
          - { name: text }
          - { name: price, type: decimal }
          - { name: maybe, type: int, required: false }
        steps:
          - { action: extract, selector: "#n", params: { mode: text }, store_as: read, description: "{n} {text} {price} {maybe}" }
          - when: { element_visible: "#n" }
            then: [{ action: extract, selector: "#n", params: { as: int }, store_as: branch }]
          - { action: select, selector: "#a", params: { index: {{index}} } }
          - { action: extract, selector: "#n", params: { as: int }, store_as: later }
        """,
        messages);

    [Fact]
    public void A_number_is_a_use_of_its_parameter() => Check.File(
        """
        id: numbers
        parameters:
          - { name: n, type: int }
          - { name: {|PB0104:m|}, type: int }
        steps:
          - { action: hover, selector: "#a", timeout_ms: "{n}" }
        """,
        "'m' is never used");

    [Fact]
    public void A_count_that_is_known_only_in_a_run_may_be_any()
    {
        Check.Steps("- { action: hover, selector: \"#a\", verify: { expect_count: { selector: tr, at_least: {|PB0404:0|} } } }", "There are always at least 0 elements.");
        Check.File(
            """
            id: numbers
            parameters: [{ name: n, type: int }]
            steps:
              - { action: hover, selector: "#a", verify: { expect_count: { selector: body, at_least: "{n}" } } }
            """);
    }
}
