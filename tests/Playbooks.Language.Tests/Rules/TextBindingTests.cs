using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;
using Playbooks.Language.Tests.Syntax;

namespace Playbooks.Language.Tests.Rules;

/// <summary>What binding a text says of it, word for word, and what it makes of it.</summary>
public sealed class TextBindingTests
{
    private const string Meant = " If this text is intended, add the comment '# playbooks: disable PB0113'.";

    private static PlaybookFile Using(string keys, params string[] messages) => Check.Exactly(
        "id: test\nparameters: [{ name: order_id }]\nsteps:\n  - { action: goto, params: { url: \"/{order_id}\" } }\n  - action: hover\n    selector: a\n"
        + string.Join("\n", keys.Split('\n').Select(line => "    " + line)) + "\n", messages);

    private static ActionStepModel Bound(string keys) => (ActionStepModel)Using(keys).Model.Steps[1];

    [Fact]
    public void A_value_that_is_used_too_early_says_how_to_mend_it() => Check.StepsExactly(
        """
        - { action: hover, selector: "#{|PB0103:{status}|}" }
        - { action: hover, selector: "#{|PB0103:{status:raw}|}" }
        - action: extract
          selector: "#{|PB0103:{status}|}"
          failure_message: "{|PB0103:<status>|}"
          store_as: status
        - { action: hover, selector: "#{status}" }
        """,
        "'status' is stored only later, by step 3; move that step before this one.",
        "'status' is stored only later, by step 3; move that step before this one.",
        "'status' is stored only when this step has ended; use it in a later step.",
        "'status' is stored only when this step has ended; use it in a later step.");

    [Fact]
    public void A_value_that_two_steps_store_is_there_after_the_first() => Check.StepsExactly(
        """
        - { action: extract, selector: a, store_as: status }
        - { action: hover, selector: "#{status}" }
        - { action: extract, selector: a, store_as: {|PB0106:status|} }
        """,
        "An earlier step already stores 'status'.");

    [Fact]
    public void A_secret_that_would_be_shown_is_to_be_left_out() => Check.Exactly(
        """
        id: test
        parameters: [{ name: word, secret: true }, { name: other }]
        steps:
          - { action: hover, selector: a, description: "{other} {|PB0109:{word}|}" }
        """,
        "'word' is a secret, and would be shown here; remove it.");

    [Fact]
    public void A_secret_may_stand_where_nobody_sees_it() => Check.Exactly("""
        id: test
        parameters: [{ name: word, secret: true }]
        steps:
          - { action: key_press, selector: a, params: { key: "{word}" }, verify: { expect_element_visible: "a{word}" } }
          - { action: upload, selector: a, params: { files: ["{word}.txt", "b"] }, verify: { expect_value: { selector: a, equals: "{word}" } } }
          - { action: evaluate, params: { script: "a", args: { a: "{word}" } }, verify: { expect_text_on_page: "{word}" } }
          - { action: select, selector: a, params: { value: "{word}" }, verify: { expect_attribute: { selector: a, name: b, equals: "{word}" } } }
          - { action: goto, params: { url: "https://x.test/#{word}" } }
        """);

    [Fact]
    public void A_secret_is_put_only_where_nobody_sees_it() => Check.Exactly(
        """
        id: test
        parameters:
          - { name: a, secret: true, inject_into: steps.0.selector }
          - { name: b, secret: true, inject_into: {|PB0109:steps.0.description|} }
          - { name: c, secret: true, inject_into: {|PB0109:steps.1.params.url|} }
          - { name: d, secret: true, inject_into: steps.2.params.text }
        steps:
          - { action: hover, selector: a, description: b }
          - { action: goto, params: { url: /c } }
          - { action: key_press, selector: a, params: { text: d }, verify: { expect_element_visible: a } }
        """,
        "'b' is a secret, and would be shown there.",
        "'c' is a secret, and would be shown there.");

