using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Language.Tests.Rules;

/// <summary>Dialogs, pages, and frames: PB0802, and what else is checked of them.</summary>
public sealed class RealPageTests
{
    [Theory]
    [InlineData("action: extract\n  selector: a\n  {|PB0802:dialog|}: { accept: true }", "The action extract cannot cause a dialog.")]
    [InlineData("action: wait_for\n  selector: a\n  {|PB0802:opens|}: terms", "The action wait_for cannot open a page.")]
    [InlineData("action: goto\n  params: { url: / }\n  {|PB0802:opens|}: terms", "The action goto cannot open a page.")]
    [InlineData("action: switch_page\n  params: { to: main }\n  {|PB0802:dialog|}: { accept: true }", "switch_page")]
    public void An_effect_that_the_action_cannot_have_is_found(string step, string message) => Check.Steps("- " + step, message);

    [Theory]
    [InlineData("{ accept: true, expect_text: Really?, answer: \"4\" }")]
    [InlineData("{ accept: false }")]
    [InlineData("{ accept: false, answer: \"\" }")]
    [InlineData("{}")]
    [InlineData("{ accept: {|PB0004:maybe|} }")]
    [InlineData("{ {|PB0002:acept|}: true }")]
    [InlineData("{ expect_text: {|PB0404:\"\"|} }")]
    [InlineData("{ expect_text: \"{|PB0102:{oder}|}\" }")]
    [InlineData("{ accept: false, {|PB0203:answer|}: \"4\" }")]
    public void A_dialog_is_checked(string dialog) => Check.Step($"dialog: {dialog}");

    [Fact]
    public void A_dialog_is_accepted_unless_the_step_says_otherwise()
    {
        var step = (ActionStepModel)Check.Step("dialog: { expect_text: Really? }\nopens: terms").Model.Steps[0];

        Assert.Equal((true, "Really?", null), (step.Dialog!.Accept, step.Dialog.ExpectedText!.Raw, step.Dialog.Answer));
        Assert.Equal("terms", step.Opens);
    }

    [Theory]
    [InlineData("main", "is a reserved page name")]
    [InlineData("newest", "is a reserved page name")]
    [InlineData("The-Terms", "")]
    public void The_name_of_a_page_is_checked(string name, string message) => Check.Step($"opens: {{|PB0007:{name}|}}", message);

    [Theory]
    [InlineData("main")]
    [InlineData("newest")]
    [InlineData("terms")]
    [InlineData("\"{base_url}\"")]
    [InlineData("{|PB0204:term|}", "Did you mean 'terms'?")]
    [InlineData("{|PB0204:second|}", "Use one of: main, newest, terms.")]
    public void A_page_that_no_step_opens_is_found(string name, string message = "") => Check.Steps(
        $"- {{ action: hover, selector: a, opens: terms }}\n- {{ action: switch_page, params: {{ to: {name} }} }}", message);

    [Theory]
    [InlineData("- { action: switch_page, params: { to: {|PB0204:terms|} } }\n- { action: hover, selector: a, opens: terms }", "Only a later step opens the page 'terms'. Move this step after that step.")]
    [InlineData("- action: hover\n  selector: a\n  opens: terms\n- { action: close_page }\n- { action: switch_page, params: { to: terms } }")]
    [InlineData("- when: { element_visible: a }\n  then: [ { action: hover, selector: a, opens: terms } ]\n- { action: switch_page, params: { to: terms } }")]
    [InlineData("- when: { element_visible: a }\n  then: [ { action: hover, selector: a, opens: terms } ]\n  else: [ { action: switch_page, params: { to: {|PB0204:terms|} } } ]")]
    [InlineData("- for_each: n\n  in: [1, 2]\n  steps:\n  - when: { equals: [\"{n}\", 2] }\n    then: [ { action: switch_page, params: { to: terms } } ]\n  - { action: hover, selector: a, opens: terms }")]
    public void A_page_is_opened_before_a_step_switches_to_it(string steps, string message = "") => Check.Steps(steps, message);

