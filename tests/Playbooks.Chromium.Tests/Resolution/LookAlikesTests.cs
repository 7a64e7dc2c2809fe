using Playbooks.Resolution;
using Playbooks.Tests.Browser;
using Playbooks.Texts;
using Playbooks.Verification;

namespace Playbooks.Tests.Resolution;

public sealed class LookAlikesTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData("Rech\u00adnung", "Rechnung")]
    [InlineData("Rech\u200bnung\u2060 \ufeffan", "Rechnung an")]
    [InlineData("Cafe\u0301", "Caf\u00e9")]
    [InlineData(" a\u00a0 b\n", "a b")]
    [InlineData("\ud800", "\ud800")]
    public void Texts_that_look_the_same_are_compared_as_the_same(string text, string compared) => Assert.Equal(compared, LookAlikes.Compared(text));

    [Theory]
    [InlineData("Rech\u00adnung", "Rech[U+00AD]nung")]
    [InlineData("\u200bSave\u200e", "[U+200B]Save[U+200E]")]
    [InlineData("\ud83d\udc69\u200d\ud83d\udcbb", "\ud83d\udc69\u200d\ud83d\udcbb")]
    [InlineData("a\u200db", "a[U+200D]b")]
    [InlineData("Caf\u00e9 1\u00a0234", "Caf\u00e9 1\u00a0234")]
    public void Invisible_characters_are_shown_by_their_numbers(string text, string shown) => Assert.Equal(shown, LookAlikes.Shown(text));

    [Fact]
    public void Message_of_a_failure_shows_them() => Assert.Equal(
        "No element for text=Sa[U+200B]ve.", CauseText.Plain(new PlaybookException(ErrorCode.StepFailed, "No element for text=Sa\u200bve.")));

    [Theory]
    [InlineData("Rech\u00adnung", "Rechnung")]
    [InlineData("Rechnung", "Rech\u00adnung")]
    [InlineData("Rech\u200bnung", "Rechnung")]
    [InlineData("Cafe\u0301", "Caf\u00e9")]
    [InlineData("Caf\u00e9", "Cafe\u0301")]
    public async Task What_looks_the_same_is_on_the_page_and_in_its_title(string there, string expected)
    {
        await Page.SetContentAsync($"<title>{there}</title><p>{there}</p>");

        Assert.All(await VerifyAsync(new() { TextOnPage = expected, TitleContains = expected }), static result => Assert.True(result.IsMet, result.Seen));
    }

    [Theory]
    [InlineData("Rech\u00adnung 7", "Rechnung 7")]
    [InlineData("Rechnung 7", "Rech\u00adnung\u200b 7")]
    [InlineData("Cafe\u0301 \u00a0 7", "Caf\u00e9 7")]
    public async Task Text_of_an_element_that_only_looks_like_what_is_expected_is_that_text(string shown, string expected)
    {
        await Page.SetContentAsync($"<p id=x>{shown}</p>");

        Assert.True(Assert.Single(await VerifyAsync(new() { Text = new("#x") { ExactText = expected } })).IsMet);
        Assert.True(Assert.Single(await VerifyAsync(new() { Text = new("#x") { ContainedText = expected } })).IsMet);
        Assert.False(Assert.Single(await VerifyAsync(new() { Text = new("#x") { ExactText = expected + "1" } })).IsMet);
    }

    [Theory]
    [InlineData("^Rechnung \\d$", true)]
    [InlineData("Rech\u00adnung", true)]
    [InlineData("Rechnung \\d\\d", false)]
    public async Task Pattern_ignores_what_is_invisible_unless_it_contains_it(string pattern, bool held)
    {
        await Page.SetContentAsync("<p id=x>Rech\u00adnung 7</p>");

        Assert.Equal(held, Assert.Single(await VerifyAsync(new() { Text = new("#x") { Pattern = pattern } })).IsMet);
    }

    [Fact]
    public async Task Value_that_only_looks_like_what_is_expected_says_what_differs()
    {
        await Page.SetContentAsync("<input id=x value='1\u00a0234' title='Rech\u00adnung 7'>");

        var results = await VerifyAsync(new() { Value = new("#x", "1 234"), Attribute = new("#x", "title") { ContainedText = "Rechnung" } });

        Assert.Equal(
            ["\"1[U+00A0]234\", which only looks like \"1 234\"", "\"Rech[U+00AD]nung 7\", which only looks like \"Rechnung\""],
            results.Select(static result => result.Seen));
    }

    [Fact]
    public async Task Closest_line_and_nearest_name_show_what_is_invisible_in_them()
    {
        await Page.SetContentAsync("<button>Rech\u200ening drucken</button>");

        Assert.Equal("not there; the closest line is \"Rech[U+200E]ning drucken\"", Assert.Single(await VerifyAsync(new() { TextOnPage = "Rechnung drucken" })).Seen);
        var error = await Assert.ThrowsAsync<SelectorException>(() => ActAsync(new Click(new("text='Rechnung drucken'")), Short));
        Assert.Equal(["button \"Rech[U+200E]ning drucken\""], error.Nearest);
    }

    private Task<IReadOnlyList<ExpectationResult>> VerifyAsync(StepVerification verification) =>
        new Verifier(TimeProvider.System).VerifyAsync(Page, verification with { Timeout = Short }, default);
}
