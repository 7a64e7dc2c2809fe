using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>PB0002, PB0003, PB0005, PB0007 and PB0010.</summary>
public sealed class KeyTests
{
    [Theory]
    [InlineData("- { {|PB0002:action:hover|}, selector: a }", "Unknown key 'action:hover'. A space is missing after ':'. Write action: hover")]
    [InlineData("- { action: goto, params: { {|PB0203:url:/x|} } }", "A space is missing after ':'. Write url: /x")]
    [InlineData("- action: goto\n  {|PB0002:params:{ url|}: /x }", "A space is missing after ':'. Write params: { url: /x }")]
    [InlineData("- { action: hover, selector: a, verify: { {|PB0002:expect_text_on_page Open|} } }", "A ':' is missing after 'expect_text_on_page'. Write expect_text_on_page: Open")]
    [InlineData("- { action: hover, {|PB0002:selector \"#a\"|} }", "A ':' is missing after 'selector'. Write selector: \"#a\"")]
    public void A_key_that_is_joined_with_its_value_is_taken_apart(string step, string message) => Check.Steps(step, message);

    [Fact]
    public void An_unknown_key_is_named_with_the_nearest() =>
        Check.Head("{|PB0002:descripton|}: x", "Unknown key 'descripton'. Did you mean 'description'?");

    [Theory]
    [InlineData("- { {|PB0002:hen|}: { url_contains: /a }, then: [{ action: hover, selector: a }] }", "Did you mean 'when'?")]
    [InlineData("- { action: hover, selector: a, verify: { expect_checked: b, {|PB0002:expect_uchecked|}: c } }", "Did you mean 'expect_unchecked'?")]
    [InlineData("- { action: hover, selector: a, {|PB0002:selectr|}: b }", "Did you mean 'selector'?")]
    public void A_key_that_is_already_there_is_suggested_last(string step, string message) => Check.Steps(step, message);

    [Theory]
    [InlineData("- {|PB0002:click|}: \"#a\"", "It is an action. Write action: click, selector: \"#a\"")]
    [InlineData("- {|PB0002:goto|}: /x", "It is an action. Write action: goto, params: { url: /x }")]
    [InlineData("- {|PB0002:tapOn|}: Save", "Write action: click.")]
    [InlineData("- { {|PB0002:while|}: { element_visible: a }, steps: [{ action: hover, selector: a }] }", "It belongs in 'repeat'. Write repeat: { while: ")]
    [InlineData("- { {|PB0002:times|}: 3, steps: [{ action: hover, selector: a }] }", "It belongs in 'attempt'. Write attempt: { times: ")]
    public void A_step_as_other_tools_write_it_is_one_finding(string step, string message) => Check.Steps(step, message);

    [Fact]
    public void The_rest_of_an_unquoted_text_with_a_comma_is_shown_in_quotes() => Check.Steps(
        "- { action: hover, selector: a, verify: { expect_text_on_page: Hello, {|PB0002:world|} } }",
        "If the comma is part of the value, put the value in quotes: expect_text_on_page: \"Hello, world\"");

    [Fact]
    public void An_unknown_key_that_resembles_none_lists_what_may_stand_there() =>
        Check.Head("{|PB0002:zzzzzzzz|}: x", "Use one of: id, name");

    [Theory]
    [InlineData("descriptiоn", "Did you mean 'description'? Character 10 is U+043E (looks like 'o').")]
    [InlineData("nаme", "Did you mean 'name'? Character 2 is U+0430 (looks like 'a').")]
    [InlineData("\"name\\u00a0\"", "Did you mean 'name'? Character 5 is U+00A0 (looks like a space).")]
    [InlineData("na\u200bme", "Did you mean 'name'? Character 3 is U+200B (invisible).")]
    [InlineData("ｎame", "Did you mean 'name'? Character 1 is U+FF4E (looks like 'n').")]
    [InlineData("naïve", "Did you mean 'name'?")]
    public void A_character_that_only_looks_right_is_named(string key, string message) => Check.Head("{|PB0002:" + key + "|}: x", message);

    [Fact]
    public void A_colon_that_only_looks_right_is_named() => Check.Steps("""
        - action: hover
          selector: a
          {|PB0002:on_failure：abort|}: x
        - { {|PB0002:action：goto|}, action: goto, params: { url: / } }
        """, "Character 11 is U+FF1A (looks like ':').");

    [Fact]
    public void Unknown_keys_are_found_in_every_mapping() => Check.File("""
        id: test
        parameters:
          - { name: a, {|PB0002:zzzz|}: 1, inject_into: steps.0.description }
        guardrails: { {|PB0002:zzzz|}: 1 }
        steps:
          - action: hover
            selector: { primary: a, {|PB0002:zzzz|}: x }
            retry: { {|PB0002:zzzz|}: 1 }
            description: x
            verify:
              {|PB0002:zzzz|}: 1
              expect_value: { selector: a, equals: b, {|PB0002:zzzz|}: 1 }
              expect_count: { selector: a, equals: 1, {|PB0002:zzzz|}: 1 }
              expect_attribute: { selector: a, name: x, equals: b, {|PB0002:zzzz|}: 1 }
            {|PB0002:zzzz|}: [a]
        cases:
          - name: a
            with: { a: x }
            {|PB0002:zzzz|}: 1
            expect: { {|PB0002:zzzz|}: 1 }
        """);

