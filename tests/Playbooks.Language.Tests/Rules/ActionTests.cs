using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>PB0201 to PB0206, and what every action takes.</summary>
public sealed class ActionTests
{
    [Theory]
    [InlineData("clik", "Unknown action 'clik'. Did you mean 'click'?")]
    [InlineData("Click", "Did you mean 'click'?")]
    [InlineData("zzzzzzzz", "Use one of: goto, click")]
    [InlineData("api_requst", "Did you mean 'api_request'?")]
    public void An_unknown_action_is_named_with_the_nearest(string action, string message) => Check.Steps($$"""
        - action: {|PB0201:{{action}}|}
          selector: "[["
          params: { zzzz: 1 }
          prompt: x
          store_as: y
        - { action: hover, selector: "{y}" }
        """, message);

    [Fact]
    public void An_action_lacks_what_it_needs() => Check.Steps("""
        - action: {|PB0202:goto|}
        - { action: {|PB0202:goto|}, params: { allow_status: true } }
        - action: {|PB0202:hover|}
        - action: {|PB0202:key_press|}
          selector: a
        - { action: {|PB0202:key_press|}, selector: a, params: { type: true } }
        - { action: {|PB0202:select|}, selector: a, params: {} }
        - action: {|PB0202:evaluate|}
        - action: {|PB0202:extract|}
        - { action: {|PB0202:extract|}, selector: a, params: { mode: attribute } }
        - action: {|PB0202:llm_extract|}
        - { action: {|PB0202:{|PB0202:upload|}|} }
        - { action: extract, selector: a }
        """, "requires the param 'url'", "requires a selector", "one of the params text, key", "requires a prompt", "'attribute' with mode: attribute");

    [Fact]
    public void An_action_takes_no_more_than_it_takes() => Check.Steps("""
        - action: goto
          {|PB0203:selector|}: "[["
          params: { url: /, {|PB0203:text|}: x }
        - { action: hover, selector: a, params: { {|PB0203:count|}: 1 } }
        - { action: key_press, selector: a, params: { key: Enter, {|PB0203:type|}: true } }
        - { action: hover, selector: a, {|PB0203:prompt|}: x }
        - { action: evaluate, {|PB0203:selector|}: a, params: { script: x } }
        - { action: extract, selector: a, params: { {|PB0203:attribute|}: x } }
        - { action: extract, selector: a, params: { mode: html, {|PB0203:attribute|}: x } }
        - { action: extract, selector: a, params: { mode: {|PB0204:attribut|}, attribute: x } }
        - { action: select, selector: a, params: { value: x, {|PB0203:label|}: y } }
        - { action: llm_extract, prompt: x, params: { {|PB0203:attribute|}: x } }
        - { action: llm_extract, prompt: x, params: { mode: {|PB0204:attribute|} } }
        """, "The action goto takes no selector.", "takes no prompt", "'type' can only be used with 'text'.", "'attribute' can only be used with mode: attribute.", "only one of value, label, index");

    [Fact]
    public void A_value_with_a_wrong_placeholder_is_not_judged_further()
    {
        var file = Check.Steps("""
            - { action: key_press, params: { key: "{|PB0102:{ run_id }|}" } }
            - { action: extract, selector: a, params: { culture: "{|PB0102:{ run_id }|}" } }
            - { action: goto, params: { url: "{|PB0102:{ run_id }|}" } }
            - action: upload
              selector: a
              params: { files: ["{|PB0102:{ run_id }|}.txt", there.txt] }
              verify: { expect_element_visible: a }
            """);

        Assert.Empty(Language.Project.UploadRules.Check(file, path => path == "there.txt"));
    }

    [Fact]
    public void A_misspelt_param_is_one_mistake() => Check.Steps("""
        - { action: goto, params: { {|PB0203:ulr|}: / } }
        - { action: key_press, selector: a, params: { {|PB0203:txt|}: / } }
        - { action: extract, selector: a, params: { {|PB0203:mod|}: attribute, attribute: x } }
        """, "The action goto takes no param 'ulr'. Did you mean 'url'?");