    [Theory]
    [InlineData("failure_message: \"{|PB0108:}|} a\"", "'}' has no '{' before it; write '}}' for the character itself.")]
    [InlineData("failure_message: \"{|PB0101:<zzzzzz>|} a\"", "Unknown placeholder 'zzzzzz'. No parameter, stored value, or built-in has that name. If this text is intended, write '<<'.")]
    [InlineData("failure_message: \"{|PB0101:{zzzzzz}|} a\"", "Unknown placeholder 'zzzzzz'. No parameter, stored value, or built-in has that name. If this text is intended, add the comment '# playbooks: disable PB0101'.")]
    [InlineData("description: \"{|PB0102:{oder_id}|} a\"", "Unknown placeholder 'oder_id'. Did you mean 'order_id'?")]
    [InlineData("description: \"{|PB0113:${order_id}|} a\"", "'${order_id}' is another tool's placeholder syntax. Write '{order_id}'." + Meant)]
    [InlineData("description: {|PB0113:${order_id}|} a", "'${order_id}' is another tool's placeholder syntax. Write '{order_id}'." + Meant + " Put the text in quotes.")]
    [InlineData("description: a {|PB0113:${order_id}|}", "'${order_id}' is another tool's placeholder syntax. Write '{order_id}'." + Meant)]
    [InlineData("failure_message: {|PB0101:<oder_id>|} a", "Unknown placeholder 'oder_id'. Did you mean 'order_id'?")]
    public void A_wrong_placeholder_is_found_at_the_very_beginning(string keys, string message) => Using(keys, message);

    [Theory]
    [InlineData("a >> b", "a >> b", "a > b")]
    [InlineData(">> b", ">> b", "> b")]
    [InlineData("a << b", "a << b", "a < b")]
    [InlineData("<< b", "<< b", "< b")]
    [InlineData("}} b", "} b", "} b")]
    [InlineData("a {{ b", "a { b", "a { b")]
    [InlineData("{{ b", "{ b", "{ b")]
    [InlineData("a > b", "a > b", "a > b")]
    [InlineData("{order_id} <a", "[order_id] <a", null)]
    [InlineData("a{order_id:raw}b", "a[order_id]b", "a[order_id]b")]
    [InlineData("<order_id>", "<order_id>", "[order_id]")]
    public void A_text_is_bound_as_its_grammar_says(string text, string description, string? failure)
    {
        Assert.Equal(description, Templates.Write(Bound($"description: \"{text}\"").Description!.Parts));
        if (failure is not null)
        {
            Assert.Equal(failure, Templates.Write(Bound($"failure_message: \"{text}\"").FailureMessage!.Parts));
        }
    }

    [Fact]
    public void A_bound_text_keeps_what_is_written_and_where()
    {
        var description = Bound("description: \"a{order_id}b\"").Description!;

        Assert.Equal("a{order_id}b", description.Raw);
        Assert.Equal("a[order_id]b", Templates.Write(description.Parts));
        Assert.Null(description.InjectedFrom);
        Assert.Equal((6, 17, 31), (description.Span.StartLine, description.Span.StartColumn, description.Span.EndColumn));
    }

    [Theory]
    [InlineData("/a/${order_id}?b={{order_id}}", "/a/$Url([order_id])?b={order_id}")]
    [InlineData("/a/{order_id}", "/a/Url([order_id])")]
    [InlineData("/a/{order_id:raw}", "/a/[order_id]")]
    public void Values_of_a_url_are_encoded_also_where_a_finding_is_switched_off(string url, string expected)
    {
        var file = Check.Exactly($"id: test\nparameters: [{{ name: order_id }}]\nsteps:\n  - action: goto\n    params: {{ url: \"{url}\" }} # playbooks: disable PB0113\n");

        Assert.Equal(expected, Templates.Write(((TextParam)((ActionStepModel)file.Model.Steps[0]).Params[0]).Text.Parts));
    }

    [Theory]
    [InlineData("ftp://evil.test/")]
    [InlineData("x.test/a")]
    public void Where_a_wrong_url_leads_is_not_judged(string url) => Check.File(
        $"id: test\nguardrails: {{ allowed_domains: [good.test] }}\nsteps:\n  - {{ action: goto, params: {{ url: {{|PB0205:\"{url}\"|}} }} }}\n");

