using Playbooks.Resolution;
using Playbooks.Steps;
using Playbooks.Tests.Browser;
using Playbooks.Verification;

namespace Playbooks.Tests.Resolution;

/// <summary>A selector leads through exactly one frame each time, or the failure says what is wrong with the frames.</summary>
public sealed class FramePathTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Several = "the frame selector .dup matches 2 elements, but exactly one is needed: iframe (#one), iframe (iframe[name=\"two\"])";
    private const string Unloaded = "the frame #hang has not loaded";
    private const string Missing = "the frame #nope was not found";

    private static readonly string[] InSeveral = [".dup"];

    public static TheoryData<string, string> Problems => new() { { ".dup", Several }, { "#hang", Unloaded }, { "#nope", Missing } };

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task Actions_say_what_is_wrong_with_the_frame(string frame, string problem)
    {
        await OpenAsync();
        var chain = new SelectorChain(FrameSelector.Compose([frame], "h1"));

        Assert.Equal($"No visible element for frame={frame} |> h1 within 300 ms: {problem}.", await FailAsync(new Click(chain)));
        Assert.Equal($"No visible element for frame={frame} |> h1 within 300 ms: {problem}.", await FailAsync(new WaitFor(chain, ElementState.Visible)));
        Assert.Equal($"No element for frame={frame} |> h1 within 300 ms: {problem}.", await FailAsync(new Extract<string>(chain)));
    }

    [Theory]
    [InlineData(".dup", Several)]
    [InlineData("#hang", Unloaded)]
    public async Task Steps_that_wait_for_no_element_wait_for_the_frame(string frame, string problem)
    {
        await OpenAsync();
        var chain = new SelectorChain(FrameSelector.Compose([frame], "h1"));

        Assert.EndsWith($" for frame={frame} |> h1 within 300 ms: {problem}.", await FailAsync(new ExtractStep<int>(Infos.Of("extract"), chain) { Mode = ExtractMode.Count }), StringComparison.Ordinal);
        Assert.EndsWith($" for frame={frame} |> h1 within 300 ms: {problem}.", await FailAsync(new WaitFor(chain, ElementState.Hidden)), StringComparison.Ordinal);
        Assert.EndsWith($" for frame={frame} |> h1 within 300 ms: {problem}.", await FailAsync(new ExtractStep<IReadOnlyList<string>>(Infos.Of("extract"), chain) { All = true }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_frame_that_stays_is_read()
    {
        await OpenAsync();

        var reading = ActAsync(new Extract<string>(new(FrameSelector.Compose(InSeveral, "h1"))));
        await Page.EvaluateAsync("() => document.getElementById('one').remove()");

        Assert.Equal("Two", await reading);
    }

    [Fact]
    public async Task A_fallback_does_not_replace_a_selector_in_several_frames()
    {
        await OpenAsync();

        var error = await FailAsync(new Click(new(FrameSelector.Compose(InSeveral, "h1"), "h2")));

        Assert.Contains(Several, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frame_within_several_frames_is_ambiguous_at_its_level()
    {
        await OpenAsync();

        var error = await FailAsync(new Extract<string>(new(FrameSelector.Compose(["#outer", "iframe"], "h1"))));

        Assert.Contains(
            "the frame selector iframe matches 2 elements in the frame #outer, but exactly one is needed: iframe near \"First\" (iframe:nth-of-type(1)), iframe near \"Second\" (iframe:nth-of-type(2)).",
            error,
            StringComparison.Ordinal);
    }

    public static TheoryData<string, StepVerification> Expectations
    {
        get
        {
            static string In(string frame) => FrameSelector.Compose([frame], "h1");
            return new()
            {
                { Several, new() { ElementVisible = In(".dup"), Timeout = Short } },
                { Several, new() { ElementGone = In(".dup"), Timeout = Short } },
                { Several, new() { Count = new(In(".dup")) { Exactly = 1 }, Timeout = Short } },
                { Several, new() { Text = new(In(".dup")) { ExactText = "One" }, Timeout = Short } },
                { Several, new() { Enabled = In(".dup"), Timeout = Short } },
                { Several, new() { Aria = new(In(".dup"), "- heading \"One\""), Timeout = Short } },
                { Unloaded, new() { Count = new(In("#hang")) { Exactly = 0 }, Timeout = Short } },
                { Missing, new() { ElementVisible = In("#nope"), Timeout = Short } },
                { Missing, new() { Count = new(In("#nope")) { AtLeast = 1 }, Timeout = Short } },
                { Missing, new() { Text = new(In("#nope")) { ExactText = "One" }, Timeout = Short } },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Expectations))]
    public async Task Expectations_say_what_is_wrong_with_the_frame(string problem, StepVerification verification)
    {
        await OpenAsync();

        var result = Assert.Single(await new Verifier(TimeProvider.System).VerifyAsync(Page, verification, CancellationToken.None));

        Assert.Equal((false, problem), (result.IsMet, result.Seen));
    }

    [Fact]
    public async Task An_element_of_a_frame_that_is_gone_is_gone()
    {
        await OpenAsync();

        var verification = new StepVerification { ElementGone = FrameSelector.Compose(["#nope"], "h1"), Timeout = Plenty };

        Assert.True(Assert.Single(await new Verifier(TimeProvider.System).VerifyAsync(Page, verification, CancellationToken.None)).IsMet);
    }

    [Fact]
    public async Task A_condition_about_several_frames_cannot_be_determined()
    {
        await OpenAsync();
        using var resolver = new SelectorResolver(TimeProvider.System);

        var error = await Assert.ThrowsAsync<PlaybookException>(() =>
            new ConditionEvaluator(TimeProvider.System, resolver).EvaluateAsync(Page, new() { ElementVisible = FrameSelector.Compose(InSeveral, "h1") }, CancellationToken.None));

        Assert.Equal($"The condition could not be evaluated: {Several}.", error.Message);
    }

    private async Task OpenAsync()
    {
        await Page.RouteAsync("http://app.test/never", _ => Task.CompletedTask);
        await ServeAsync("/", """
            <h2>Page</h2>
            <iframe id=one class=dup srcdoc="<h1>One</h1>"></iframe>
            <iframe name=two class=dup srcdoc="<h1>Two</h1>"></iframe>
            <iframe id=outer srcdoc="<p>First</p><iframe srcdoc='<h1>A</h1>'></iframe><p>Second</p><iframe srcdoc='<h1>B</h1>'></iframe>"></iframe>
            <iframe id=hang src="/never"></iframe>
            """);
        await Page.GotoAsync("http://app.test/", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.DOMContentLoaded });
        await Page.FrameLocator("#one").Locator("h1").WaitForAsync();
        await Page.FrameLocator("[name=two]").Locator("h1").WaitForAsync();
        await Page.FrameLocator("#outer").FrameLocator("iframe >> nth=1").Locator("h1").WaitForAsync();
    }
}
