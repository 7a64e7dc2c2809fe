using Playbooks.Language.Syntax.Selectors;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Tests.Syntax;

/// <summary>Where each part of a chain begins and ends, and whose engine reads it, as Playwright splits it.</summary>
public sealed class SelectorChainTests
{
    [Theory]
    [InlineData("", "css:")]
    [InlineData(" ", "css:")]
    [InlineData("a", "css:a")]
    [InlineData("a >> b", "css:a", "css:b")]
    [InlineData("a>>b>>c", "css:a", "css:b", "css:c")]
    [InlineData("\t a \n>>  b\u00a0", "css:a", "css:b")]
    [InlineData("a > b", "css:a > b")]
    [InlineData("a >", "css:a >")]
    [InlineData("a >>", "css:a", "css:")]
    [InlineData(">>", "css:", "css:")]
    [InlineData(" >>  >> ", "css:", "css:", "css:")]
    [InlineData("a >>> b", "css:a", "css:> b")]
    [InlineData("a >>>> b", "css:a", "css:", "css:b")]
    public void A_chain_is_split_at_its_double_signs(string selector, params string[] expected) => Assert.Equal(expected, Parts(selector));

    [Theory]
    [InlineData("[a=\"b >> c\"] >> d", "css:[a=\"b >> c\"]", "css:d")]
    [InlineData("[a='b >> c'] >> d", "css:[a='b >> c']", "css:d")]
    [InlineData("[a=`b >> c`] >> d", "css:[a=`b >> c`]", "css:d")]
    [InlineData("[a='b\" >> c'] >> d", "css:[a='b\" >> c']", "css:d")]
    [InlineData("[a=\"b' >> c\"] >> d", "css:[a=\"b' >> c\"]", "css:d")]
    [InlineData("[a=`b\" >> c`] >> d", "css:[a=`b\" >> c`]", "css:d")]
    [InlineData("[a='b'] >> [c='d']", "css:[a='b']", "css:[c='d']")]
    [InlineData("a' >> b", "css:a' >> b")]
    [InlineData("a >> b' >> c", "css:a", "css:b' >> c")]
    public void Quotes_hide_the_signs(string selector, params string[] expected) => Assert.Equal(expected, Parts(selector));

    [Theory]
    [InlineData("[a=\"b\\\" >> c\"] >> d", "css:[a=\"b\\\" >> c\"]", "css:d")]
    [InlineData("[a=\"b\\\\\" >> c", "css:[a=\"b\\\\\"", "css:c")]
    [InlineData("a\\' >> b", "css:a\\'", "css:b")]
    [InlineData("a\\>> b", "css:a\\>> b")]
    [InlineData("a\\>>> b", "css:a\\>", "css:b")]
    [InlineData("a >\\> b >> c", "css:a >\\> b", "css:c")]
    [InlineData("text=a\\b's >> c", "text=a\\b's", "css:c")]
    [InlineData("text=\"a\\\" >> b\" >> c", "text=\"a\\\" >> b\"", "css:c")]
    [InlineData("a >> b\\", "css:a", "css:b\\")]
    [InlineData("\\", "css:\\")]
    public void A_backslash_makes_the_next_character_one_like_any_other(string selector, params string[] expected) => Assert.Equal(expected, Parts(selector));

    [Theory]
    [InlineData("text=it's >> a", "text=it's", "css:a")]
    [InlineData("text=it's a \"b >> c", "text=it's a \"b", "css:c")]
    [InlineData("text=5` >> a", "text=5`", "css:a")]
    [InlineData("text='a >> b' >> c", "text='a >> b'", "css:c")]
    [InlineData("text=\"a >> b\" >> c", "text=\"a >> b\"", "css:c")]
    [InlineData("text='a >> b", "text='a >> b")]
    [InlineData(" text = 'a >> b' >> c", "text= 'a", "css:b' >> c")]
    [InlineData(" text =it's >> a", "text=it's", "css:a")]
    [InlineData("a >> text=it's >> b", "css:a", "text=it's", "css:b")]
    [InlineData("text=a >> [b='c >> d'] >> e", "text=a", "css:[b='c >> d']", "css:e")]
    [InlineData("text=it's >> text='a >> b'", "text=it's", "text='a >> b'")]
    [InlineData("texts=it's >> a", "texts=it's >> a")]
    [InlineData("tex=it's >> a", "tex=it's >> a")]
    [InlineData("tExt=it's >> a", "tExt=it's >> a")]
    [InlineData("text it's >> a", "css:text it's >> a")]
    [InlineData("a text=it's >> a", "css:a text=it's >> a")]
    [InlineData("text", "css:text")]
    [InlineData("text ", "css:text")]
    [InlineData("a >> text", "css:a", "css:text")]
    [InlineData("css=it's >> a", "css=it's >> a")]
    public void In_an_unquoted_text_a_quote_hides_nothing(string selector, params string[] expected) => Assert.Equal(expected, Parts(selector));