    [Theory]
    [InlineData("params: { script: \"{|PB0110:{id}|}\" }", 1)]
    [InlineData("params: { script: \"a {|PB0110:{id:raw}|} + {|PB0110:{id}|}\" }", 2)]
    public void A_script_is_searched_from_its_first_character(string script, int count)
    {
        const string message = "'{id}' is not replaced in a script. Pass the value as args: { id: \"{id}\" }.";
        Check.Exactly(
            "id: test\nparameters: [{ name: id }]\nsteps:\n  - action: evaluate\n    " + script + "\n    verify: { expect_element_visible: a }\n",
            [.. Enumerable.Repeat(message, count)]);
    }

    [Fact]
    public void A_script_is_passed_on_as_it_is()
    {
        var step = (ActionStepModel)Check.Steps("- { action: evaluate, params: { script: \"{a} }} b\" }, verify: { expect_element_visible: a } }").Model.Steps[0];

        Assert.Equal([new VerbatimParam("script", "{a} }} b")], step.Params.ToList());
    }

    [Fact]
    public void A_wrong_selector_is_compared_with_none() => Check.StepsExactly(
        """
        - action: hover
          selector: { primary: {|PB0301:"a["|}, fallbacks: [{|PB0301:"a["|}, "b[x={|PB0102:{ run_id }|}]", "b[x={|PB0102:{ run_id }|}]", c, {|PB0302:c|}] }
        """,
        "Invalid selector: at character 3, ']', to close '[' at character 2, is expected, but the selector ends there.",
        "Invalid selector: at character 3, ']', to close '[' at character 2, is expected, but the selector ends there.",
        "'{ run_id }' is not a placeholder. Did you mean '{run_id}'?",
        "'{ run_id }' is not a placeholder. Did you mean '{run_id}'?",
        "The selector 'c' is repeated in this chain. The second one is never used.");

    [Fact]
    public void What_a_wrong_selector_has_seen_is_not_known() => Check.Steps("""
        - { action: hover, selector: {|PB0301:"a["|} }
        - { action: hover, selector: b, verify: { expect_element_gone: c } }
        """);

    [Fact]
    public void What_a_selector_with_a_wrong_placeholder_has_seen_is_not_known() => Check.Steps("""
        - { action: hover, selector: "a{|PB0102:{ run_id }|}" }
        - { action: hover, selector: b, verify: { expect_element_gone: c } }
        """);

    [Theory]
    [InlineData("a[x=${order_id}", "at character 16, ']', to close '[' at character 2, is expected, but the selector ends there.")]
    [InlineData("a[ ${order_id}", "at character 15, ']', to close '[' at character 2, is expected, but the selector ends there.")]
    [InlineData("#{{order_id}} >", "at character 16, a selector is expected, but the selector ends there.")]
    [InlineData("a{{order_id}}${order_id} > b[", "at character 30, ']', to close '[' at character 29, is expected, but the selector ends there.")]
    [InlineData("a{order_id:up} > b[", "at character 20, ']', to close '[' at character 19, is expected, but the selector ends there.")]
    [InlineData("a{order_id}{{order_id}} > {order_id}[", "at character 38, ']', to close '[' at character 37, is expected, but the selector ends there.")]
    public void What_is_wrong_around_a_wrong_placeholder_is_found_as_well(string selector, string message)
    {
        var file = PlaybookReader.Read("a", "id: test\nparameters: [{ name: order_id }]\nsteps:\n  - action: hover\n    selector: '" + selector + "'\n");

        Assert.Equal("Invalid selector: " + message, Assert.Single(file.Findings, finding => finding.Id == "PB0301").Message);
    }

