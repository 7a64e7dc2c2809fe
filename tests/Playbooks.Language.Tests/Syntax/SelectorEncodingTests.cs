using Playbooks.Language.Syntax.Selectors;

namespace Playbooks.Language.Tests.Syntax;

/// <summary>In these tests `label` is a selector_text and `order_id` a string.</summary>
public sealed class SelectorEncodingTests
{
    [Theory]
    [InlineData("[x=\"{order_id}\"]", "[x=\"CssString([order_id])\"]")]
    [InlineData("a:has-text('No {order_id}')", "a:has-text('No CssString([order_id])')")]
    [InlineData("text=\"No {order_id}\"", "text=\"No QuotedString([order_id])\"")]
    [InlineData("'No {order_id}'", "'No QuotedString([order_id])'")]
    [InlineData("text=/no {order_id}/i", "text=/no RegexText([order_id])/i")]
    [InlineData("role=row[name=\"{order_id}\"i]", "role=row[name=\"QuotedString([order_id])\"i]")]
    [InlineData("role=row[name=/{order_id}/]", "role=row[name=/RegexText([order_id])/]")]
    [InlineData("//a[text()='No {order_id}!']", "//a[text()=XPathString(No [order_id]!)]")]
    [InlineData("xpath=//a[@x=\"{order_id}{label}\"]/b", "xpath=//a[@x=XPathString([order_id][label])]/b")]
    [InlineData("tr >> text=\"{order_id}\" >> [x='{label}']", "tr >> text=\"QuotedString([order_id])\" >> [x='CssString([label])']")]
    public void A_value_between_quotes_cannot_end_them(string selector, string expected) => Assert.Equal(expected, Encode(selector));

    [Theory]
    [InlineData("{order_id}", "[order_id]")]
    [InlineData("#row-{order_id}", "#row-[order_id]")]
    [InlineData("text=No {order_id}", "text=No [order_id]")]
    [InlineData("id={order_id}", "id=[order_id]")]
    [InlineData("nth={order_id}", "nth=[order_id]")]
    [InlineData("role=row[level={order_id}]", "role=row[level=[order_id]]")]
    [InlineData("//a[{order_id}]", "//a[[order_id]]")]
    public void A_string_without_quotes_stays_as_it_is(string selector, string expected) => Assert.Equal(expected, Encode(selector));

    [Theory]
    [InlineData("#row-{label}", "#row-CssIdentifier([label])")]
    [InlineData("{label}", "CssIdentifier([label])")]
    [InlineData("[x={label}]", "[x=\"CssString([label])\"]")]
    [InlineData("[x = row-{label} i]", "[x = \"CssString(row-[label])\" i]")]
    [InlineData("a:has-text({label})", "a:has-text(\"CssString([label])\")")]
    [InlineData("text=No {label}", "text=TextPattern(No [label])")]
    [InlineData("tr >> text={label} >> a", "tr >> text=TextPattern([label]) >> a")]
    [InlineData("id={label}", "css=[id=\"CssString([label])\"]")]
    [InlineData("*data-testid=row-{label} >> a", "*css=[data-testid=\"CssString(row-[label])\"] >> a")]
    [InlineData("id:light={label}", "css:light=[id=\"CssString([label])\"]")]
    [InlineData("role=button[name={label}]", "role=button[name=QuotedValue([label])]")]
    [InlineData("role=button[name=row-{label}]", "role=button[name=QuotedValue(row-[label])]")]
    [InlineData("role=checkbox[checked={label}]", "role=checkbox[checked=RegexText([label])]")]
    [InlineData("role={label}", "role=CssIdentifier([label])")]
    [InlineData("//a[@id={label}]", "//a[@id=XPathString([label])]")]
    [InlineData("a >> nth={label}", "a >> nth=RegexText([label])")]
    public void A_selector_text_without_quotes_is_encoded_for_its_engine(string selector, string expected) => Assert.Equal(expected, Encode(selector));

    [Theory]
    [InlineData("[x=\"{order_id:raw}\"]", "[x=\"[order_id]\"]")]
    [InlineData("#row-{label:raw}", "#row-[label]")]
    [InlineData("text={label:raw}", "text=[label]")]
    [InlineData("//a['{label:raw}']", "//a['[label]']")]
    [InlineData("//a['{order_id}-{label:raw}']", "//a[concat(XPathString([order_id]-),'[label]',XPathString())]")]
    [InlineData("id={label}{order_id:raw}", "css=[id=\"CssString([label])[order_id]\"]")]
    public void Raw_switches_the_encoding_off(string selector, string expected) => Assert.Equal(expected, Encode(selector));

    [Theory]
    [InlineData("/html/body/div", "xpath=/html/body/div")]
    [InlineData("a >> (/html)[1]", "a >> xpath=(/html)[1]")]
    [InlineData("[x='{{y}}']", "[x='{y}']")]
    public void Literal_text_is_what_playwright_must_see(string selector, string expected) => Assert.Equal(expected, Encode(selector));

    private static string Encode(string selector)
    {
        var syntax = SelectorParser.Parse(Templates.Text(selector, "order_id", "label"), name => name == "label");
        Assert.Null(syntax.Problem);
        return Templates.Write(syntax.Parts);
    }
}
