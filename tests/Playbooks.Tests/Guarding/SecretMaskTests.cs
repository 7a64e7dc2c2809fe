using System.Net;
using System.Text;
using System.Text.Json;
using Playbooks.Guarding.Secrets;
using Playbooks.Steps.Support;

namespace Playbooks.Tests.Guarding;

public sealed class SecretMaskTests
{
    private const string Odd = "p@ss \"w<rd\"/ü&'\\";

    public static TheoryData<string> Forms => new(
        Odd,
        Uri.EscapeDataString(Odd),
        Uri.EscapeDataString(Odd).ToLowerInvariant(),
        WebUtility.UrlEncode(Odd),
        JsonSerializer.Serialize(Odd)[1..^1],
        WebUtility.HtmlEncode(Odd),
        Odd.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Odd)));

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_secret_is_hidden_in_every_form(string form) =>
        Assert.Equal("before *** after", new SecretMask([Odd]).Apply($"before {form} after"));

    [Theory]
    [InlineData("user:")]
    [InlineData("a:")]
    [InlineData("bc:")]
    public void A_secret_is_hidden_in_base64_wherever_it_begins(string before)
    {
        var secret = "correct horse battery";
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + secret + "!"));

        var masked = new SecretMask([secret]).Apply($"Basic {encoded}");

        var left = masked["Basic ".Length..].Split(SecretMask.Stars);
        Assert.Equal(2, left.Length);
        Assert.All(left, part => Assert.InRange(part.Length, 0, 9));
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))[4..^4], masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%70%40%73%73+%22w%3Crd%22%2F%fc%26%27%5c")]
    [InlineData("p%2540ss%20%22w%3Crd%22%2F%C3%BC%26'%5C")]
    [InlineData("p@ss \\u0022w\\x3Crd\\\"\\/\\u00fc\\u0026\\'\\\\")]
    [InlineData("p@ss \\\\\"w<rd\\\\\"/\\\\u00FC&'\\\\\\\\")]
    [InlineData("p&#64;ss &quot;w&lt;rd&#x22;/&uuml;&amp;&apos;&#92;")]
    [InlineData("p@ss%20&quot;w&lt;rd%22/&uuml;%26&apos;\\")]
    public void A_secret_is_hidden_however_it_is_escaped_and_escaped_again(string form) =>
        Assert.Equal("before *** after", new SecretMask([Odd]).Apply($"before {form} after"));

    public static TheoryData<string> SelectorForms => new(
        $"[title=\"{SelectorEncoding.CssString(Odd)}\"] >> nth=0",
        $"#{SelectorEncoding.CssIdentifier(Odd)}-1",
        $"role=button[name={SelectorEncoding.QuotedValue(Odd)}]",
        $"text=/is {SelectorEncoding.RegexText(Odd)}/i",
        $"xpath=//p[text()={SelectorEncoding.XPathString(Odd)}]",
        $"xpath=//p[text()={SelectorEncoding.XPathString("is " + Odd + "!")}]",
        JsonSerializer.Serialize($"xpath=//p[text()={SelectorEncoding.XPathString(Odd + " \\ 'it'")}]"),
        JsonSerializer.Serialize($"[title=\"{SelectorEncoding.CssString(Odd)}\"]"),
        $"- 'listitem \"{Odd.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}\"'",
        $"12345,\"{Odd.Replace("\"", "\"\"", StringComparison.Ordinal)}\",Open");

    [Theory]
    [MemberData(nameof(SelectorForms))]
    public void A_secret_is_hidden_as_it_is_written_in_selectors_in_YAML_and_in_CSV(string form)
    {
        var masked = new SecretMask([Odd]).Apply(form);

        Assert.Contains(SecretMask.Stars, masked, StringComparison.Ordinal);
        Assert.DoesNotContain("p@ss", masked.Replace("\\40 ", "@", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("rd", masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\start and \"end\"")]
    [InlineData("\"\"")]
    [InlineData("\\\\'\"\"'")]
    [InlineData("7 digits first")]
    public void Nothing_of_a_secret_is_left_in_XPath_and_in_CSS_wherever_its_quotes_are(string secret) =>
        Assert.All(
            [SelectorEncoding.XPathString(secret), SelectorEncoding.XPathString("a" + secret + "b"), SelectorEncoding.CssIdentifier(secret), SelectorEncoding.CssString(secret)],
            form => Assert.Contains(SecretMask.Stars, new SecretMask([secret]).Apply(form), StringComparison.Ordinal));

    [Theory]
    [InlineData("pass\u00adword")]
    [InlineData("pass[U+00AD]word")]
    [InlineData("password")]
    public void Secret_with_an_invisible_character_is_hidden_however_it_is_shown(string shown) =>
        Assert.Equal("is *** wrong", new SecretMask(["pass\u00adword"]).Apply($"is {shown} wrong"));

    [Fact]
    public void A_secret_is_hidden_in_the_bytes_of_a_page_without_a_charset()
    {
        Assert.Equal("p=***", new SecretMask(["10 €+ü"]).Apply("p=10+%80%2B%FC"));
        Assert.Equal("Price ***", new SecretMask(["10 €+ü"]).Apply("Price 10 â‚¬+Ã¼"));
        Assert.Equal("p=***", new SecretMask(["10 €+ü"]).Apply("p=10 \uFFFD+\uFFFD"));
        Assert.Equal("Basic ***", new SecretMask(["größer"]).Apply("Basic " + Convert.ToBase64String(Encoding.Latin1.GetBytes("größer"))));
    }

    [Fact]
    public void Only_what_holds_the_secret_is_hidden_of_a_long_text_with_escapes_far_from_one_another()
    {
        var far = new string('x', 5000);

        Assert.Equal($"%41{far}***{far}%41***{far}&amp;", new SecretMask(["a+b"]).Apply($"%41{far}a%2Bb{far}%41a&#43;b{far}&amp;"));
    }

    [Fact]
    public void A_secret_that_a_text_was_cut_in_is_hidden_as_far_as_it_is_there()
    {
        Assert.Equal("<input value=\"***…", new SecretMask(["correct horse battery"]).Apply("<input value=\"correct ho…"));
        Assert.Equal("cor…", new SecretMask(["correct horse battery"]).Apply("cor…"));
    }

    [Fact]
    public void A_line_of_a_secret_that_is_next_to_nothing_stays() =>
        Assert.Equal("a = ***; b", new SecretMask(["first line\n="]).Apply("a = first line; b"));

    [Fact]
    public void The_longest_secret_goes_first() =>
        Assert.Equal("*** and ***", new SecretMask(["hunter", "hunter2"]).Apply("hunter2 and hunter"));

    [Fact]
    public void Of_two_that_overlap_nothing_is_left() =>
        Assert.Equal("x***y", new SecretMask(["abcd", "cdef"]).Apply("xabcdefy"));

    [Fact]
    public void Each_line_of_a_secret_of_several_lines_is_hidden() =>
        Assert.Equal("got *** and ***", new SecretMask(["first line\r\nsecond line"]).Apply("got first line and second line"));

    [Fact]
    public void A_secret_whose_blanks_a_page_collapsed_is_hidden() =>
        Assert.Equal("<***>", new SecretMask(["  two   words "]).Apply("<two words>"));

    [Fact]
    public void Stars_within_a_secret_do_no_harm() =>
        Assert.Equal("a***b", new SecretMask(["*"]).Apply("a*b"));

    [Fact]
    public void Empty_secrets_are_left_out()
    {
        Assert.Equal("as it is", new SecretMask([""]).Apply("as it is"));
        Assert.Equal("as it is", SecretMask.None.Apply("as it is"));
    }

    [Theory]
    [InlineData("a", "matches a: \"a\", pin=a&b=1, data", "matches ***: \"***\", pin=***&b=1, data")]
    [InlineData("12", "2012-12-01 takes 12 ms, 120 px", "2012-***-01 takes *** ms, 120 px")]
    [InlineData("type", "prototype {\"type\":\"type\"} typed", "prototype {\"***\":\"***\"} typed")]
    [InlineData("a", "a", "***")]
    [InlineData("ab", "%22ab%22 cab", "%22***%22 cab")]
    public void A_short_or_common_word_is_hidden_as_a_word_of_its_own_and_not_within_others(string secret, string text, string masked) =>
        Assert.Equal(masked, new SecretMask([secret]).Apply(text));

    [Fact]
    public void A_secret_of_one_character_is_hidden_in_its_plain_form() =>
        Assert.Equal("***-eQ==", new SecretMask(["x"]).Apply("x-eQ=="));

    [Fact]
    public void An_exception_without_a_secret_is_kept_as_it_is()
    {
        var exception = new InvalidOperationException("as it is");

        Assert.Same(exception, MaskedException.Create(exception, new(["hunter2"])));
    }

    [Fact]
    public void An_exception_with_a_secret_anywhere_inside_is_replaced()
    {
        var exception = new InvalidOperationException("outer", new IOException("inner hunter2"));

        var masked = MaskedException.Create(exception, new(["hunter2"]));

        Assert.Equal("InvalidOperationException: outer", masked.Message);
        Assert.Null(masked.InnerException);
        Assert.DoesNotContain("hunter2", masked.ToString(), StringComparison.Ordinal);
        Assert.Contains("inner ***", masked.ToString(), StringComparison.Ordinal);
    }
}