    [Theory]
    [InlineData("#{{order_id}} > a")]
    [InlineData("{{order_id}} > ${order_id}[b='{{order_id}}']")]
    [InlineData("[a='${order_id} {{order_id}}']")]
    [InlineData("{order_id:upper} > a")]
    [InlineData("text={{order_id}} >> {order_id|trim}")]
    public void A_wrong_placeholder_makes_a_sound_selector_no_wrong_one(string selector)
    {
        var file = PlaybookReader.Read("a", "id: test\nparameters: [{ name: order_id }]\nsteps:\n  - action: hover\n    selector: \"" + selector + "\"\n");

        Assert.NotEmpty(file.Findings);
        Assert.All(file.Findings, finding => Assert.True(finding.Id is "PB0113" or "PB0107", finding.Message));
    }

    [Theory]
    [InlineData("description: \"{|PB0113:{{alpha}}|}\"", "alpha")]
    [InlineData("failure_message: \"{|PB0108:{alpha beta}|}\"", "alpha", "beta")]
    [InlineData("failure_message: \"{|PB0108:{a1b2 a_b}|}\"", "a1b2", "a_b")]
    [InlineData("failure_message: \"{|PB0108:{1alpha 2 beta}|}\"", "alpha", "beta")]
    [InlineData("failure_message: \"{|PB0108:{ALPHA A_B}|}\"", "alpha", "a_b")]
    [InlineData("failure_message: \"{|PB0108:{order id}|}\"", "order_id")]
    [InlineData("failure_message: \"{|PB0108:{a.b.z0}|}\"", "ab_z0")]
    [InlineData("failure_message: \"{|PB0108:{alfa,zed}|}\"", "alpha", "zed")]
    public void A_name_in_a_broken_placeholder_counts_as_used(string text, params string[] names) => Check.File(
        "id: test\nparameters: [" + string.Join(", ", names.Select(name => "{ name: " + name + " }")) + "]\nsteps: [{ action: hover, selector: a, " + text + " }]\n");

    [Fact]
    public void A_name_that_no_text_resembles_is_unused() => Check.File("""
        id: test
        parameters: [{ name: alpha }, { name: {|PB0104:omega|} }]
        steps: [{ action: hover, selector: a, failure_message: "{|PB0108:{alpha beta}|}" }]
        """);

    [Fact]
    public void Where_names_may_be_missing_only_unknown_ones_are_let_pass() => Check.File("""
        id: test
        parameters: [{ name: order_id }, {|PB0004:x|}]
        steps:
          - action: hover
            selector: "{zzzzzz}"
            description: "{zzzzzz} { run_id } {order_id:{|PB0107:up|}} {|PB0113:${order_id}|}"
            failure_message: "<zzzzzz> {zzzzzz} {|PB0108:{}|}"
        """);

    [Theory]
    [InlineData("description: a {order_id} b {run_id}", "{order_id} {run_id}")]
    [InlineData("description: \"\\u0061 {order_id} \\\" {order_id}\"", "{order_id} {order_id}")]
    [InlineData("description: '''{order_id}'", "{order_id}")]
    [InlineData("failure_message: <order_id>, {order_id:raw} and {{run_id}}", "<order_id> {order_id:raw}")]
    [InlineData("description: |\n    first\n      {order_id}\n", "{order_id}")]
    [InlineData("verify: { expect_element_visible: \"text='{order_id}'\" }", "{order_id}")]
    [InlineData("description: no placeholder", "")]
    public void A_placeholder_in_the_model_knows_its_place(string keys, string expected)
    {
        var file = PlaybookReader.Read("x", "id: test\nparameters: [{ name: order_id }]\nsteps:\n- action: hover\n  selector: '#{order_id}'\n  " + keys + "\n");
        var step = file.Model.AllSteps().Single();
        var text = step.Description ?? step.FailureMessage ?? step.Verify!.ElementVisible!;

        Assert.Equal(expected, string.Join(' ', text.Placeholders.Select(placeholder => file.Model.SourceText.Substring(placeholder.Span.Start, placeholder.Span.Length))));
        Assert.All(text.Placeholders, placeholder => Assert.Contains(placeholder.Name, expected, StringComparison.Ordinal));
    }
}
