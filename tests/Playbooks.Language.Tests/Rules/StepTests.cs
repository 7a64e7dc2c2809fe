using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>What a step is and declares: its findings word for word, and its model.</summary>
public sealed class StepTests
{
    private static List<ActionStepModel> StepsOf(PlaybookFile file) => [.. file.Model.AllSteps().Cast<ActionStepModel>()];

    [Theory]
    [InlineData("[]")]
    [InlineData("")]
    public void A_playbook_without_steps_lacks_one(string value) =>
        Check.Exactly("id: x\n{|PB0003:steps|}: " + value + "\n", "'steps' is empty. A playbook requires at least one step.");

    [Fact]
    public void A_list_of_steps_that_was_not_read_to_its_end_is_not_called_empty() => Check.File("id: x\nsteps: [{|PB0008:*a|}]\n");

    [Fact]
    public void An_empty_step_is_reported_at_its_list_and_counted()
    {
        var file = Check.Exactly(
            """
            id: x
            {|PB0003:{|PB0003:steps|}|}:
              - { action: hover, selector: a }
              -
              - ~
              - { action: goto, params: { url: / } }
            """,
            "Step 2 is empty; it is missing the required key 'action'.",
            "Step 3 is empty; it is missing the required key 'action'.");

        Assert.Equal([("1", 1, "Step01Hover"), ("4", 4, "Step04Goto")], StepsOf(file).Select(step => (step.Address.ToString(), step.Number, step.ClassName)));
    }

    [Fact]
    public void A_step_without_keys_lacks_its_action() => Check.StepsExactly(
        """
        - {|PB0003:{}|}
        - {|PB0003:selector|}: a
        """,
        "The step is missing the required key 'action'.",
        "The step is missing the required key 'action'.");

    [Fact]
    public void Of_two_actions_the_first_is_the_step()
    {
        var file = Check.StepsExactly(
            """
            - { action: goto, {|PB0005:action|}: click, params: { url: /a } }
            - { action: hover, {|PB0005:action|}: zzzz, selector: a, {|PB0203:prompt|}: b }
            - action: {|PB0201:zzzz|}
              {|PB0005:action|}: hover
              selector: "[["
              params: { zzzz: 1 }
            - { action: {|PB0202:hover|}, {|PB0005:action|}: { a: "[[" }, description: "{|PB0102:{ run_id }|}" }
            - { action: hover, selector: a }
            """,
            "The key 'action' is repeated. The first one is used.",
            "The key 'action' is repeated. The first one is used.",
            "The action hover takes no prompt.",
            "Unknown action 'zzzz'. Use one of: goto, click, key_press, scroll, wait_for, select, evaluate, extract, llm_extract, api_request, upload, hover, check, uncheck, screenshot, drag, focus, back, forward, reload, download, switch_page, close_page.",
            "The key 'action' is repeated. The first one is used.",
            "The action hover requires a selector.",
            "The key 'action' is repeated. The first one is used.",
            "'{ run_id }' is not a placeholder. Did you mean '{run_id}'?");

        Assert.Equal(["Step01Goto", "Step02Hover", "Step04Hover", "Step05Hover"], StepsOf(file).Select(step => step.ClassName));
        Assert.Equal("/a", ((TextParam)StepsOf(file)[0].Params[0]).Text.Raw);
    }

    [Theory]
    [InlineData("clik", "Unknown action 'clik'. Did you mean 'click'?")]
    [InlineData("fill", "Unknown action 'fill'. Write action: key_press with the selector and params: { text: … }.")]
    [InlineData("\u0441lick", "Unknown action '\u0441lick'. Did you mean 'click'? Character 1 is U+0441 (looks like 'c').")]
    [InlineData("cli\u0441k", "Unknown action 'cli\u0441k'. Did you mean 'click'? Character 4 is U+0441 (looks like 'c').")]
    [InlineData("\"click\u00a0\"", "Unknown action 'click\u00a0'. Did you mean 'click'? Character 6 is U+00A0 (looks like a space).")]
    [InlineData("\u0441\u0441\u0441\u0441\u0441\u0441", "Unknown action '\u0441\u0441\u0441\u0441\u0441\u0441'. Use one of: goto, click, key_press, scroll, wait_for, select, evaluate, extract, llm_extract, api_request, upload, hover, check, uncheck, screenshot, drag, focus, back, forward, reload, download, switch_page, close_page. Character 1 is U+0441 (looks like 'c').")]
    public void An_unknown_action_is_named_with_what_to_write(string action, string message) => Check.StepsExactly(
        $"- {{ action: {{|PB0201:{action}|}}, selector: '[[' }}", message);