    [Fact]
    public void A_called_playbook_may_open_any_page() => Check.Steps("- { run: other }\n- { action: switch_page, params: { to: elsewhere } }");

    [Theory]
    [InlineData("params: { to: main, {|PB0203:url_contains|}: /x }")]
    [InlineData("params: { {|PB0203:name|}: main }")]
    public void Switching_takes_one_param(string keys) => Check.Steps("- action: switch_page\n  " + keys);

    [Theory]
    [InlineData("frame: \"#a\"", 1)]
    [InlineData("frame: [\"#a\", \"iframe >> nth=0\"]", 2)]
    [InlineData("frame: {|PB0301:\"#\"|}", 1)]
    [InlineData("frame: [\"#a\", \"{|PB0102:{frme}|}\"]", 2)]
    public void A_selector_can_be_inside_frames(string frame, int count)
    {
        var file = Check.Steps($"- {{ action: hover, selector: {{ {frame}, primary: b }} }}");

        Assert.Equal(count, ((ActionStepModel)file.Model.Steps[0]).Selector!.Frames.Count);
    }

    [Fact]
    public void An_element_in_a_frame_shows_none_of_the_page() => Check.Steps(
        "- { action: hover, selector: { frame: iframe, primary: \"#done\" }, verify: { expect_element_gone: {|PB0405:\"#done\"|} } }");

    [Theory]
    [InlineData("expect_url: {|PB0404:'**'|}", "Every URL matches '**'")]
    [InlineData("expect_url: {|PB0404:'/**'|}", "Every URL")]
    [InlineData("expect_url: '**/orders'")]
    [InlineData("expect_url: '*'")]
    [InlineData("expect_text: { selector: a, contains: {|PB0404:\"\"|} }", "Every element contains")]
    [InlineData("expect_text: { selector: a, equals: \"\" }")]
    [InlineData("expect_text: { selector: a, matches: {|PB0501:'('|} }", "not a valid .NET regular expression")]
    [InlineData("{|PB0003:expect_text|}: { selector: a }", "equals, contains, matches")]
    [InlineData("expect_text: { selector: a, equals: b, {|PB0203:matches|}: b }", "cannot be used together")]
    [InlineData("expect_no_page_errors: true")]
    [InlineData("expect_no_page_errors: {|PB0004:false|}", "can only be true")]
    [InlineData("expect_dialog_gone: {|PB0004:false|}", "can only be true")]
    [InlineData("expect_accessible: {|PB0004:false|}", "can only be true")]
    [InlineData("expect_screenshot: { name: home }")]
    [InlineData("expect_screenshot: { name: home, max_different_pixels: 0 }")]
    [InlineData("expect_screenshot: { name: 'Home-2.x_{base_url}', mask: [time, \".ad\"], selector: main, max_different_ratio: 1 }")]
    [InlineData("{|PB0003:expect_screenshot|}: { max_different_pixels: 0 }", "'name'")]
    [InlineData("expect_screenshot: { name: home, max_different_pixels: 0, {|PB0203:max_different_ratio|}: 0.1 }", "cannot be used together")]
    [InlineData("expect_screenshot: { name: home, {|PB0002:max_different_pixel|}: 0 }", "Did you mean 'max_different_pixels'?")]
    [InlineData("expect_screenshot: { name: home, max_different_pixels: {|PB0009:100001|} }", "from 0 to 100000")]
    [InlineData("expect_screenshot: { name: home, max_different_pixels: {|PB0004:few|} }", "must be a whole number")]
    [InlineData("expect_screenshot: { name: home, max_different_ratio: {|PB0009:1.01|} }", "from 0 to 1")]
    [InlineData("expect_screenshot: { name: home, max_different_ratio: {|PB0009:-0.1|} }", "from 0 to 1")]
    [InlineData("expect_screenshot: { name: home, max_different_ratio: {|PB0004:1%|} }", "a number from 0 to 1, such as 0.01")]
    [InlineData("expect_screenshot: { name: {|PB0004:a/b|}, max_different_pixels: 0 }", "cannot contain '/'")]
    [InlineData("expect_screenshot: { name: {|PB0004:'{base_url}/b'|}, max_different_pixels: 0 }", "cannot contain '/'")]
    [InlineData("expect_screenshot: { name: {|PB0004:a..b|}, max_different_pixels: 0 }", "cannot contain '..'")]
    [InlineData("expect_screenshot: { name: {|PB0004:.a|}, max_different_pixels: 0 }", "must begin with a letter or a digit")]
    [InlineData("expect_screenshot: { name: {|PB0004:''|}, max_different_pixels: 0 }", "cannot be empty")]
    [InlineData("expect_screenshot: { name: \"{|PB0102:{nam}|}\", max_different_pixels: 0 }")]
    [InlineData("expect_screenshot: { name: home, selector: {|PB0301:'#'|}, max_different_pixels: 0 }")]
    [InlineData("expect_screenshot: { name: home, mask: [a, {|PB0301:'#'|}], max_different_pixels: 0 }")]
    [InlineData("expect_screenshot: { name: home, mask: {|PB0004:time|}, max_different_pixels: 0 }", "must be a list")]
    [InlineData("expect_download: { name_contains: .csv, at_least_bytes: 0 }")]
    [InlineData("{|PB0003:expect_download|}: {}", "name_contains, at_least_bytes")]
    [InlineData("expect_download: { name_contains: {|PB0404:\"\"|} }", "Every file name contains")]
    [InlineData("expect_download: { at_least_bytes: {|PB0009:-1|} }", "from 0 to 2147483647")]
    [InlineData("expect_download: { {|PB0002:name|}: a }")]
    [InlineData("expect_url: /a\n  soft: {|PB0004:yes|}")]
    [InlineData("expect_enabled: {|PB0301:'#'|}")]
    public void An_expectation_is_checked(string expectation, string message = "") => Check.Step("verify:\n  " + expectation, message);

