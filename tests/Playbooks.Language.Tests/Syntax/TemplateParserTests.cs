using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Tests.Syntax;

public sealed class TemplateParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Order {order_id} of {customer}", "Order [order_id] of [customer]")]
    [InlineData("{order_id:raw}{base_url}", "[order_id:raw][base_url]")]
    [InlineData("{{{{order_id}}}}", "{{order_id}}")]
    [InlineData("{{{order_id}}}", "{[order_id]}")]
    [InlineData("a { b } c {} } {", "a { b } c {} } {")]
    [InlineData("{color:red} {1} {a b} {zzzzzz:} {x:y2}", "{color:red} {1} {a b} {zzzzzz:} {x:y2}")]
    [InlineData("<order_id> << >>", "<order_id> << >>")]
    [InlineData("{zzzzzz {zzzzzz:raw", "{zzzzzz {zzzzzz:raw")]
    [InlineData("{{a: {order_id}}}", "{a: [order_id]}")]
    [InlineData("{{ }} {{}} {{1}} {{a b}}", "{ } {} {1} {a b}")]
    [InlineData("{{{{}}}}", "{{}}")]
    public void A_text_takes_known_names_and_leaves_other_braces(string value, string expected)
    {
        var template = Templates.Text(value);

        Assert.Equal(expected, Templates.Write(template));
        Assert.Empty(template.Problems);
    }

    [Theory]
    [InlineData("go {oder_id}", "PB0102 '{oder_id}' Unknown placeholder 'oder_id'. Did you mean 'order_id'?")]
    [InlineData("{zzz}", "PB0102 '{zzz}' Unknown placeholder 'zzz'. No parameter, stored value, or built-in has that name. If this text is intended, add the comment '# playbooks: disable PB0102'.")]
    [InlineData("{Order_Id}", "PB0102 '{Order_Id}' Unknown placeholder 'Order_Id'. Did you mean 'order_id'?")]
    [InlineData("{OrderId}", "PB0102 '{OrderId}' Unknown placeholder 'OrderId'. Did you mean 'order_id'?")]
    [InlineData("x { order_id } y", "PB0102 '{ order_id }' '{ order_id }' is not a placeholder. Did you mean '{order_id}'?")]
    [InlineData("{order-id}", "PB0102 '{order-id}' '{order-id}' is not a placeholder. Did you mean '{order_id}'?")]
    [InlineData("{order.id}", "PB0102 '{order.id}' '{order.id}' is not a placeholder. Did you mean '{order_id}'?")]
    [InlineData("{order_id:upper}", "PB0107 'upper' Unknown format 'upper' for 'order_id'; the only valid format is 'raw', which turns off encoding.")]
    [InlineData("{order_id:RAW}", "PB0107 'RAW' Unknown format 'RAW' for 'order_id'; the only valid format is 'raw', which turns off encoding.")]
    public void A_text_names_each_wrong_placeholder(string value, string expected) =>
        Assert.Equal([expected], Templates.Problems(Templates.Text(value), value));

    [Fact]
    public void A_placeholder_with_a_wrong_format_is_still_a_use() =>
        Assert.Equal("[order_id]", Templates.Write(Templates.Text("{order_id:upper}")));

    [Theory]
    [InlineData("Order <order_id> at {base_url}", "Order [order_id] at [base_url]")]
    [InlineData("<order_id:raw>", "[order_id:raw]")]
    [InlineData("-> 5 > 3 </b> a < b <1>", "-> 5 > 3 </b> a < b <1>")]
    [InlineData("<<b>> {{ x y }}", "<b> { x y }")]
    [InlineData("<<order_id>>", "<order_id>")]
    [InlineData("a <", "a <")]
    public void A_failure_message_takes_angle_brackets_as_well(string value, string expected)
    {
        var template = Templates.Message(value);

        Assert.Equal(expected, Templates.Write(template));
        Assert.Empty(template.Problems);
    }

    [Theory]
    [InlineData("Order <oder_id> lost", "PB0101 '<oder_id>' Unknown placeholder 'oder_id'. Did you mean 'order_id'?")]
    [InlineData("{oder_id}", "PB0101 '{oder_id}' Unknown placeholder 'oder_id'. Did you mean 'order_id'?")]
    [InlineData("{color:red}", "PB0101 '{color:red}' Unknown placeholder 'color'. No parameter, stored value, or built-in has that name. If this text is intended, add the comment '# playbooks: disable PB0101'.")]
    [InlineData("<b>", "PB0101 '<b>' Unknown placeholder 'b'. No parameter, stored value, or built-in has that name. If this text is intended, write '<<'.")]
    [InlineData("<order_id:upper>", "PB0107 'upper' Unknown format 'upper' for 'order_id'; the only valid format is 'raw', which turns off encoding.")]
    [InlineData("a {order id} b", "PB0108 '{order id}' Malformed placeholder. Did you mean '{order_id}'?")]
    [InlineData("a {} b", "PB0108 '{}' Malformed placeholder. A placeholder is a name in braces without spaces (write '{{' and '}}' for the characters themselves).")]
    [InlineData("a } b", "PB0108 '}' '}' has no '{' before it; write '}}' for the character itself.")]
    [InlineData("a {order_id", "PB0108 '{order_id' '{order_id' opens a placeholder that is not closed; write '{order_id}', or '{{' for the character itself.")]
    [InlineData("a <order_id b", "PB0108 '<order_id' '<order_id' opens a placeholder that is not closed; write '<order_id>', or '<<' for the character itself.")]
    [InlineData("{ order_id }", "PB0108 '{ order_id }' Malformed placeholder. Did you mean '{order_id}'?")]
    public void A_failure_message_names_each_wrong_placeholder(string value, string expected) =>
        Assert.Equal([expected], Templates.Problems(Templates.Message(value), value));

    [Fact]
    public void All_problems_of_a_text_are_named_in_their_order() =>
        Assert.Equal(
            ["PB0108", "PB0101", "PB0107", "PB0108"],
            Templates.Message("{} <x> <order_id:up> }").Problems.Select(problem => problem.Rule.Id));

    [Theory]
    [InlineData("a => '{order_id}'", "PB0110 '{order_id}'")]
    [InlineData("{order_id:raw}", "PB0110 '{order_id:raw}'")]
    [InlineData("({ order_id }) => {x}", null)]
    [InlineData("{oder_id}", null)]
    public void A_script_is_searched_for_known_names_only(string script, string? expected) =>
        Assert.Equal(
            expected is null ? [] : new[] { expected },
            TemplateParser.FindInScript(script, Templates.Names).Select(problem => $"{problem.Rule.Id} '{script.Substring(problem.Start, problem.Length)}'"));
}