    [Theory]
    [InlineData("click", "button: {|PB0204:leftt|}", "Did you mean 'left'?")]
    [InlineData("click", "button: {|PB0204:\"Right\"|}", "Did you mean 'right'?")]
    [InlineData("click", "modifiers: [Alt, {|PB0204:Ctrl|}]", "Ctrl")]
    [InlineData("click", "modifiers: {|PB0004:Alt|}", "list")]
    [InlineData("click", "button: {|PB0004:[left]|}", "text")]
    [InlineData("scroll", "direction: {|PB0204:upp|}", "Did you mean 'up'?")]
    [InlineData("wait_for", "state: {|PB0204:visble|}", "Did you mean 'visible'?")]
    [InlineData("extract", "mode: {|PB0204:txt|}", "Did you mean 'text'?")]
    [InlineData("extract", "as: {|PB0204:integer|}", "'integer'")]
    [InlineData("extract", "culture: {|PB0204:german|}", "There is no culture 'german'. Write a name such as de-DE")]
    [InlineData("extract", "culture: {|PB0204:ed-DE|}", "Did you mean 'de-DE'?")]
    [InlineData("extract", "culture: {|PB0204:de_DE|}", "Did you mean 'de-DE'?")]
    [InlineData("extract", "culture: {|PB0204:de-DEE|}", "Did you mean 'de-DE'?")]
    [InlineData("extract", "culture: {|PB0204:de-XX|}", "Did you mean 'de'?")]
    [InlineData("extract", "culture: {|PB0204:en-UK|}", "Did you mean 'en-GB'?")]
    [InlineData("extract", "culture: {|PB0204:xx-YY|}", "There is no culture 'xx-YY'.")]
    [InlineData("extract", "culture: {|PB0204:Invariant culture|}", "There is no culture")]
    [InlineData("extract", "culture: {|PB0204:''|}", "culture")]
    [InlineData("key_press", "key: {|PB0204:Entr|}", "Enter")]
    [InlineData("key_press", "key: {|PB0204:Control+Entr|}", "Enter")]
    [InlineData("key_press", "text: {|PB0004:[a]|}", "text")]
    [InlineData("select", "index: {|PB0004:a|}", "whole number")]
    [InlineData("upload", "files: {|PB0004:a.txt|}", "list")]
    public void A_value_of_a_param_is_not_allowed(string action, string param, string message) => Check.Steps(
        $"- {{ action: {action}, selector: a, params: {{ {param} }}, verify: {{ expect_element_visible: a }} }}", message);

    [Theory]
    [InlineData("invariant")]
    [InlineData("de")]
    [InlineData("de-DE")]
    [InlineData("DE-de")]
    [InlineData("de-CH")]
    [InlineData("en-US")]
    [InlineData("es-419")]
    [InlineData("nb-NO")]
    [InlineData("no-NO")]
    [InlineData("zh-CN")]
    [InlineData("zh-Hans-CN")]
    [InlineData("zh-TW")]
    [InlineData("sr-Latn-RS")]
    [InlineData("iw-IL")]
    [InlineData("fil-PH")]
    [InlineData("ca-ES-valencia")]
    [InlineData("de-DE-u-co-phonebk")]
    [InlineData("'{run_id}'")]
    public void A_culture_that_exists_is_taken(string culture) =>
        Check.Steps($"- {{ action: extract, selector: a, params: {{ culture: {culture} }} }}\n- {{ action: llm_extract, prompt: a, params: {{ culture: {culture} }} }}");

    [Theory]
    [InlineData("{|PB0004:yes|}")]
    [InlineData("{|PB0004:\"true\"|}")]
    [InlineData("true")]
    public void A_flag_of_a_param_is_true_or_false(string value) => Check.Steps($"- {{ action: goto, params: {{ url: /, allow_status: {value} }} }}");

    [Theory]
    [InlineData("[a]")]
    [InlineData("text")]
    public void Params_hold_keys(string value) => Check.Steps("- action: goto\n  params: {|PB0004:" + value + "|}\n");

    [Fact]
    public void Arguments_of_a_script_are_texts() => Check.Steps("""
        - action: evaluate
          params: { script: "1", args: { a: {|PB0004:[b]|}, {|PB0004:b|}: , c: 1, {|PB0005:c|}: 2 } }
          verify: { expect_element_visible: a }
        - { action: evaluate, params: { script: "1", args: {|PB0004:x|} }, verify: { expect_element_visible: a } }
        """);

    [Theory]
    [InlineData("{|PB0205:www.x.de|}", "https://www.x.de")]
    [InlineData("{|PB0205:'www.x.de'|}", "https://www.x.de")]
    [InlineData("{|PB0205:\"ftp://x\"|}", "")]
    [InlineData("{|PB0205:orders|}", "")]
    [InlineData("{|PB0205:\"\"|}", "")]
    public void A_url_is_absolute_or_a_path(string url, string message)
    {
        Check.Steps($"- {{ action: goto, params: {{ url: {url} }} }}", message);
        Check.Head($"start_url: {url}", message);
        Check.Head($"base_url: {url}", message);
    }

