using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>PB0501 to PB0503, and types.</summary>
public sealed class ParameterTests
{
    private static PlaybookFile Declared(string keys, params string[] messages) => Check.File(
        "id: test\nparameters:\n  - { name: p, " + keys + " }\nsteps: [{ action: goto, params: { url: / }, description: \"{p}\" }]\n", messages);

    [Theory]
    [InlineData("type: {|PB0004:integer|}", "Use one of")]
    [InlineData("type: {|PB0004:strng|}, default: [x]", "Did you mean 'string'?")]
    [InlineData("type: list, items: {|PB0004:list|}", "'list' is not a valid value for 'items'")]
    [InlineData("type: list, items: {|PB0004:intt|}, default: x", "Did you mean 'int'?")]
    [InlineData("type: int, {|PB0203:items|}: int", "can only be used with the type list")]
    [InlineData("pattern: {|PB0501:'('|}", "is not a valid .NET regular expression")]
    [InlineData("pattern: {|PB0501:'a)(b'|}, default: x", "")]
    [InlineData("pattern: {|PB0501:\"[a\"|}, choices: [x]", "")]
    [InlineData("pattern: {|PB0501:'(?x) a # b'|}", "")]
    [InlineData("required: {|PB0004:no|}", "must be true or false, not")]
    public void A_declaration_is_wrong(string keys, string message) => Declared(keys, message);

    [Fact]
    public void A_list_needs_the_type_of_its_items() => Check.File(
        "id: test\nparameters:\n  - { {|PB0003:name|}: p, type: list }\nsteps: [{ action: goto, params: { url: / }, description: \"{p}\" }]\n", "'items'");

    [Theory]
    [InlineData("int", "{|PB0502:x|}")]
    [InlineData("int", "{|PB0502:1.5|}")]
    [InlineData("int", "{|PB0502:\"2147483648\"|}")]
    [InlineData("int", "{|PB0502:''|}")]
    [InlineData("int", "{|PB0502:\"1\\n\"|}")]
    [InlineData("int", "2147483647")]
    [InlineData("int", "-2147483648")]
    [InlineData("int", "\"+5\"")]
    [InlineData("decimal", "{|PB0502:1e3|}")]
    [InlineData("decimal", "{|PB0502:.5|}")]
    [InlineData("decimal", "{|PB0502:5.|}")]
    [InlineData("decimal", "{|PB0502:'1,5'|}")]
    [InlineData("decimal", "{|PB0502:99999999999999999999999999999999|}")]
    [InlineData("decimal", "-12.50")]
    [InlineData("bool", "{|PB0502:yes|}")]
    [InlineData("bool", "{|PB0502:True|}")]
    [InlineData("bool", "\"true\"")]
    [InlineData("date", "{|PB0502:2024-02-30|}")]
    [InlineData("date", "{|PB0502:2023-02-29|}")]
    [InlineData("date", "{|PB0502:2024-1-1|}")]
    [InlineData("date", "{|PB0502:01.02.2024|}")]
    [InlineData("date", "{|PB0502:0000-01-01|}")]
    [InlineData("date", "2024-02-29")]
    [InlineData("date", "'9999-12-31'")]
    [InlineData("string", "{|PB0004:[a]|}")]
    [InlineData("int", "{|PB0004:[1]|}")]
    [InlineData("int", "{|PB0004:~|}")]
    [InlineData("string", "1")]
    [InlineData("string", "''")]
    [InlineData("selector_text", "x")]
    [InlineData("list, items: int", "[1, {|PB0502:x|}, {|PB0004:[2]|}, {|PB0502:\"y\"|}]")]
    [InlineData("list, items: int", "{|PB0004:1|}")]
    [InlineData("list, items: int", "[]")]
    public void A_default_fits_the_type(string type, string value) => Declared($"type: {type}, default: {value}");

    [Theory]
    [InlineData("choices: [a, b], default: {|PB0502:c|}", "is not one of the choices of 'p': a, b")]
    [InlineData("choices: [a, b], default: b", "")]
    [InlineData("choices: {|PB0004:[]|}", "'choices' is empty, so no value would be allowed. List the allowed values, or remove the key to allow any value.")]
    [InlineData("type: int, choices: [1, {|PB0502:x|}, \"3\"], default: +3", "")]
    [InlineData("type: decimal, choices: [1.0], default: 1", "")]
    [InlineData("type: list, items: string, choices: [a, b], default: [a, {|PB0502:c|}]", "")]
    [InlineData("pattern: '[0-9]+', default: {|PB0502:x1|}", "does not match the pattern")]
    [InlineData("pattern: '[0-9]+', default: 12", "")]
    [InlineData("pattern: '[0-9]+', default: {|PB0502:\"1\\n\"|}", "")]
    [InlineData("pattern: 'a|ab', default: ab", "")]
    [InlineData("type: int, pattern: '[1-9]', default: {|PB0502:0|}", "")]
    [InlineData("type: list, items: string, pattern: '[a-z]', default: [a, {|PB0502:A|}]", "")]
    [InlineData("pattern: '[0-9]+', choices: ['1', {|PB0502:b|}]", "could never be chosen")]
    [InlineData("choices: {|PB0004:a|}", "list")]
    public void A_default_or_choice_fits_choices_and_pattern(string keys, string message) => Declared(keys, message);

