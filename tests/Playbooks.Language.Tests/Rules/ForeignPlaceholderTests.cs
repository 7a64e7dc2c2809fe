using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;
using Playbooks.Language.Tests.Syntax;

namespace Playbooks.Language.Tests.Rules;

/// <summary>PB0113: placeholders as other tools write them.</summary>
public sealed class ForeignPlaceholderTests
{
    private static PlaybookFile Using(string keys, params string[] messages) => Check.File(
        "id: test\nparameters: [{ name: order_id }, { name: user }]\nsteps:\n"
        + "  - { action: goto, params: { url: \"/{order_id}/{user}\" } }\n  - action: hover\n    selector: a\n"
        + string.Join("\n", keys.Split('\n').Select(line => "    " + line)) + "\n", messages);

    [Theory]
    [InlineData("${order_id}")]
    [InlineData("${ order_id }")]
    [InlineData("${order_id:-none}")]
    [InlineData("${OrderId}")]
    [InlineData("${order-id}")]
    [InlineData("${oder_id}")]
    [InlineData("${{order_id}}")]
    [InlineData("{{order_id}}")]
    [InlineData("{{ order_id }}")]
    [InlineData("{{order-id}}")]
    [InlineData("{{oder_id}}")]
    [InlineData("{{order_id|upper}}")]
    [InlineData("{{ order_id | upper }}")]
    [InlineData("{{params.order_id}}")]
    [InlineData("{order_id|upper}")]
    [InlineData("{ order_id | default('x') }")]
    [InlineData("{oder_id|upper}")]
    [InlineData("{order_id.value}")]
    [InlineData("{order_id.value[0].name}")]
    [InlineData("{oder_id.value}")]
    [InlineData("{params.order_id}")]
    [InlineData("{params.OrderId}")]
    [InlineData("{params.oder_id.value}")]
    [InlineData("{env.ORDER_ID}")]
    [InlineData("${env.ORDER_ID}")]
    [InlineData("${params.order_id}")]
    [InlineData("{order_id:}")]
    [InlineData("{order_id: }")]
    [InlineData("{oder_id:}")]
    public void One_of_a_known_name_is_an_error_that_shows_ours(string foreign)
    {
        Using($"description: \"a {{|PB0113:{foreign}|}} b\"", "Write '{order_id}'.");
        Using($"failure_message: \"a {{|PB0113:{foreign}|}} b\"", "Write '{order_id}'.");
    }

    [Theory]
    [InlineData("{|PB0113:{{order_id:raw}}|}")]
    [InlineData("{|PB0113:${order_id:raw}|}")]
    [InlineData("{|PB0113:{order_id|}:raw")]
    public void The_word_after_a_name_stays(string text) => Using($"description: \"a {text}\"", "Write '{order_id:raw}'.");

    [Theory]
    [InlineData("a {|PB0113:{order_id|} b")]
    [InlineData("a {|PB0113:{order_id|}")]
    [InlineData("a {|PB0113:{oder_id|} {user}")]
    [InlineData("{|PB0113:{order_id|}{user}")]
    public void One_that_is_not_closed_is_an_error_that_shows_it_closed(string text) =>
        Using($"description: \"{text}\"", "is not closed. Write '{order_id}'.");

    [Theory]
    [InlineData("{{zzzzzz}}", "'zzzzzz'")]
    [InlineData("{{ zzzzzz }}", "'zzzzzz'")]
    [InlineData("{params.zzzzzz}", "'zzzzzz'")]
    [InlineData("{env.ZZZZZZ}", "'ZZZZZZ'")]
    [InlineData("${env.ZZZZZZ}", "'ZZZZZZ'")]
    public void Some_are_errors_for_any_name(string foreign, string message)
    {
        Using($"description: \"a {{|PB0113:{foreign}|}} b\"", message);
        Using($"failure_message: \"a {{|PB0113:{foreign}|}} b\"", message);
    }

    [Theory]
    [InlineData("{zzzzzz|upper} {zzzzzz.value} {zzzzzz:} {zzzzzz")]
    [InlineData("$ {order_id} $5 {user}$ #{order_id} %{user} @{user}")]
    [InlineData("{{{order_id}}} {{{{order_id}}}} {{{{{order_id}}}}}")]
    [InlineData("{{order_id {{ {{1}} {{a b}} {{order_id: x}} {{'order_id'}}")]
    [InlineData("{{order_id: 5}} {{order_id:5}} {order_id:-x}")]
    [InlineData("{|} {.a} {order_id |} {a.b|c} {params.} {env.1} {1.order_id}")]
    public void Other_braces_are_plain_text(string text) => Using($"description: \"{text}\"");