    [Theory]
    [InlineData("{|PB0205:/x|}", "")]
    [InlineData("{|PB0205:./x|}", "")]
    [InlineData("{|PB0205:'?a=b'|}", "")]
    [InlineData("{|PB0205:'#a'|}", "")]
    [InlineData("{|PB0205://x.test/|}", "")]
    [InlineData("{|PB0205:\"/{p}\"|}", "")]
    [InlineData("{|PB0205:'about:blank'|}", "")]
    [InlineData("{|PB0205:'data:text/html,x'|}", "")]
    [InlineData("{|PB0205:localhost:5000|}", "Did you mean 'http://localhost:5000'?")]
    [InlineData("{|PB0205:www.x.test|}", "Did you mean 'https://www.x.test'?")]
    public void A_base_url_is_absolute(string url, string message) =>
        Check.Head($"base_url: {url}\nparameters: [{{ name: p, inject_into: steps.0.params.url }}]", "Not a base URL: a base URL is absolute and starts with http:// or https://.", message);

    [Theory]
    [InlineData("http://x.test/a/")]
    [InlineData("HTTPS://x.test:80")]
    [InlineData("'{p}'")]
    [InlineData("'{p}/a'")]
    [InlineData("'{p}://x.test'")]
    [InlineData("'http://{p}/a'")]
    public void A_base_url_may_hold_parameters(string url) => Check.Head($"base_url: {url}\nparameters: [{{ name: p, inject_into: steps.0.params.url }}]");

    [Theory]
    [InlineData("fill", "action: key_press")]
    [InlineData("type", "action: key_press")]
    [InlineData("press", "action: key_press")]
    [InlineData("navigate", "action: goto")]
    [InlineData("open", "action: goto")]
    [InlineData("visit", "action: goto")]
    [InlineData("refresh", "action: reload")]
    [InlineData("switch_tab", "action: switch_page")]
    [InlineData("switchToFrame", "frame: …")]
    [InlineData("acceptAlert", "dialog: { accept: … }")]
    [InlineData("drag_and_drop", "action: drag")]
    [InlineData("tap", "action: click")]
    [InlineData("assert_visible", "'verify'")]
    [InlineData("assertVisible", "'verify'")]
    [InlineData("inputText", "action: key_press")]
    [InlineData("expect", "'verify'")]
    [InlineData("wait", "action: wait_for")]
    [InlineData("sleep", "action: wait_for")]
    [InlineData("cliсk", "Did you mean 'click'? Character 4 is U+0441 (looks like 'c').")]
    public void An_action_of_another_tool_names_ours(string action, string message) =>
        Check.Steps($"- {{ action: {{|PB0201:{action}|}} }}", message);

    [Theory]
    [InlineData("action: goto\n  {|PB0002:url|}: /x", "Unknown key 'url' here. It is a param of goto, so it belongs in 'params'. Write params: { url: /x }")]
    [InlineData("action: hover\n  {|PB0002:primary|}: a", "It belongs in 'selector'. Write selector: { primary: a }")]
    [InlineData("action: hover\n  selector: a\n  {|PB0002:expect_text_on_page|}: a, b", "It belongs in 'verify'. Write verify: { expect_text_on_page: \"a, b\" }")]
    [InlineData("action: hover\n  selector: a\n  {|PB0002:attempts|}: 3", "It belongs in 'retry'. Write retry: { attempts: 3 }")]
    [InlineData("action: select\n  selector: a\n  verify: { expect_element_visible: a }\n  {|PB0002:label|}: a", "Write params: { label: a }")]
    [InlineData("action: extract\n  selector: a\n  params: { mode: attribute }\n  {|PB0002:attribute|}: a", "so it belongs in 'params'.")]
    [InlineData("action: upload\n  selector: a\n  verify: { expect_element_visible: a }\n  {|PB0002:files|}: [a, b]", "Write params: { files: [a, b] }")]
    [InlineData("action: hover\n  selector: a\n  {|PB0002:url|}: a", "Use one of")]
    public void A_key_that_belongs_elsewhere_is_one_mistake(string step, string message) => Check.Steps("- " + step, message);