    [Theory]
    [InlineData("text=it's\n'a >> b' >> c", "text=it's\n'a >> b'", "css:c")]
    [InlineData("text=it's\r'a >> b' >> c", "text=it's\r'a >> b'", "css:c")]
    [InlineData("text=it's\nshe's >> a", "text=it's\nshe's >> a")]
    [InlineData("text=\n'a >> b' >> c", "text=\n'a >> b'", "css:c")]
    [InlineData("text=a\n >> text=it's >> b", "text=a", "text=it's", "css:b")]
    [InlineData("text=it's\t'a >> b' >> c", "text=it's\t'a", "css:b' >> c")]
    [InlineData("\ntext=it's >> a", "text=it's", "css:a")]
    [InlineData("text\n=it's >> a", "text=it's", "css:a")]
    public void A_line_break_ends_the_freedom_of_text(string selector, params string[] expected) => Assert.Equal(expected, Parts(selector));

    [Theory]
    [InlineData("css=a", "css=a")]
    [InlineData("css = a", "css= a")]
    [InlineData("*css=a", "*css=a")]
    [InlineData("*=a", "*=a")]
    [InlineData("azAZ09_-+:b=c=d", "azAZ09_-+:b=c=d")]
    [InlineData("=a", "css:=a")]
    [InlineData(" = a", "css:= a")]
    [InlineData("a b=c", "css:a b=c")]
    [InlineData("a.b=c", "css:a.b=c")]
    [InlineData("a@b=c", "css:a@b=c")]
    [InlineData("a/b=c", "css:a/b=c")]
    [InlineData("a;b=c", "css:a;b=c")]
    [InlineData("a[b=c]", "css:a[b=c]")]
    [InlineData("a|b=c", "css:a|b=c")]
    [InlineData("é=c", "css:é=c")]
    [InlineData("a >> css=b", "css:a", "css=b")]
    [InlineData("{order_id}=a", "=a")]
    [InlineData("c{order_id}s=a", "=a")]
    [InlineData("*{order_id}=a", "*=a")]
    [InlineData("css=a{order_id}", "css=a\uE0FF")]
    [InlineData("a\uE0FFb=c", "css:a\uE0FFb=c")]
    public void An_engine_is_what_could_be_a_name_before_the_first_equals_sign(string selector, params string[] expected) => Assert.Equal(expected, Parts(selector));

    [Theory]
    [InlineData("\"a\"", "text:\"a\"")]
    [InlineData("'a'", "text:'a'")]
    [InlineData("\"\"", "text:\"\"")]
    [InlineData("`a`", "css:`a`")]
    [InlineData("\"", "css:\"")]
    [InlineData("a >> \"", "css:a", "css:\"")]
    [InlineData("'a\"", "css:'a\"")]
    [InlineData("'a'b", "css:'a'b")]
    [InlineData("aba", "css:aba")]
    [InlineData("//a", "xpath://a")]
    [InlineData("/a", "xpath:/a")]
    [InlineData("/", "xpath:/")]
    [InlineData("a >> /", "css:a", "xpath:/")]
    [InlineData("(//a)[1]", "xpath:(//a)[1]")]
    [InlineData("((/a))", "xpath:((/a))")]
    [InlineData("(", "css:(")]
    [InlineData("((", "css:((")]
    [InlineData("(a/b)", "css:(a/b)")]
    [InlineData("/* a */ b", "css:/* a */ b")]
    [InlineData("/*", "css:/*")]
    [InlineData("..", "xpath:..")]
    [InlineData("../a", "xpath:../a")]
    [InlineData("a >> ..", "css:a", "xpath:..")]
    [InlineData(".", "css:.")]
    [InlineData("a >> .", "css:a", "css:.")]
    [InlineData(".a", "css:.a")]
    [InlineData("a..", "css:a..")]
    [InlineData("a.", "css:a.")]
    public void Without_a_name_the_first_characters_tell_the_engine(string selector, params string[] expected) => Assert.Equal(expected, Parts(selector));

    [Fact]
    public void A_part_knows_its_place()
    {
        SelectorPart[] expected =
        [
            new("css", Capture: true, Named: true, Start: 1, BodyStart: 6, End: 8),
            new("text", Capture: false, Named: false, Start: 12, BodyStart: 12, End: 15),
            new("css", Capture: false, Named: false, Start: 19, BodyStart: 19, End: 19),
        ];

        Assert.Equal(expected, SelectorChain.Split(new FlatTemplate(Templates.Text(" *css= a >> 'b' >> "))));
    }

    /// <summary>Each part with its engine, after a colon where that is implied, and its body.</summary>
    private static string[] Parts(string selector)
    {
        var template = new FlatTemplate(Templates.Text(selector));
        return
        [
            .. SelectorChain.Split(template).Select(part =>
                (part.Capture ? "*" : string.Empty) + part.Engine + (part.Named ? "=" : ":") + template.Text[part.BodyStart..part.End]),
        ];
    }
}