    [Theory]
    [InlineData("{ order_id }")]
    [InlineData("{OrderId}")]
    [InlineData("{order-id}")]
    [InlineData("{order.id}")]
    public void Another_spelling_of_a_known_name_is_ours_misspelt(string text) =>
        Using($"description: \"{{|PB0102:{text}|}}\"", "order_id");

    [Theory]
    [InlineData("{|PB0108:{order_id|}")]
    [InlineData("{|PB0108:{ order_id }|}")]
    [InlineData("{|PB0108:{order id}|}")]
    [InlineData("{|PB0108:{}|}")]
    [InlineData("{|PB0101:{zzzzzz}|}")]
    [InlineData("{|PB0101:<zzzzzz>|}")]
    public void A_failure_message_keeps_its_own_rules(string text) => Using($"failure_message: \"a {text}\"");

    /// <summary>No second finding in the same text, and none that a parameter is not used.</summary>
    [Theory]
    [InlineData("selector: '#row-{|PB0113:{{word}}|}'")]
    [InlineData("selector: '#row-{|PB0113:${word}|} > a'")]
    [InlineData("selector: 'a[title={|PB0113:{word|trim}|}]'")]
    [InlineData("selector: '{|PB0113:{env.WORD}|}'")]
    [InlineData("selector: 'text={|PB0113:{{ word }}|} >> a'")]
    public void It_is_one_mistake(string selector)
    {
        Check.File($"id: test\nparameters: [{{ name: word }}]\nsteps: [{{ action: hover, {selector} }}]\n");
        Check.File($"id: test\nparameters: [{{ name: word }}]\nsteps: [{{ action: goto, params: {{ {selector.Replace("selector: '", "url: 'http://", StringComparison.Ordinal)} }} }}]\n"
            .Replace(" > a'", "'", StringComparison.Ordinal).Replace(" >> a'", "'", StringComparison.Ordinal).Replace("a[title=", "", StringComparison.Ordinal).Replace("]'", "'", StringComparison.Ordinal)
            .Replace("#row-", "", StringComparison.Ordinal).Replace("text=", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("base_url: \"{|PB0113:${host}|}/\"")]
    [InlineData("start_url: \"/{|PB0113:{{host}}|}\"")]
    public void The_playbooks_own_urls_are_looked_at(string line) =>
        Check.File($"id: test\n{line}\nparameters: [{{ name: host }}]\nsteps: [{{ action: goto, params: {{ url: / }} }}]\n");

    [Fact]
    public void A_script_has_its_own_rule() => Check.File("""
        id: test
        parameters: [{ name: word }]
        steps:
          - action: evaluate
            params: { script: "() => `${|PB0110:{word}|}` + {{word}} + {word.length}", args: { a: "{|PB0113:${word}|}" } }
            verify: { expect_element_visible: a }
        """.Replace("{{word}}", "{{|PB0110:{word}|}}", StringComparison.Ordinal));

    [Theory]
    [InlineData("${order_id}", "$[order_id]")]
    [InlineData("{{order_id}}", "{order_id}")]
    [InlineData("{order_id|upper} {order_id.value} {order_id:} {params.order_id}", "{order_id|upper} {order_id.value} {order_id:} {params.order_id}")]
    [InlineData("{order_id", "{order_id")]
    public void Where_it_is_switched_off_the_text_is_meant(string text, string bound)
    {
        var file = Using($"description: \"{text}\" # playbooks: disable PB0113");

        Assert.False(file.Model.HasErrors);
        Assert.Equal(bound, Templates.Write(((ActionStepModel)file.Model.Steps[1]).Description!.Parts));
    }

    [Fact]
    public void Where_it_is_switched_off_values_are_still_encoded()
    {
        var file = Using("# playbooks: disable PB0113\nverify: { expect_element_visible: 'a[title=\"${order_id}\"]' }");

        Assert.Equal("a[title=\"$CssString([order_id])\"]", Templates.Write(((ActionStepModel)file.Model.Steps[1]).Verify!.ElementVisible!.Parts));
    }

    [Fact]
    public void A_text_of_many_braces_is_read_in_linear_time() =>
        Assert.Empty(PlaybookReader.Read("a", "id: test\nsteps: [{ action: hover, selector: a, description: \"" + new string('{', 400_000) + new string('$', 400_000) + "\" }]").Findings);
}
