using System.Net;
using System.Text;
using System.Text.Json;
using Playbooks.Guarding;

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

    [Fact]
    public void A_secret_of_one_character_is_hidden_in_its_plain_form() =>
        Assert.Equal("***-eQ==", new SecretMask(["x"]).Apply("x-eQ=="));

    [Fact]
    public void An_exception_without_a_secret_is_kept_as_it_is()
    {
        var exception = new InvalidOperationException("as it is");

        Assert.Same(exception, MaskedException.Of(exception, new(["hunter2"])));
    }

    [Fact]
    public void An_exception_with_a_secret_anywhere_inside_is_replaced()
    {
        var exception = new InvalidOperationException("outer", new IOException("inner hunter2"));

        var masked = MaskedException.Of(exception, new(["hunter2"]));

        Assert.Equal("InvalidOperationException: outer", masked.Message);
        Assert.Null(masked.InnerException);
        Assert.DoesNotContain("hunter2", masked.ToString(), StringComparison.Ordinal);
        Assert.Contains("inner ***", masked.ToString(), StringComparison.Ordinal);
    }
}
