using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>PB0004, PB0009 and PB0011.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData("{order_id}", "Put it in quotes: description: \"{order_id}\"")]
    [InlineData("[a]", "description: \"[a]\"")]
    [InlineData("[data-x]", "Put it in quotes: description: \"[data-x]\"")]
    [InlineData("['a']", "Write it without brackets: description: 'a'")]
    [InlineData("[a, b]", "not a list. Write a single text value.")]
    [InlineData("{ value: a }", "not a mapping. Write a single text value.")]
    [InlineData("{ a, b }", "not a mapping. Write a single text value.")]
    [InlineData("{}", "Put it in quotes: description: \"{}\"")]
    [InlineData("{{a}}", "Put it in quotes: description: \"{a}\"")]
    public void A_mapping_or_list_is_no_text(string value, string message) => Check.Head("description: {|PB0004:" + value + "|}", message);

    [Theory]
    [InlineData("[\"#a\", \"#b\"]", "Write several selectors as selector: { primary: \"#a\", fallbacks: [\"#b\"] }")]
    [InlineData("[a, 'b,c', d]", "Write several selectors as selector: { primary: a, fallbacks: ['b,c', d] }")]
    [InlineData("['#a']", "Write it without brackets: selector: '#a'")]
    [InlineData("[data-x]", "Put it in quotes: selector: \"[data-x]\"")]
    public void Several_selectors_are_a_primary_and_fallbacks(string value, string message) =>
        Check.Steps("- action: hover\n  selector: {|PB0004:" + value + "|}", message);

    [Fact]
    public void Control_characters_are_shown_escaped()
    {
        var file = Check.Head("{|PB0002:\"C:\\temp\\new\\u200b\\u2028\"|}: x");

        Assert.StartsWith("Unknown key 'C:\\temp\\new\\u200B\\u2028'", Assert.Single(file.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_is_no_text() => Check.Head("description:\n  {|PB0004:a: b|}");

    [Theory]
    [InlineData("{|PB0004:description|}:", "an empty text")]
    [InlineData("description: {|PB0004:~|}", "Put '~' in quotes")]
    [InlineData("description: {|PB0004:null|}", "Put 'null' in quotes")]
    public void An_empty_value_is_no_text(string head, string message) => Check.Head(head, "but is empty", message);

    [Theory]
    [InlineData("''")]
    [InlineData("\"~\"")]
    [InlineData("'null'")]
    [InlineData("NULL")]
    [InlineData("no")]
    [InlineData("007")]
    public void These_are_texts(string value) => Check.Head("description: " + value);

    [Fact]
    public void A_text_that_begins_a_comment_must_be_quoted() => Check.Steps("""
        - action: hover
          {|PB0004:selector|}: #q
        """, "Put it in quotes: selector: \"#q\"");

    [Fact]
    public void A_name_in_the_cut_text_counts_as_used() => Check.File("""
        id: test
        parameters: [{ name: a }, { name: b }]
        steps:
          - action: hover
            {|PB0004:selector|}: #q-{a}
            description: Order {|PB0011:#|}{b} lost
        """);

    [Theory]
    [InlineData("a", "'tags' must be a list, not text. Write it as tags: [a]")]
    [InlineData("{ a: b }", "'tags' must be a list, not a mapping")]
    public void A_text_is_no_list(string value, string message) => Check.Head("tags: {|PB0004:" + value + "|}", message);

    [Fact]
    public void An_item_of_a_list_is_a_text() => Check.Head("tags: [a, {|PB0004:~|}, {|PB0004:[b]|}, {|PB0004:{c}|}]");

    [Theory]
    [InlineData("guardrails")]
    [InlineData("parameters")]
    [InlineData("cases")]
    public void A_text_holds_no_keys(string key) => Check.Head(key + ": {|PB0004:some|}");

    [Fact]
    public void An_item_that_should_hold_keys_may_be_wrong() => Check.File("""
        id: test
        parameters: [{|PB0004:a|}, {|PB0004:[b]|}]
        cases: [{|PB0004:a|}]
        steps:
          - {|PB0004:click|}
          - { action: goto, params: { url: / } }
        """);

    [Theory]
    [InlineData("just text")]
    [InlineData("- a\n- b")]
    [InlineData("[a]")]
    [InlineData("~")]
    public void A_root_that_is_no_mapping_is_one_mistake(string text) => Check.File("{|PB0004:" + text + "|}\n", "A playbook is a mapping");

    [Theory]
    [InlineData("\"5000\"", "Write it without quotes: 5000")]
    [InlineData("'5000'", "without quotes")]
    [InlineData("5s", "not '5s'")]
    [InlineData("1.5", "whole number")]
    [InlineData("1e3", "whole number")]
    [InlineData("0x10", "whole number")]
    [InlineData("1_000", "whole number")]
    [InlineData("[5]", "list")]
    [InlineData("{ a: 1 }", "mapping")]
    [InlineData("five", "not 'five'")]
    public void These_are_no_numbers(string value, string message) => Check.Step("timeout_ms: {|PB0004:" + value + "|}", message);

    [Fact]
    public void An_empty_number_is_reported_at_its_key() => Check.Step("{|PB0004:timeout_ms|}:", "but is empty");

    [Theory]
    [InlineData("\"true\"", "Write it without quotes: true")]
    [InlineData("yes", "not 'yes'")]
    [InlineData("True", "Did you mean 'true'?")]
    [InlineData("on", "must be true or false, not")]
    [InlineData("1", "must be true or false, not")]
    public void These_are_neither_true_nor_false(string value, string message) => Check.Head("auth_required: {|PB0004:" + value + "|}", message);

    [Fact]
    public void An_empty_flag_is_reported_at_its_key() => Check.Head("{|PB0004:auth_required|}:");

    [Theory]
    [InlineData("retrry", "Did you mean 'retry'?")]
    [InlineData("Abort", "Did you mean 'abort'?")]
    [InlineData("zzzzzz", "Use one of: llm_recover, retry, abort")]
    public void A_wrong_word_outside_params_has_the_wrong_kind(string value, string message) => Check.Step("on_failure: {|PB0004:" + value + "|}", message);

    [Theory]
    [InlineData("timeout_ms: {|PB0009:0|}")]
    [InlineData("timeout_ms: {|PB0009:-1|}")]
    [InlineData("timeout_ms: {|PB0009:600001|}")]
    [InlineData("timeout_ms: {|PB0009:99999999999999999999|}")]
    [InlineData("timeout_ms: 600000")]
    [InlineData("timeout_ms: +1")]
    [InlineData("retry: { attempts: {|PB0009:0|} }")]
    [InlineData("retry: { attempts: {|PB0009:11|} }")]
    [InlineData("retry: { attempts: 10 }")]
    [InlineData("retry: { delay_ms: {|PB0009:-1|} }")]
    [InlineData("retry: { delay_ms: {|PB0009:60001|} }")]
    [InlineData("retry: { delay_ms: 60000 }")]
    [InlineData("verify: { expect_element_visible: a, timeout_ms: {|PB0009:0|} }")]
    [InlineData("verify: { expect_element_visible: a, timeout_ms: {|PB0009:600001|} }")]
    [InlineData("verify: { expect_count: { selector: a, equals: {|PB0009:-1|} } }")]
    [InlineData("verify: { expect_count: { selector: a, at_least: {|PB0009:100001|} } }")]
    [InlineData("verify: { expect_count: { selector: a, at_most: 100000 } }")]
    public void A_number_has_its_range(string keys) => Check.Step(keys);

    [Theory]
    [InlineData("click", "count: {|PB0009:0|}", "from 1 to 3")]
    [InlineData("click", "count: {|PB0009:4|}", "from 1 to 3")]
    [InlineData("click", "count: 3", "")]
    [InlineData("scroll", "amount: {|PB0009:0|}", "from 1 to 100000")]
    [InlineData("scroll", "amount: {|PB0009:100001|}", "from 1 to 100000")]
    [InlineData("select", "index: {|PB0009:-1|}", "from 0 to 100000")]
    [InlineData("select", "index: {|PB0009:100001|}", "from 0 to 100000")]
    public void A_param_has_its_range(string action, string param, string message)
    {
        var verify = "\n  verify: { expect_element_visible: a }";
        Check.Steps($"- action: {action}\n  selector: a\n  params: {{ {param} }}{verify}", message.Length == 0 ? [] : [message]);
    }

    [Theory]
    [InlineData("max_urls_visited", 1, 10000)]
    [InlineData("max_consecutive_errors", 1, 100)]
    [InlineData("stuck_window_size", 4, 200)]
    [InlineData("stuck_cycle_max_length", 2, 20)]
    [InlineData("stuck_cycle_repeats", 2, 20)]
    [InlineData("stuck_revisit_gap", 1, 50)]
    public void A_guardrail_has_its_range(string key, int minimum, int maximum)
    {
        Check.Head($"guardrails: {{ {key}: {{|PB0009:{minimum - 1}|}} }}");
        Check.Head($"guardrails: {{ {key}: {{|PB0009:{maximum + 1}|}} }}");
        Check.Head($"guardrails: {{ {key}: {minimum} }}");
        Check.Head($"guardrails: {{ {key}: {maximum} }}");
    }

    [Theory]
    [InlineData("stuck_repeat_hint: {|PB0009:1|}")]
    [InlineData("stuck_repeat_hint: {|PB0009:5|}")]
    [InlineData("stuck_repeat_hint: 4")]
    [InlineData("stuck_repeat_warn: {|PB0009:3|}")]
    [InlineData("stuck_repeat_warn: {|PB0009:7|}")]
    [InlineData("stuck_repeat_hint: 10, stuck_repeat_warn: {|PB0009:10|}, stuck_repeat_stop: 11")]
    [InlineData("stuck_repeat_stop: {|PB0009:6|}, stuck_repeat_warn: 6")]
    [InlineData("stuck_repeat_hint: 98, stuck_repeat_warn: 99, stuck_repeat_stop: 100")]
    [InlineData("stuck_failure_cluster_threshold: {|PB0009:6|}")]
    [InlineData("stuck_failure_cluster_threshold: 5")]
    [InlineData("stuck_failure_cluster_window: {|PB0009:2|}")]
    [InlineData("stuck_failure_cluster_window: 2, stuck_failure_cluster_threshold: 2")]
    [InlineData("stuck_failure_cluster_window: {|PB0009:101|}, stuck_failure_cluster_threshold: 50")]
    public void The_stages_of_stuck_detection_rise(string keys) => Check.Head("guardrails: { " + keys + " }");

    [Theory]
    [InlineData("description: Order {|PB0011:#|}{id} lost", "the value is just 'Order'")]
    [InlineData("description: Order   {|PB0011:#|}1", "'Order'")]
    [InlineData("description: a\t{|PB0011:#|}1", "'a'")]
    [InlineData("description: two\n  lines {|PB0011:#|}1", "'two lines'")]
    public void A_text_is_cut_by_a_comment(string keys, string message) => Check.Step(keys, message);

    [Theory]
    [InlineData("description: Order # 1")]
    [InlineData("description: Order #")]
    [InlineData("description: Order#1")]
    [InlineData("description: 'Order' #1")]
    [InlineData("description: \"Order\" #1")]
    [InlineData("timeout_ms: 5000 #ms")]
    [InlineData("description: | #1\n  Order")]
    [InlineData("retry: {} #1")]
    public void These_comments_cut_no_text(string keys) => Check.Step(keys);
}