    [Fact]
    public void A_secret_cannot_be_in_the_name_of_a_screenshot() => Check.File("""
        id: x
        parameters: [{ name: pin, secret: true }]
        steps:
          - { action: click, selector: a, verify: { expect_screenshot: { name: "home-{|PB0109:{pin}|}", max_different_pixels: 0 } } }
        """);

    [Fact]
    public void A_verify_that_is_only_soft_expects_nothing() => Check.Step("{|PB0401:verify|}: { soft: true }");

    [Theory]
    [InlineData("- button \"Save\"")]
    [InlineData("- heading \"Orders\" [level=1]")]
    [InlineData("- list:\n  - listitem: One\n  - listitem: \"Two: 2\"")]
    [InlineData("- text: \"{base_url}\"")]
    [InlineData("- link /orders? \\d+/:\n  - /url: /orders/.*/")]
    [InlineData("- 'row \"A: 1\"':\n  - cell \"A: 1\"")]
    [InlineData("{|PB0801:- buton \"Save\"|}", "'buton' is not an ARIA role. Did you mean 'button'?")]
    [InlineData("- list:\n  {|PB0801:- listitem \"One|}", "The name is not closed")]
    [InlineData("- list\n  {|PB0801:- listitem|}", "does not end with ':'")]
    [InlineData("- list:\n    - listitem\n  {|PB0801:- listitem|}", "matches no line before it")]
    [InlineData("{|PB0801:button|}", "begins with a dash and a space")]
    [InlineData("{|PB0801:- button \"Save\" [disabeld]|}", "Did you mean 'disabled'?")]
    [InlineData("{|PB0801:- button \"Save\" [disabled|}", "closing ']' is missing")]
    [InlineData("{|PB0801:- button Save|}", "'S' is not expected here")]
    [InlineData("{|PB0801:- Button|}", "Did you mean 'button'?")]
    [InlineData("- checkbox [checked=mixed]\n- button [disabled]\n- button [expanded=false] [pressed]\n- heading /v\\d{2}/ [level=2]\n- text: /a|b/\n- paragraph: \"a: b\"")]
    [InlineData("- list:\n  - /children: deep-equal\n  - listitem: /[/]x/")]
    [InlineData("{|PB0801:- heading [level=a]|}", "'level' must be a number, such as [level=1].")]
    [InlineData("{|PB0801:- heading [level]|}", "'level' must be a number")]
    [InlineData("{|PB0801:- checkbox [checked=maybe]|}", "'checked' must be true, false, or mixed")]
    [InlineData("{|PB0801:- button [disabled=mixed]|}", "'disabled' must be true or false")]
    [InlineData("- list:\n  {|PB0801:- /children: foo|}", "one of: contain, equal, deep-equal")]
    [InlineData("{|PB0801:- text: /a(/|}", "The regular expression is invalid")]
    [InlineData("{|PB0801:- button /a(/|}", "The regular expression is invalid")]
    [InlineData("{|PB0801:- paragraph: a: b|}", "Put it in quotes: - paragraph: \"a: b\"")]
    public void An_aria_snapshot_is_checked_line_by_line(string snapshot, string message = "") =>
        Check.Step("verify:\n  expect_aria:\n    selector: main\n    snapshot: |\n" + string.Join("\n", snapshot.Split('\n').Select(line => "      " + line)), message);

