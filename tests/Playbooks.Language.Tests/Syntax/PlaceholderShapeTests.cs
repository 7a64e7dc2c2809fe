using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Tests.Syntax;

public sealed class PlaceholderShapeTests
{
    [Theory]
    [InlineData("{name}", "name", null, 6)]
    [InlineData("{name} b", "name", null, 6)]
    [InlineData("{name:raw}", "name", "raw", 10)]
    [InlineData("{name:raw} b}", "name", "raw", 10)]
    [InlineData("{n:R}", "n", "R", 5)]
    [InlineData("{_:az}", "_", "az", 6)]
    [InlineData("{_aZ09_:AZ}", "_aZ09_", "AZ", 11)]
    [InlineData("{z}", "z", null, 3)]
    [InlineData("{A}", "A", null, 3)]
    [InlineData("{Z}", "Z", null, 3)]
    public void A_placeholder_is_a_name_and_perhaps_a_format_in_brackets(string text, string name, string? format, int length)
    {
        Assert.Equal(new PlaceholderShape(name, format, 0, length), PlaceholderShape.At(text, 0, '}'));
        Assert.Equal(new PlaceholderShape(name, format, 2, length), PlaceholderShape.At("{b" + text, 2, '}'));
        Assert.Equal(new PlaceholderShape(name, format, 0, length), PlaceholderShape.At("<" + text[1..].Replace('}', '>'), 0, '>'));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{name")]
    [InlineData("{name:")]
    [InlineData("{name:}")]
    [InlineData("{name:raw")]
    [InlineData("{name:raw:}")]
    [InlineData("{name:raw2}")]
    [InlineData("{name:2}")]
    [InlineData("{name:_}")]
    [InlineData("{name: raw}")]
    [InlineData("{name:raw }")]
    [InlineData("{name }")]
    [InlineData("{ name}")]
    [InlineData("{name>")]
    [InlineData("{name:raw>")]
    [InlineData("{name;raw}")]
    [InlineData("{1}")]
    [InlineData("{1name}")]
    [InlineData("{:raw}")]
    [InlineData("{`}")]
    [InlineData("{{}")]
    [InlineData("{@}")]
    [InlineData("{[}")]
    [InlineData("{é}")]
    [InlineData("{a/}")]
    [InlineData("{a-b}")]
    [InlineData("{a.b}")]
    public void Anything_else_has_another_shape(string text)
    {
        Assert.Null(PlaceholderShape.At(text, 0, '}'));
        Assert.Null(PlaceholderShape.At("a" + text, 1, '}'));
    }

    [Theory]
    [InlineData("{order_id:raw}", 10)]
    [InlineData("ab{order_id:raw}", 12)]
    public void The_format_starts_behind_the_colon(string text, int expected) =>
        Assert.Equal(expected, PlaceholderShape.At(text, text.IndexOf('{', StringComparison.Ordinal), '}')!.FormatStart);

    [Theory]
    [InlineData("name", 0, 4)]
    [InlineData("name", 2, 4)]
    [InlineData("name", 4, 4)]
    [InlineData("name", 5, 5)]
    [InlineData("", 0, 0)]
    [InlineData("a b", 0, 1)]
    [InlineData("a b", 1, 1)]
    [InlineData("a0_9z:", 0, 5)]
    [InlineData("0a", 0, 0)]
    [InlineData("a/", 0, 1)]
    [InlineData("a:", 0, 1)]
    public void An_identifier_ends_before_what_cannot_belong_to_it(string text, int start, int expected) =>
        Assert.Equal(expected, PlaceholderShape.IdentifierEnd(text, start));

    /// <summary>What stands at the end of a text, where the next character would be the first one behind it.</summary>
    [Theory]
    [InlineData("a {order_id", "PB0113 '{order_id' The placeholder '{order_id' is not closed. Write '{order_id}'. If this text is intended, add the comment '# playbooks: disable PB0113'.")]
    [InlineData("a {order_id:", "PB0113 '{order_id' The placeholder '{order_id' is not closed. Write '{order_id}'. If this text is intended, add the comment '# playbooks: disable PB0113'.")]
    [InlineData("a {order_id:raw", "PB0113 '{order_id' The placeholder '{order_id' is not closed. Write '{order_id:raw}'. If this text is intended, add the comment '# playbooks: disable PB0113'.")]
    [InlineData("a {order_id:}", "PB0113 '{order_id:}' '{order_id:}' is another tool's placeholder syntax. Write '{order_id}'. If this text is intended, add the comment '# playbooks: disable PB0113'.")]
    [InlineData("a {order_id:up}", "PB0107 'up' Unknown format 'up' for 'order_id'; the only valid format is 'raw', which turns off encoding.")]
    [InlineData("a {order_id:raw}", null)]
    [InlineData("a {", null)]
    [InlineData("a {1", null)]
    public void A_text_may_end_within_a_placeholder(string text, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], Templates.Problems(Templates.Text(text), text));

    [Theory]
    [InlineData("a {order_id:raw", "PB0108 '{order_id' '{order_id' opens a placeholder that is not closed; write '{order_id:raw}', or '{{' for the character itself.")]
    [InlineData("a {order_id:", "PB0108 '{order_id' '{order_id' opens a placeholder that is not closed; write '{order_id}', or '{{' for the character itself.")]
    [InlineData("a <order_id:raw", "PB0108 '<order_id' '<order_id' opens a placeholder that is not closed; write '<order_id:raw>', or '<<' for the character itself.")]
    [InlineData("a <order_id:", "PB0108 '<order_id' '<order_id' opens a placeholder that is not closed; write '<order_id>', or '<<' for the character itself.")]
    [InlineData("a <order_id:>", "PB0108 '<order_id' '<order_id' opens a placeholder that is not closed; write '<order_id>', or '<<' for the character itself.")]
    [InlineData("a {", "PB0108 '{' '{' opens a placeholder that is not closed; write '{{' for the character itself.")]
    public void A_failure_message_may_end_within_a_placeholder(string text, string expected) =>
        Assert.Equal([expected], Templates.Problems(Templates.Message(text), text));
}
