using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>PB0404 and PB0405: expectations that check nothing, or perhaps nothing.</summary>
public sealed class ExpectationTests
{
    [Theory]
    [InlineData("expect_visible", "Did you mean 'expect_element_visible'?")]
    [InlineData("expect_hidden", "Did you mean 'expect_element_gone'?")]
    [InlineData("expect_title", "Did you mean 'expect_title_contains'?")]
    [InlineData("expect_element_visibel", "Did you mean 'expect_element_visible'?")]
    public void Another_name_of_an_expectation_is_understood(string key, string message) =>
        Check.Step("verify: { {|PB0002:" + key + "|}: \"#a\" }", message);

    [Theory]
    [InlineData("expect_text_on_page: {|PB0404:\"\"|}", "the empty string")]
    [InlineData("expect_text_on_page: {|PB0404:'  '|}", "whitespace")]
    [InlineData("expect_text_on_page: {|PB0404:\"\\n \\u00a0\\u200b\"|}", "whitespace")]
    [InlineData("expect_title_contains: {|PB0404:\"\"|}", "Every title")]
    [InlineData("expect_title_contains: {|PB0404:\" \"|}", "Every title")]
    [InlineData("expect_url_contains: {|PB0404:\"\"|}", "the empty string")]
    [InlineData("expect_url_contains: {|PB0404:/|}", "Every URL contains '/'")]
    [InlineData("expect_url_contains: {|PB0404:\"%2F\"|}", "Every URL")]
    [InlineData("expect_url_contains: {|PB0404://|}", "Every URL")]
    [InlineData("expect_url_contains: {|PB0404:':'|}", "Every URL")]
    [InlineData("expect_url_contains: {|PB0404:'://'|}", "Every URL")]
    [InlineData("expect_url_contains: {|PB0404:http|}", "Every URL")]
    [InlineData("expect_count: { selector: a, at_least: {|PB0404:0|} }", "at_least: 1")]
    [InlineData("expect_count: { selector: a, at_least: {|PB0404:0|}, at_most: 5 }", "at_least: 1")]
    [InlineData("expect_count: { selector: {|PB0404:body|}, equals: 1 }", "Every page has one 'body'")]
    [InlineData("expect_count: { selector: {|PB0404:html|}, at_least: 1, at_most: 2 }", "Every page has one 'html'")]
    [InlineData("expect_element_visible: {|PB0404:body|}", "Every page has 'body'")]
    [InlineData("expect_element_visible: {|PB0404:HTML|}", "Every page has 'HTML'")]
    [InlineData("expect_element_visible: {|PB0404:css=body|}", "Every page")]
    [InlineData("expect_element_visible: {|PB0404:':root'|}", "Every page")]
    [InlineData("expect_element_visible: {|PB0404:html > body|}", "Every page")]
    [InlineData("expect_element_visible: {|PB0404:html >> body|}", "Every page")]
    [InlineData("expect_element_visible: {|PB0404:body:visible|}", "Every page")]
    [InlineData("expect_element_visible: {|PB0404:body >> visible=true|}", "Every page")]
    [InlineData("expect_element_visible: {|PB0404://body|}", "Every page")]
    [InlineData("expect_element_visible: {|PB0404:{|PB0303:xpath=/html/body|}|}", "Every page")]
    [InlineData("expect_text: { selector: a, matches: {|PB0404:\"\"|} }", "Any text matches ''")]
    [InlineData("expect_text: { selector: a, matches: {|PB0404:.*|} }", "Any text matches '.*'")]
    public void An_expectation_that_always_holds_is_found(string expectation, string message) =>
        Check.Step("verify:\n  " + expectation, "This always holds. ", message);

    [Theory]
    [InlineData("expect_text_on_page: \".\"")]
    [InlineData("expect_title_contains: x")]
    [InlineData("expect_url_contains: /a")]
    [InlineData("expect_url_contains: https")]
    [InlineData("expect_url_contains: HTTP")]
    [InlineData("expect_url_contains: '{base_url}'")]
    [InlineData("expect_url_contains: '%'")]
    [InlineData("expect_count: { selector: a, at_least: 1 }")]
    [InlineData("expect_count: { selector: a, equals: 0 }")]
    [InlineData("expect_count: { selector: a, at_most: 0 }")]
    [InlineData("expect_count: { selector: body, equals: 2 }")]
    [InlineData("expect_count: { selector: body, at_least: 2 }")]
    [InlineData("expect_count: { selector: body, at_most: 0 }")]
    [InlineData("expect_element_visible: body.ready")]
    [InlineData("expect_element_visible: body > main")]
    [InlineData("expect_element_visible: body >> text=Saved")]
    [InlineData("expect_element_visible: body >> visible=false")]
    [InlineData("expect_value: { selector: a, equals: \"\" }")]
    [InlineData("expect_attribute: { selector: body, name: class, contains: \"\" }")]
    [InlineData("expect_text: { selector: a, matches: ^$ }")]
    [InlineData("expect_text: { selector: a, matches: '^(?!.*error)' }")]
    public void One_that_can_fail_is_left_alone(string expectation) => Check.Step("verify:\n  " + expectation);