    [Fact]
    public void An_empty_aria_snapshot_is_found() => Check.Step("verify:\n  expect_aria: { selector: main, snapshot: {|PB0801:''|} }", "could never match");

    [Theory]
    [InlineData("params: { pattern: {|PB0501:'('|} }", "not a valid .NET regular expression")]
    [InlineData("params: { mode: count, {|PB0203:pattern|}: x }", "'pattern' cannot be used with mode: count.")]
    [InlineData("params: { mode: count, {|PB0203:all|}: true }", "'all' cannot be used with mode: count.")]
    [InlineData("params: { mode: count, {|PB0203:as|}: int }", "'as' cannot be used with mode: count.")]
    [InlineData("params: { all: {|PB0004:yes|} }", "must be true or false")]
    [InlineData("params: { all: true }\n  store_as: ids\n  {|PB0203:default|}: x", "a list has no default")]
    public void An_extract_is_checked(string keys, string message) => Check.Steps("- action: extract\n  selector: a\n  " + keys, message);

    [Theory]
    [InlineData("params: { mode: count }", ValueType.Int, ValueType.String)]
    [InlineData("params: { all: true, as: decimal }", ValueType.List, ValueType.Decimal)]
    [InlineData("params: { all: true }", ValueType.List, ValueType.String)]
    [InlineData("params: { all: false, as: date }", ValueType.Date, ValueType.String)]
    public void An_extract_gives_a_typed_value(string keys, ValueType type, ValueType itemType)
    {
        var stored = Check.Steps($"- action: extract\n  selector: a\n  {keys}\n  store_as: value").Model.StoredValues.Single();

        Assert.Equal((type, itemType), (stored.Type, stored.ItemType));
    }

    [Theory]
    [InlineData("ids", true)]
    [InlineData("{|PB0004:\"{first}\"|}", false)]
    public void A_loop_runs_through_a_stored_list(string list, bool isList)
    {
        var written = isList ? $"\"{{{list}}}\"" : list;
        var file = Check.Steps($$"""
            - { action: extract, selector: a, params: { all: true, as: int }, store_as: ids }
            - { action: extract, selector: a, store_as: first }
            - for_each: id
              in: {{written}}
              steps: [{ action: hover, selector: "#a{id}" }]
            """);

        Assert.Equal(isList ? "ids" : null, ((ForEachStepModel)file.Model.Steps[2]).List);
    }

    [Fact]
    public void A_case_expects_a_list() => Check.File("""
        id: test
        cases:
          - { name: works, expect: { outputs: { ids: [1, 2] } } }
          - { name: fails, expect: { outputs: { ids: [1, {|PB0703:two|}] } } }
        steps:
          - { action: extract, selector: a, params: { all: true, as: int }, store_as: ids }
        """);

    [Fact]
    public void Counting_checks_nothing() => Check.Steps("- { action: {|PB0402:click|}, selector: a }\n- { action: extract, selector: b, params: { mode: count } }");
}