    [Fact]
    public void A_pattern_without_end_does_not_hold_up_the_build()
    {
        var file = PlaybookReader.Read("x", "id: x\nparameters: [{ name: p, pattern: '(a+)+b', default: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac }]\nsteps: []\n");

        Assert.Contains(file.Findings, finding => finding.Id == "PB0502");
    }

    [Theory]
    [InlineData("{|PB0503:steps.0.params.txt|}", "There is no 'txt' in steps.0.params. Did you mean 'text'?")]
    [InlineData("{|PB0503:steps.9.params.text|}", "steps has 5 item(s)")]
    [InlineData("{|PB0503:'steps.-1.description'|}", "")]
    [InlineData("{|PB0503:steps|}", "does not point to a value in the steps")]
    [InlineData("{|PB0503:stps.0.description|}", "does not point to a value in the steps")]
    [InlineData("{|PB0503:''|}", "")]
    [InlineData("{|PB0503:steps.0.params|}", "points to a mapping")]
    [InlineData("{|PB0503:steps.0.action|}", "no parameter can replace")]
    [InlineData("{|PB0503:steps.0.timeout_ms|}", "no parameter can replace")]
    [InlineData("{|PB0503:steps.1.params.script|}", "no parameter can replace")]
    [InlineData("{|PB0503:steps.2.params.count|}", "A parameter of type int is expected there")]
    [InlineData("{|PB0503:steps.2.params.button|}", "no parameter can replace")]
    [InlineData("{|PB0503:steps.3.params.allow_status|}", "A parameter of type bool is expected there")]
    [InlineData("{|PB0503:steps.0.description.x|}", "There is nothing under steps.0.description")]
    [InlineData("{|PB0503:steps.0.selector.fallbacks.1|}", "")]
    [InlineData("steps.0.params.text", "")]
    [InlineData("\"steps.0.selector.primary\"", "")]
    [InlineData("steps.0.selector.fallbacks.0", "")]
    [InlineData("steps.0.verify.expect_text_on_page", "")]
    [InlineData("steps.0.verify.expect_value.equals", "")]
    [InlineData("steps.0.description", "")]
    [InlineData("steps.0.failure_message", "")]
    [InlineData("steps.1.params.args.a", "")]
    [InlineData("steps.2.selector", "")]
    [InlineData("steps.3.params.url", "")]
    [InlineData("steps.4.params.a.b", "")]
    public void An_injection_leads_to_a_text_of_a_step(string path, string message) => Check.File($$"""
        id: test
        parameters: [{ name: p, inject_into: {{path}} }]
        steps:
          - action: key_press
            selector: { primary: a, fallbacks: [b] }
            params: { text: x }
            verify: { expect_text_on_page: x, expect_value: { selector: a, equals: x } }
            description: x
            failure_message: x
            timeout_ms: 5
          - { action: evaluate, params: { script: "1", args: { a: b } } }
          - { action: click, selector: a, params: { count: 1, button: left }, verify: { expect_element_visible: a } }
          - { action: goto, params: { url: /, allow_status: true } }
          - { action: {|PB0201:zzzzzzzz|}, params: { a: { b: c } } }
        """, message.Length == 0 ? [] : [message]);

    [Fact]
    public void A_number_or_flag_is_replaced_by_its_like()
    {
        var file = Check.File("""
            id: test
            parameters:
              - { name: n, type: int, inject_into: steps.0.params.count }
              - { name: b, type: bool, inject_into: steps.1.params.allow_status }
            steps:
              - { action: click, selector: a, params: { count: 1 }, verify: { expect_element_visible: a } }
              - { action: goto, params: { url: /, allow_status: true } }
            """);

        Assert.Equal("n", ((Model.IntParam)((Model.ActionStepModel)file.Model.Steps[0]).Params[0]).InjectedFrom);
        Assert.Equal("b", ((Model.BoolParam)((Model.ActionStepModel)file.Model.Steps[1]).Params[1]).InjectedFrom);
    }

    [Fact]
    public void Value_is_replaced_by_one_parameter() => Check.File("""
        id: test
        parameters:
          - { name: a, inject_into: steps.0.description }
          - { name: b, secret: true, inject_into: {|PB0503:steps.0.description|} }
        steps: [{ action: hover, selector: a, description: x }]
        """, "The parameter 'a' already replaces this value.");

    [Theory]
    [InlineData("{|PB0109:steps.0.description|}")]
    [InlineData("{|PB0109:steps.0.failure_message|}")]
    [InlineData("{|PB0109:steps.0.params.url|}")]
    [InlineData("steps.0.verify.expect_text_on_page")]
    public void A_secret_is_not_injected_where_it_would_be_shown(string path) => Check.File($$"""
        id: test
        parameters: [{ name: p, secret: true, inject_into: {{path}} }]
        steps:
          - action: goto
            params: { url: / }
            description: x
            failure_message: x
            verify: { expect_text_on_page: x }
        """);
}