    [Fact]
    public void Names_in_a_step_of_an_unknown_action_count_as_used() => Check.File("""
        id: test
        parameters: [{ name: alpha }, { name: beta }, { name: gamma }]
        steps:
          - { action: {|PB0201:zzzz|}, selector: "{alpha}", prompt: "{beta}", params: { a: "{gamma}" } }
        """);

    [Fact]
    public void What_a_step_of_an_unknown_action_has_seen_is_not_known() => Check.Steps("""
        - { action: {|PB0201:zzzz|}, selector: a }
        - { action: hover, selector: b, verify: { expect_element_gone: a } }
        """);

    [Fact]
    public void A_step_whose_action_is_misspelt_is_judged_no_further() => Check.Steps("""
        - { {|PB0002:acton|}: hover, selector: "[[", params: { zzzz: 1 } }
        - { {|PB0002:acton|}: zzzz }
        - { action: {|PB0004:[hover]|}, selector: "[[" }
        - { action: hover, selector: b, verify: { expect_element_gone: a } }
        """);

    [Fact]
    public void A_misspelt_key_declares_nothing()
    {
        var file = Check.Steps("""
            - { {|PB0002:idd|}: a1, action: hover, selector: a }
            - { id: a1, action: hover, selector: a }
            - { {|PB0002:idd|}: "Bad Id", action: hover, selector: a }
            - { action: extract, selector: a, {|PB0002:stor_as|}: b1 }
            - { action: extract, selector: a, store_as: b_1 }
            - { action: hover, selector: a, {|PB0002:stor_as|}: "Bad Name" }
            """);

        Assert.Equal(["Step01Hover", "A1", "Step03Hover", "Step04Extract", "Step05Extract", "Step06Hover"], StepsOf(file).Select(step => step.ClassName));
        Assert.Equal([null, null, null, null, "b_1", null], StepsOf(file).Select(step => step.StoreAs));
        Assert.Equal(["b_1"], file.Model.StoredValues.Select(value => value.Name));
    }

    [Fact]
    public void A_name_that_could_not_be_read_may_be_any() => Check.Steps("""
        - { action: extract, selector: a, store_as: {|PB0004:[b]|} }
        - { action: hover, selector: "#{zzzzzz}" }
        """);

    [Fact]
    public void Ids_are_told_apart_by_id_and_by_class() => Check.StepsExactly(
        """
        - { id: a1, action: hover, selector: a }
        - { id: {|PB0010:a1|}, action: hover, selector: a }
        - { id: {|PB0010:a_1|}, action: hover, selector: a }
        - { id: {|PB0007:A 2|}, action: hover, selector: a }
        """,
        "There is already a step 'a1'.",
        "'a_1' and 'a1' would both be called A1 in C#.",
        "A step's id must start with a-z and contain only a-z, 0-9 and _; 'A 2' does not. Write 'a_2'.");

    [Theory]
    [InlineData("url", "goto, params: { url: / }", "UrlStep")]
    [InlineData("url", "hover, selector: a", "Url")]
    [InlineData("allow_status", "goto, params: { url: / }", "AllowStatusStep")]
    [InlineData("selector", "goto, params: { url: / }", "SelectorStep")]
    [InlineData("description", "goto, params: { url: / }", "DescriptionStep")]
    [InlineData("failure_message", "goto, params: { url: / }", "FailureMessageStep")]
    [InlineData("verify", "goto, params: { url: / }", "VerifyStep")]
    [InlineData("prompt", "goto, params: { url: / }", "Prompt")]
    [InlineData("prompt", "llm_extract, prompt: a", "PromptStep")]
    [InlineData("a", "{|PB0201:zzzz|}", null)]
    public void A_steps_class_hides_no_property_of_its_step(string id, string rest, string? expected)
    {
        var file = Check.Steps($"- {{ id: {id}, action: {rest} }}");

        Assert.Equal(expected is null ? [] : [expected], StepsOf(file).Select(step => step.ClassName));
        if (expected is not null && expected.EndsWith("Step", StringComparison.Ordinal))
        {
            Check.StepsExactly($"- {{ id: {id}, action: {rest} }}\n- {{ id: {{|PB0010:{id}_step|}}, action: scroll }}", $"'{id}_step' and '{id}' would both be called {expected} in C#.");
        }
    }