    [Theory]
    [InlineData("action: hover\n  selector: a\n  params: { {|PB0203:timeout_ms|}: 5000 }", "The action hover takes no param 'timeout_ms' here. It is a key of the step, so it belongs next to 'action'.")]
    [InlineData("action: hover\n  params: { {|PB0203:selector|}: a }", "belongs next to 'action'")]
    [InlineData("action: llm_extract\n  params: { {|PB0203:prompt|}: a }", "belongs next to 'action'")]
    [InlineData("action: click\n  selector: a\n  params: { {|PB0203:verify|}: { expect_element_visible: a } }", "belongs next to 'action'")]
    [InlineData("action: extract\n  selector: a\n  params: { {|PB0203:store_as|}: b }\n- { action: hover, selector: 'a{b}' }", "belongs next to 'action'")]
    [InlineData("action: hover\n  selector: a\n  params: { {|PB0203:id|}: b, {|PB0203:on_failure|}: abort, {|PB0203:retry|}: {}, {|PB0203:description|}: b, {|PB0203:failure_message|}: c }", "belongs next to 'action'")]
    [InlineData("action: hover\n  selector: a\n  params: { {|PB0203:action|}: click }", "The action hover takes no param 'action'. None are allowed here.")]
    public void A_key_of_the_step_belongs_beside_its_action(string step, string message) => Check.Steps("- " + step, message);

    [Fact]
    public void Only_an_action_that_gives_something_stores() => Check.Steps("""
        - { action: hover, selector: a, {|PB0206:store_as|}: x }
        - { action: goto, params: { url: / }, {|PB0206:store_as|}: y }
        - { action: hover, selector: "{x}{y}" }
        """, "The action hover has no output to store.");

    [Fact]
    public void Only_an_action_that_is_not_safe_to_repeat_takes_repeat_action() => Check.Steps("""
        - { action: click, selector: a, retry: { repeat_action: true } }
        - { action: click, selector: a, on_failure: retry, retry: { repeat_action: {|PB0004:yes|} } }
        - { action: click, selector: a, on_failure: abort, {|PB0203:retry|}: { repeat_action: true } }
        - { action: evaluate, params: { script: x }, retry: { repeat_action: false } }
        - { action: key_press, params: { text: a }, retry: { repeat_action: true } }
        - { action: key_press, selector: a, params: { key: Enter }, retry: { repeat_action: true } }
        - { action: key_press, selector: a, params: { text: b, key: Enter }, retry: { repeat_action: true } }
        - { action: key_press, selector: a, params: { text: b }, retry: { {|PB0203:repeat_action|}: true } }
        - { action: hover, selector: a, retry: { {|PB0203:repeat_action|}: true } }
        - { action: goto, params: { url: / }, retry: { {|PB0203:repeat_action|}: false } }
        - { action: {|PB0201:zzzzzzzz|}, retry: { repeat_action: true } }
        - { action: extract, selector: a }
        """);

    [Fact]
    public void A_retry_goes_only_with_a_policy_that_retries() => Check.Steps("""
        - { action: hover, selector: a, on_failure: abort, {|PB0203:retry|}: { attempts: 99 } }
        - { action: hover, selector: a, on_failure: retry, retry: { attempts: 9 } }
        - { action: hover, selector: a, retry: { attempts: 9 } }
        - { action: hover, selector: a, on_failure: {|PB0004:abrt|}, retry: { attempts: 9 } }
        """);

    [Theory]
    [InlineData("expect_count: { selector: a, equals: 1, {|PB0203:at_least|}: 1 }")]
    [InlineData("expect_count: { at_most: 1, {|PB0203:equals|}: 1, selector: a }")]
    [InlineData("expect_attribute: { selector: a, name: b, equals: c, {|PB0203:contains|}: d }")]
    public void Expectations_that_exclude_each_other_do_not_go_together(string expectation) => Check.Step("verify: { " + expectation + " }");

    [Fact]
    public void A_step_has_the_defaults_of_the_language()
    {
        var steps = Check.Steps("""
            - { action: goto, params: { url: / } }
            - { action: hover, selector: a, on_failure: abort }
            - { action: hover, selector: a, on_failure: retry, verify: { expect_element_visible: a } }
            """).Model.Steps.Cast<ActionStepModel>().ToList();

        Assert.Equal([30000, 10000, 10000], steps.Select(step => step.TimeoutMs.Value));
        Assert.Equal([2, 1, 2], steps.Select(step => step.Attempts.Value));
        Assert.Equal([1000, 1000, 1000], steps.Select(step => step.RetryDelayMs.Value));
        Assert.Equal(5000, steps[2].Verify!.TimeoutMs.Value);
        Assert.Equal(["Step01Goto", "Step02Hover", "Step03Hover"], steps.Select(step => step.ClassName));
    }
}