    [Fact]
    public void A_quoted_key_is_a_key() => Check.Head("\"description\": x\n{|PB0002:'descripton'|}: y");

    [Fact]
    public void A_key_that_is_no_word_is_unknown() => Check.Head("{|PB0002:[a]|}: x", "A key must be a plain word");

    [Fact]
    public void A_misspelt_required_key_is_one_mistake() => Check.File("""
        {|PB0002:idd|}: test
        steps:
          - {|PB0002:acton|}: click
          - action: click
            {|PB0002:selektor|}: a
            verify: { expect_element_visible: a }
          - action: goto
            {|PB0002:parms|}: { url: / }
        cases:
          - {|PB0002:nam|}: x
        """);

    [Fact]
    public void Names_under_a_misspelt_key_count_as_declared_and_used() => Check.File("""
        id: test
        {|PB0002:paramters|}: [{ name: a }]
        parameters: [{ name: b }]
        steps:
          - action: extract
            selector: x
            {|PB0002:stor_as|}: c
          - action: extract
            selector: x
            {|PB0002:failure_mesage|}: "{b}"
            description: "{c}"
        """.Replace("parameters: [{ name: b }]\n", "", StringComparison.Ordinal).Replace("{b}", "{a}", StringComparison.Ordinal));

    [Theory]
    [InlineData("parameters: [{ {|PB0002:nme|}: p }]")]
    [InlineData("parameters: [{ name: p, {|PB0002:typ|}: int, default: x }]\ncases: [{ name: a, with: { p: y } }]")]
    [InlineData("parameters: [{ name: p, {|PB0002:secrt|}: true, default: x }]")]
    [InlineData("parameters: [{ name: p, {|PB0002:secrt|}: true }]\ncases: [{ name: a }]")]
    [InlineData("parameters: [{ name: p, {|PB0002:pattrn|}: '[0-9]', default: x }]")]
    [InlineData("parameters: [{ name: p, {|PB0002:choice|}: [a], default: x }]")]
    [InlineData("parameters: [{ name: p, {|PB0002:defalt|}: x }]\ncases: [{ name: a }]")]
    [InlineData("parameters: [{ name: p, {|PB0002:requird|}: false }]\ncases: [{ name: a }]")]
    [InlineData("parameters: [{ name: p, type: list, {|PB0002:item|}: int, default: [x] }]")]
    [InlineData("{|PB0002:paramters|}: [{ name: p }, { name: q }]\ncases: [{ name: a, with: { p: 1 } }]")]
    [InlineData("parameters: [{ name: p }]\n{|PB0002:case|}: [{ name: a, with: { q: 1 } }, {}]")]
    [InlineData("parameters: [{ name: p }]\ncases: [{ name: a, {|PB0002:wth|}: { q: 1 } }]")]
    [InlineData("guardrails: { {|PB0002:allowed_domain|}: [x.test] }\nparameters: [{ name: p }]")]
    [InlineData("guardrails: { {|PB0002:allow_private_network|}: true }\nparameters: [{ name: p }]")]
    [InlineData("{|PB0002:guardrail|}: { allowed_domains: [x.test], max_urls_visited: 0 }\nparameters: [{ name: p }]")]
    [InlineData("guardrails: { {|PB0002:stuck_repeat_hnt|}: 50 }\nparameters: [{ name: p }]")]
    public void Nothing_is_judged_by_what_stands_under_a_misspelt_key(string head) => Check.File(
        "id: test\n" + head + "\nsteps:\n  - { action: goto, params: { url: http://10.0.0.1/ } }\n  - { action: hover, selector: \"a{p}\" }\n"
            .Replace("http://10.0.0.1/", head.Contains("allow", StringComparison.Ordinal) ? "http://10.0.0.1/" : "http://y.test/", StringComparison.Ordinal)
            .Replace("http://10.0.0.1/", head.Contains("private", StringComparison.Ordinal) ? "http://10.0.0.1/" : "http://y.test/", StringComparison.Ordinal));

    [Theory]
    [InlineData("{|PB0002:stesp|}:\n  - { action: click, selector: '[[', zzzz: 1 }\n")]
    [InlineData("steps:\n  - { action: goto, params: { url: / }, {|PB0002:on_failur|}: abort, retry: { attempts: 2 } }\n")]
    [InlineData("steps:\n  - { action: click, selector: a, {|PB0002:verfy|}: {} }\n")]
    [InlineData("steps:\n  - { action: goto, {|PB0002:selctor|}: a, params: { url: / } }\n")]
    [InlineData("steps:\n  - { action: hover, selector: { {|PB0002:primry|}: a } }\n")]
    public void A_misspelt_key_of_the_steps_is_one_mistake(string steps) => Check.File("id: test\n" + steps);

