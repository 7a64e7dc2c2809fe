using Playbooks.Tests.Browser;
using Playbooks.Verification;

namespace Playbooks.Tests.Verifying;

public sealed class VerifierTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Shop = """
        <title>Orders</title>
        <h1 style="text-transform: uppercase">Order   overview</h1>
        <p>Order <b>12345</b>
           is <span>open</span></p>
        <p hidden>Secret</p><div style="visibility: hidden">Ghost<span style="visibility: visible">Spirit</span></div>
        <details><summary>More</summary>Folded</details>
        <select id=size><option>Small</option><option selected>Large</option></select>
        <input id=q value="blue shoes"><button id=a title="Cancel order 12345">Cancel</button><button id=b hidden>Hide</button>
        <div id=host></div><iframe srcdoc="<p>Inside a frame</p>"></iframe><iframe hidden srcdoc="<p>Inside a hidden frame</p>"></iframe>
        <script>document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '<p>In the shade</p>'</script>
        """;

    [Theory]
    [InlineData("Order 12345 is open")]
    [InlineData("Order\n 12345")]
    [InlineData("Order overview")]
    [InlineData("Spirit")]
    [InlineData("Large")]
    [InlineData("More")]
    [InlineData("In the shade")]
    [InlineData("Inside a frame")]
    [InlineData("Order overview Order 12345")]
    public async Task Text_that_is_shown_is_on_the_page(string text) => await HoldsAsync(new() { TextOnPage = text });

    [Theory]
    [InlineData("ORDER OVERVIEW", "Order overview")]
    [InlineData("order 12345", "Order 12345 is open")]
    [InlineData("Secret", null)]
    [InlineData("Ghost", null)]
    [InlineData("Folded", null)]
    [InlineData("Small", null)]
    [InlineData("Inside a hidden frame", null)]
    public async Task Text_that_is_not_shown_is_not_on_the_page(string text, string? closest)
    {
        var result = await FailsAsync(new() { TextOnPage = text });

        Assert.Equal(("expect_text_on_page", $"the text \"{text}\" on the page"), (result.Name, result.Expected));
        Assert.StartsWith("not there; ", result.Seen, StringComparison.Ordinal);
        if (closest is not null)
        {
            Assert.Equal($"not there; the closest line is \"{closest}\"", result.Seen);
        }
    }

    [Fact]
    public async Task Url_is_compared_percent_decoded_on_both_sides()
    {
        await ServeAsync("/**", Shop);
        await Page.GotoAsync("http://app.test/caf%C3%A9?q=a%20b");

        await HoldsAsync(new() { UrlContains = "/café?q=a b" }, serve: false);
        await HoldsAsync(new() { UrlContains = "/caf%C3%A9" }, serve: false);
        var result = await FailsAsync(new() { UrlContains = "/tea" }, serve: false);
        Assert.Equal(new("expect_url_contains", "a URL that contains \"/tea\"", "http://app.test/caf%C3%A9?q=a%20b", IsMet: false), result);
    }

    public static TheoryData<string> Kinds() => new("title", "visible", "gone", "gone hidden", "value", "count", "at least", "at most", "attribute", "attribute part");

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Expectation_that_holds_passes(string kind) => await HoldsAsync(kind switch
    {
        "title" => new() { TitleContains = "Ord" },
        "visible" => new() { ElementVisible = "#a" },
        "gone" => new() { ElementGone = "#none" },
        "gone hidden" => new() { ElementGone = "#b" },
        "value" => new() { Value = new("#q", "blue shoes") },
        "count" => new() { Count = new("button") { Exactly = 2 } },
        "at least" => new() { Count = new("button") { AtLeast = 2, AtMost = 2 } },
        "at most" => new() { Count = new("#none") { AtMost = 0 } },
        "attribute" => new() { Attribute = new("#a", "title") { ExactText = "Cancel order 12345" } },
        _ => new() { Attribute = new("#a", "title") { ContainedText = "12345" } },
    });

    [Theory]
    [InlineData("title", "expect_title_contains", "a title that contains \"Bill\"", "\"Orders\"")]
    [InlineData("visible", "expect_element_visible", "#b is visible", "1 element matches, but it is not visible")]
    [InlineData("visible none", "expect_element_visible", "#none is visible", "no element matches")]
    [InlineData("gone", "expect_element_gone", "#a is gone", "still visible: button \"Cancel\" (#a)")]
    [InlineData("value", "expect_value", "#q has the value \"blue\"", "\"blue shoes\"")]
    [InlineData("value none", "expect_value", "#none has the value \"blue\"", "no element matches")]
    [InlineData("value several", "expect_value", "button has the value \"x\"", "2 elements match, but exactly one is needed: button \"Cancel\" (#a), button (#b)")]
    [InlineData("value no field", "expect_value", "h1 has the value \"x\"", "it is not a form field")]
    [InlineData("count", "expect_count", "exactly 1 element for button", "2 elements")]
    [InlineData("at least", "expect_count", "at least 3 elements and at most 4 elements for button", "2 elements")]
    [InlineData("attribute", "expect_attribute", "#a has the attribute title=\"Cancel\"", "\"Cancel order 12345\"")]
    [InlineData("attribute part", "expect_attribute", "#a has an attribute title that contains \"999\"", "\"Cancel order 12345\"")]
    [InlineData("attribute none", "expect_attribute", "#a has the attribute href=\"/\"", "the attribute is missing")]
    public async Task Expectation_that_does_not_hold_tells_what_was_seen(string kind, string name, string expected, string seen) =>
        Assert.Equal(new(name, expected, seen, IsMet: false), await FailsAsync(kind switch
        {
            "title" => new() { TitleContains = "Bill" },
            "visible" => new() { ElementVisible = "#b" },
            "visible none" => new() { ElementVisible = "#none" },
            "gone" => new() { ElementGone = "#a" },
            "value" => new() { Value = new("#q", "blue") },
            "value none" => new() { Value = new("#none", "blue") },
            "value several" => new() { Value = new("button", "x") },
            "value no field" => new() { Value = new("h1", "x") },
            "count" => new() { Count = new("button") { Exactly = 1 } },
            "at least" => new() { Count = new("button") { AtLeast = 3, AtMost = 4 } },
            "attribute" => new() { Attribute = new("#a", "title") { ExactText = "Cancel" } },
            "attribute part" => new() { Attribute = new("#a", "title") { ContainedText = "999" } },
            _ => new() { Attribute = new("#a", "href") { ExactText = "/" } },
        }));

    [Fact]
    public async Task Every_expectation_that_fails_is_told_beside_those_that_hold()
    {
        await Page.SetContentAsync(Shop);

        var results = await VerifyAsync(new() { TextOnPage = "Nowhere", ElementVisible = "#a", TitleContains = "Bill", Timeout = Short });

        Assert.Equal(
            [("expect_element_visible", true), ("expect_text_on_page", false), ("expect_title_contains", false)],
            results.Select(result => (result.Name, result.IsMet)));
    }

    [Fact]
    public async Task What_comes_true_late_is_waited_for_across_a_navigation()
    {
        await Page.SetContentAsync(Shop);
        await ServeAsync("/done", "<title>Done</title><p>All done</p>");

        var verifying = VerifyAsync(new() { TextOnPage = "All done", TitleContains = "Done", Timeout = Plenty });
        await Page.GotoAsync("http://app.test/done");

        Assert.All(await verifying, result => Assert.True(result.IsMet, result.ToString()));
    }

    [Fact]
    public async Task Time_limit_of_nothing_still_looks_once()
    {
        await Page.SetContentAsync(Shop);

        Assert.True(Assert.Single(await VerifyAsync(new() { ElementVisible = "#a", Timeout = TimeSpan.FromMilliseconds(1) })).IsMet);
    }

    private Task<IReadOnlyList<ExpectationResult>> VerifyAsync(StepVerification verification) =>
        new Verifier(TimeProvider.System).VerifyAsync(Page, verification, CancellationToken.None);

    private async Task HoldsAsync(StepVerification verification, bool serve = true)
    {
        if (serve)
        {
            await Page.SetContentAsync(Shop);
        }

        var result = Assert.Single(await VerifyAsync(verification with { Timeout = Plenty }));
        Assert.True(result.IsMet, result.ToString());
    }

    private async Task<ExpectationResult> FailsAsync(StepVerification verification, bool serve = true)
    {
        if (serve)
        {
            await Page.SetContentAsync(Shop);
        }

        return Assert.Single(await VerifyAsync(verification with { Timeout = Short }));
    }
}
