using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>PB0401 to PB0403: what nothing checks.</summary>
public sealed class FlowTests
{
    [Theory]
    [InlineData("{|PB0401:verify|}: {}")]
    [InlineData("{|PB0401:verify|}:")]
    [InlineData("{|PB0401:verify|}: { timeout_ms: 5 }")]
    [InlineData("verify: { {|PB0002:zzzzzzzz|}: x }")]
    [InlineData("verify: { {|PB0002:expect_txt_on_page|}: x }")]
    [InlineData("verify: {|PB0004:x|}")]
    [InlineData("verify: { expect_text_on_page: {|PB0004:[]|} }")]
    public void A_verify_expects_something(string keys) => Check.Step(keys);

    [Theory]
    [InlineData("click", "")]
    [InlineData("key_press", "key: Enter")]
    [InlineData("select", "index: 0")]
    [InlineData("upload", "files: []")]
    [InlineData("check", "")]
    [InlineData("uncheck", "")]
    public void The_last_change_of_the_page_must_be_checked(string action, string param)
    {
        var step = $"selector: a, params: {{ {param} }}";
        Check.Steps($"- {{ action: {{|PB0402:{action}|}}, {step} }}");
        Check.Steps($"- {{ action: click, selector: a }}\n- {{ action: {{|PB0402:{action}|}}, {step} }}\n- {{ action: hover, selector: a }}");
        Check.Steps($"- {{ action: {action}, {step}, verify: {{ expect_element_visible: a }} }}");
        Check.Steps($"- {{ action: {action}, {step} }}\n- {{ action: hover, selector: a, verify: {{ expect_element_visible: a }} }}");
        Check.Steps($"- {{ action: {action}, {step} }}\n- {{ action: wait_for, selector: a }}");
        Check.Steps($"- {{ action: {action}, {step} }}\n- {{ action: extract, selector: a }}");
        Check.Steps($"- {{ action: {action}, {step} }}\n- {{ action: {{|PB0201:zzzzzzzz|}} }}");
        Check.Steps($"- {{ action: {action}, {step}, {{|PB0401:verify|}}: {{}} }}");
    }

    [Fact]
    public void A_script_may_change_the_page() => Check.Steps("- { action: {|PB0402:evaluate|}, params: { script: '1' } }");

    [Theory]
    [InlineData("{ action: goto, params: { url: / } }")]
    [InlineData("{ action: hover, selector: a }")]
    [InlineData("{ action: scroll }")]
    [InlineData("{ action: screenshot }")]
    public void What_changes_no_page_needs_no_check(string step) => Check.Steps("- " + step);

    [Fact]
    public void A_check_before_the_last_change_is_none_of_it() => Check.Steps("""
        - { action: click, selector: a, verify: { expect_element_visible: a } }
        - { action: wait_for, selector: a }
        - { action: {|PB0402:click|}, selector: a }
        """);

    [Fact]
    public void A_recovery_needs_a_verify_of_its_own_or_later() => Check.Steps("""
        - { action: goto, params: { url: / }, on_failure: llm_recover }
        - { action: hover, selector: a, verify: { expect_element_visible: a } }
        - { action: goto, params: { url: / }, {|PB0403:on_failure|}: llm_recover }
        - { action: goto, params: { url: / }, on_failure: retry }
        - { action: goto, params: { url: / } }
        - { action: wait_for, selector: a, {|PB0403:on_failure|}: "llm_recover" }
        """);
}