    [Theory]
    [InlineData("failure: {|PB0404:\"\"|}")]
    [InlineData("failure: {|PB0404:' '|}, at_step: 1")]
    [InlineData("failure: x")]
    public void A_case_expects_a_failure_of_its_own(string expect)
    {
        var file = Check.File("id: test\nsteps: [{ action: goto, params: { url: / } }]\ncases: [{ name: a, expect: { " + expect + " } }]\n");

        Assert.Equal(["a"], file.Model.Cases.Select(one => one.Name));
    }

    [Fact]
    public void A_case_with_a_warning_or_with_an_error_that_is_switched_off_is_still_a_case()
    {
        var file = Check.File("""
            id: test
            steps: [{ action: goto, params: { url: / } }]
            cases:
              - name: a {|PB0011:#|}1
              # playbooks: disable PB0002
              - { name: b, zzzzzz: 1 }
            """);

        Assert.Equal(["a", "b"], file.Model.Cases.Select(one => one.Name));
        Assert.False(file.Model.HasErrors);
    }

    [Theory]
    [InlineData("expect_text_on_page: \"{|PB0102:{zzzzzz}|}\"")]
    [InlineData("expect_text_on_page: {|PB0004:~|}")]
    [InlineData("expect_count: { selector: a, at_least: {|PB0009:-1|} }")]
    [InlineData("expect_element_visible: \"{|PB0301:|}body[\"")]
    public void What_has_a_finding_of_its_own_is_not_judged(string expectation) =>
        Check.Step("verify:\n  " + expectation.Replace("\"{|PB0301:|}body[\"", "{|PB0301:\"body[\"|}", StringComparison.Ordinal));

    [Theory]
    [InlineData("{ action: hover, selector: a, verify: { expect_element_gone: {|PB0405:'#x'|} } }")]
    [InlineData("{ action: wait_for, selector: {|PB0405:'#x'|}, params: { state: hidden } }")]
    [InlineData("{ action: wait_for, selector: {|PB0405:'#x'|}, params: { state: detached } }")]
    [InlineData("{ action: wait_for, selector: { primary: {|PB0405:'#x'|}, fallbacks: [{|PB0405:'#y'|}, a] }, params: { state: hidden } }")]
    [InlineData("{ action: hover, selector: a, verify: { expect_element_visible: '#x', expect_element_gone: {|PB0405:'#x'|} } }")]
    [InlineData("{ action: hover, selector: a, verify: { expect_element_gone: {|PB0405:'#x button'|} } }")]
    [InlineData("{ action: hover, selector: a, verify: { expect_element_gone: {|PB0405:'text=b'|} } }")]
    public void What_nothing_has_seen_is_found(string step) => Check.Steps("""
        - { action: hover, selector: a }
        - { action: hover, selector: "text=b c" }
        - { action: hover, selector: a, verify: { expect_count: { selector: '#x', equals: 0 }, expect_element_gone: {|PB0405:"#x"|} } }
        - { action: wait_for, selector: {|PB0405:"#x"|}, params: { state: hidden } }

        """ + "- " + step, "No earlier step has seen '#x'");

    [Theory]
    [InlineData("{ action: click, selector: '#x' }")]
    [InlineData("{ action: hover, selector: 'css= #x ' }")]
    [InlineData("{ action: hover, selector: { primary: b, fallbacks: ['#x'] } }")]
    [InlineData("{ action: hover, selector: '#x >> text=OK' }")]
    [InlineData("{ action: hover, selector: '#x button' }")]
    [InlineData("{ action: hover, selector: '#x > b > i' }")]
    [InlineData("{ action: extract, selector: '#x' }")]
    [InlineData("{ action: wait_for, selector: '#x' }")]
    [InlineData("{ action: wait_for, selector: '#x', params: { state: attached } }")]
    [InlineData("{ action: hover, selector: a, verify: { expect_element_visible: '#x' } }")]
    [InlineData("{ action: hover, selector: a, verify: { expect_count: { selector: '#x', at_least: 1 } } }")]
    [InlineData("{ action: hover, selector: a, verify: { expect_count: { selector: '#x', equals: 2 } } }")]
    [InlineData("{ action: hover, selector: a, verify: { expect_value: { selector: '#x', equals: b } } }")]
    [InlineData("{ action: hover, selector: a, verify: { expect_attribute: { selector: '#x', name: b, equals: c } } }")]
    [InlineData("{ action: hover, {|PB0002:selectr|}: '#x' }")]
    [InlineData("{ action: hover, selector: {|PB0301:'#x['|} }")]
    [InlineData("{ action: hover, selector: 'a{|PB0102:{zzzzzz}|}' }")]
    [InlineData("{ action: {|PB0201:hovr|}, selector: '#x' }")]
    public void What_an_earlier_step_has_seen_may_be_gone(string step) => Check.Steps(
        "- " + step + """

        - { action: hover, selector: a, verify: { expect_element_gone: "#x" } }
        - { action: wait_for, selector: "#x", params: { state: hidden } }
        """);

    [Fact]
    public void A_steps_own_action_comes_before_its_verify() =>
        Check.Steps("- { action: click, selector: '#x', verify: { expect_element_gone: '#x' } }");

    [Fact]
    public void A_selector_that_a_parameter_replaces_is_not_judged() => Check.File("""
        id: test
        parameters: [{ name: a, inject_into: steps.0.verify.expect_element_gone }]
        steps: [{ action: hover, selector: a, verify: { expect_element_gone: b } }]
        """);
}