    [Theory]
    [InlineData("selector", "SelectorStep")]
    [InlineData("verify", "VerifyStep")]
    public void A_class_of_a_step_of_an_unknown_action_hides_no_common_property(string id, string expected) => Check.StepsExactly(
        $"- {{ id: {id}, action: {{|PB0201:clik|}} }}\n- {{ id: {{|PB0010:{id}_step|}}, action: scroll }}",
        "Unknown action 'clik'. Did you mean 'click'?",
        $"'{id}_step' and '{id}' would both be called {expected} in C#.");

    [Fact]
    public void An_automatic_name_makes_room_for_an_id() => Assert.Equal(
        ["Step02Hover", "Step02Hover_", "Step03Hover"],
        StepsOf(Check.Steps("""
            - { id: step02_hover, action: hover, selector: a }
            - { action: hover, selector: a }
            - { action: hover, selector: a }
            """)).Select(step => step.ClassName));

    [Fact]
    public void A_stored_value_needs_a_name_of_its_own()
    {
        var file = Check.Exactly(
            """
            id: test
            parameters: [{ name: p }]
            steps:
              - { action: extract, selector: "{p}", store_as: {|PB0106:p|} }
              - { action: extract, selector: a, store_as: {|PB0106:run_id|} }
              - { action: extract, selector: a, store_as: b1 }
              - { action: extract, selector: a, store_as: {|PB0106:b1|} }
              - { action: extract, selector: a, store_as: {|PB0106:b_1|} }
              - { action: extract, selector: a, store_as: {|PB0007:B 2|} }
              - { action: hover, selector: a, {|PB0206:store_as|}: c }
              - { action: hover, selector: "{b_1}{c}" }
            """,
            "'p' is already the name of a parameter.",
            "'run_id' is the name of a built-in.",
            "An earlier step already stores 'b1'.",
            "'b_1' and 'b1' would both be called B1 in C#.",
            "The name in store_as must start with a-z and contain only a-z, 0-9 and _; 'B 2' does not. Write 'b_2'.",
            "The action hover has no output to store.");

        Assert.Equal([null, null, "b1", null, null, "B 2", null, null], StepsOf(file).Select(step => step.StoreAs));
    }

    [Theory]
    [InlineData("extract, selector: a", Model.ValueType.String, true)]
    [InlineData("extract, selector: a, params:", Model.ValueType.String, true)]
    [InlineData("extract, selector: a, params: {}", Model.ValueType.String, true)]
    [InlineData("extract, selector: a, params: { mode: text }", Model.ValueType.String, true)]
    [InlineData("extract, selector: a, params: { as: int }", Model.ValueType.Int, false)]
    [InlineData("extract, selector: a, params: { as: 'int' }", Model.ValueType.Int, false)]
    [InlineData("extract, selector: a, params: { as: {|PB0204:zzzz|} }", Model.ValueType.String, false)]
    [InlineData("extract, selector: a, params: { as: {|PB0204:left|} }", Model.ValueType.String, false)]
    [InlineData("extract, selector: a, params: { as: {|PB0004:[int]|} }", Model.ValueType.String, false)]
    [InlineData("extract, selector: a, params: {|PB0004:x|}", Model.ValueType.String, false)]
    [InlineData("extract, selector: a, {|PB0002:parms|}: { as: int }", Model.ValueType.String, false)]
    [InlineData("evaluate, verify: { expect_element_visible: a }, params: { script: a }", Model.ValueType.String, true)]
    [InlineData("llm_extract, prompt: a, params: { as: int }", Model.ValueType.Int, false)]
    public void A_stored_value_has_the_type_that_as_says(string action, Model.ValueType type, bool isText)
    {
        var expecting = "id: test\nsteps: [{ action: " + action + ", store_as: x }]\ncases: [{ name: a, expect: { outputs: { x: ";
        var file = Check.File(expecting + (type == Model.ValueType.Int ? "5" : "'5'") + " } } }]\n");

        Assert.Equal(type, Assert.Single(file.Model.StoredValues).Type);
        Assert.Equal(type, StepsOf(file)[0].Output);

        // Where the type is known, an expected value of another one is a mistake.
        var other = PlaybookReader.Read("a", MarkupText.Parse(expecting + "[b] } } }]\n").Text);
        Assert.Equal(isText || type == Model.ValueType.Int, other.Findings.Any(finding => other.Model.SourceText[finding.Span.Start..finding.Span.End] == "[b]"));
    }

    [Fact]
    public void An_action_that_gives_nothing_has_no_output() =>
        Assert.Equal([null, null], StepsOf(Check.Steps("- { action: goto, params: { url: / } }\n- { action: hover, selector: a }")).Select(step => step.Output));