    [Fact]
    public void A_file_without_keys_lacks_id_and_steps() =>
        Assert.Equal(["(1,1)-(1,1) PB0003", "(1,1)-(1,1) PB0003"], Places(""));

    [Theory]
    [InlineData("# only a comment\n")]
    [InlineData("\n\n")]
    [InlineData("---\n")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_judged_at_its_first_character(string text) =>
        Assert.Equal(["(1,1)-(1,1) PB0003", "(1,1)-(1,1) PB0003"], Places(text));

    [Fact]
    public void A_missing_key_of_the_file_is_reported_at_its_first_key() => Check.File("""
        # a comment
        {|PB0003:name|}: x
        steps: [{ action: goto, params: { url: / } }]
        """, "is missing the required key 'id'");

    [Fact]
    public void Missing_steps_are_reported_at_the_first_key() => Check.File("{|PB0003:id|}: x\n", "'steps'");

    [Theory]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("~")]
    public void Empty_steps_are_reported_at_their_key(string value) => Check.File("id: x\n{|PB0003:steps|}: " + value + "\n");

    [Fact]
    public void A_missing_key_is_reported_at_the_mapping_that_lacks_it() => Check.Step("""
        {|PB0002:zz|}: 1
        verify:
          {|PB0003:{|PB0003:expect_value|}|}: {}
          {|PB0003:expect_count|}: { selector: a }
          {|PB0003:expect_attribute|}: { selector: a, equals: x }
        """);

    [Fact]
    public void A_selector_lacks_its_primary() => Check.Steps("""
        - action: hover
          {|PB0003:selector|}: { fallbacks: [b] }
        """, "'primary'");

    [Fact]
    public void A_missing_key_of_a_list_item_is_reported_at_its_first_key() => Check.File("""
        id: test
        parameters:
          - {|PB0003:type|}: int
        steps:
          - {|PB0003:id|}: a
            selector: b
          - { action: goto, params: { url: / } }
        cases:
          - {|PB0003:expect|}: {}
        """);

    [Fact]
    public void An_expectation_of_an_attribute_needs_selector_name_and_text() => Check.Step("""
        verify:
          {|PB0003:{|PB0003:{|PB0003:expect_attribute|}|}|}: {}
        """);

    [Fact]
    public void A_second_key_is_reported_and_the_first_stands()
    {
        var file = Check.File("""
            id: first
            {|PB0005:id|}: Not judged
            steps:
              - action: goto
                params: { url: /, {|PB0005:url|}: www.x.de }
                {|PB0005:action|}: zzzz
                verify: { expect_count: { selector: a, equals: 1, {|PB0005:equals|}: x } }
            {|PB0005:steps|}: []
            """, "The key 'id' is repeated");

        Assert.Equal("first", file.Model.Id);
    }

    [Fact]
    public void An_id_that_is_none_is_reported_with_one_that_would_be() => Check.File("""
        id: {|PB0007:Cancel Order|}
        parameters: [{ name: {|PB0007:OrderId|}, required: false }, { name: {|PB0007:"1x"|}, required: false }]
        steps:
          - id: {|PB0007:Search-It|}
            action: extract
            selector: a
            store_as: {|PB0007:_status|}
            description: "{OrderId}"
          - { action: goto, params: { url: / }, description: "{_status}" }
        """.Replace(", { name: {|PB0007:\"1x\"|}, required: false }", "", StringComparison.Ordinal), "Write 'cancel_order'", "Write 'order_id'", "Write 'search_it'", "Write 'status'");

    [Theory]
    [InlineData("''")]
    [InlineData("\"1a\"")]
    [InlineData("ä")]
    [InlineData("a-b")]
    [InlineData("a b")]
    [InlineData("A")]
    public void These_are_no_ids(string id) => Check.File("id: {|PB0007:" + id + "|}\nsteps: [{ action: goto, params: { url: / } }]\n");

    [Fact]
    public void A_name_that_no_text_could_use_is_not_called_unused() => Check.Head("parameters: [{ name: {|PB0007:order id|} }, { name: {|PB0007:{|PB0104:Unused|}|} }]");

    [Fact]
    public void Two_steps_may_not_have_one_id_or_one_class() => Check.Steps("""
        - { id: a1, action: hover, selector: a }
        - { id: {|PB0010:a1|}, action: hover, selector: a }
        - { id: {|PB0010:a_1|}, action: hover, selector: a }
        - { id: steps, action: hover, selector: a }
        - { id: {|PB0010:steps_step|}, action: hover, selector: a }
        - { id: b, action: hover, selector: a }
        """, "There is already a step 'a1'.", "'a_1' and 'a1' would both be called A1 in C#.", "StepsStep");

    [Fact]
    public void An_id_that_is_another_steps_automatic_name_makes_that_one_yield()
    {
        var file = Check.Steps("""
            - { id: step02_hover, action: hover, selector: a }
            - { action: hover, selector: a }
            """);

        Assert.Equal(2, file.Model.AllSteps().Select(step => step.ClassName).Distinct().Count());
    }

    private static List<string> Places(string text) =>
        [.. MarkupText.Describe(PlaybookReader.Read("x", text).Findings).Split('\n').Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)])];
}