    [Fact]
    public void A_step_says_all_that_is_written()
    {
        var file = Check.Steps("""
            - id: search
              action: extract
              selector: a
              params: { as: int }
              description: b
              failure_message: c
              on_failure: retry
              retry: { attempts: 3, delay_ms: 4 }
              store_as: d
              timeout_ms: 5
              verify: { expect_text_on_page: e }
            - { action: llm_extract, prompt: f, on_failure: llm_recover, verify: { expect_element_visible: a } }
            - { action: hover, selector: a, on_failure: abort }
            - { action: hover, selector: a, retry: { attempts: 10 } }
            """);
        var steps = StepsOf(file);
        var step = steps[0];

        Assert.Equal(("1", 1, "search", "Search", "extract"), (step.Address.ToString(), step.Number, step.Id, step.ClassName, step.Action));
        Assert.Equal(("a", "b", "c", "e"), (step.Selector!.Candidates[0].Raw, step.Description!.Raw, step.FailureMessage!.Raw, step.Verify!.TextOnPage!.Raw));
        Assert.Equal(("d", Model.ValueType.Int, 5), (step.StoreAs, step.Output, step.TimeoutMs.Value));
        Assert.Single(step.Params);
        Assert.Equal((2, 4), (step.Span.StartLine, step.Span.StartColumn));
        Assert.Equal("f", steps[1].Prompt!.Raw);
        Assert.Equal([FailurePolicyModel.Retry, FailurePolicyModel.LlmRecover, FailurePolicyModel.Abort, FailurePolicyModel.LlmRecover], steps.Select(one => one.OnFailure));
        Assert.Equal([(3, 4), (2, 1000), (1, 1000), (10, 1000)], steps.Select(one => (one.Attempts.Value, one.RetryDelayMs.Value)));
        Assert.Equal([null, null, null], steps.Skip(1).Select(one => one.Id));
    }

    [Theory]
    [InlineData("abort, {|PB0203:retry|}: { attempts: 99, delay_ms: 99 }", 1)]
    [InlineData("retry, retry: { attempts: 9 }", 9)]
    [InlineData("{|PB0004:abrt|}, retry: { attempts: 9 }", 9)]
    public void A_retry_goes_only_with_a_policy_that_retries(string policy, int attempts)
    {
        var file = Check.Steps("- { action: hover, selector: a, on_failure: " + policy + " }");

        Assert.Equal((attempts, 1000), StepsOf(file).Select(step => (step.Attempts.Value, step.RetryDelayMs.Value)).Single());
    }

    [Fact]
    public void A_retry_that_is_refused_is_not_judged() => Check.Exactly(
        """
        id: test
        parameters: [{ name: alpha }]
        steps:
          - { action: hover, selector: a, on_failure: abort, {|PB0203:retry|}: { zzzz: "{alpha}", attempts: x } }
          - { action: hover, selector: a, {|PB0002:on_failur|}: abort, retry: { attempts: 2 } }
        """,
        "'retry' can only be used with an on_failure that retries: retry or llm_recover.",
        "Unknown key 'on_failur'. Did you mean 'on_failure'?");

    [Theory]
    [InlineData("wait_for, selector: {|PB0405:'#a'|}, params: { state: hidden }", "{|PB0405:'#a'|}")]
    [InlineData("wait_for, selector: '#a'", "'#a'")]
    [InlineData("hover, selector: '#a'", "'#a'")]
    [InlineData("hover, selector: '#a', verify: { expect_element_gone: '#a' }", "'#a'")]
    [InlineData("hover, selector: '#b', verify: { expect_element_gone: {|PB0405:'#a'|}, expect_element_visible: '#a' }", "'#a'")]
    [InlineData("hover, selector: { primary: '#b', fallbacks: ['#a'] }, verify: { expect_element_gone: '#a' }", "'#a'")]
    public void A_step_sees_its_element_before_its_expectations_look(string step, string later) =>
        Check.Steps("- { action: " + step + " }\n- { action: scroll, verify: { expect_element_gone: " + later + " } }");

    [Theory]
    [InlineData("steps: {|PB0004:x|}")]
    [InlineData("{|PB0002:stepz|}: [{ action: hover, selector: a }]")]
    public void Steps_that_could_not_be_read_may_have_stored_any_name(string steps) => Check.File(
        "id: test\nstart_url: \"/{zzzzzz}\"\n" + steps + "\n");
}
