using Playbooks.Browsing;
using Playbooks.Guarding.Secrets;
using Playbooks.Recording;
using Playbooks.Resolution;
using Playbooks.Tests.Browser;
using Playbooks.Verification;

namespace Playbooks.Tests.Verifying;

/// <summary>A frame that has nothing to say, or says it late, decides nothing for the others.</summary>
public sealed class FrameTests(Chromium chromium) : BrowserTest(chromium)
{
    public static TheoryData<string> SlowFrames => new(
        "<iframe src='/never'></iframe>",
        "<iframe loading=lazy style='margin-top: 20000px' src='/late'></iframe>",
        "<object data='/never'></object>",
        "<iframe src='/never'></iframe><iframe src='/never'></iframe><iframe srcdoc='<p>quick</p>'></iframe>",
        "<iframe srcdoc='<iframe src=/never></iframe>'></iframe>");

    [Theory]
    [MemberData(nameof(SlowFrames))]
    public async Task Text_beside_a_frame_that_never_comes_is_found_and_missed_as_without_it(string frames)
    {
        await OpenAsync("<p>Thank you</p>" + frames);

        Assert.True((await VerifyAsync(Page, "Thank you", Plenty)).IsMet);
        Assert.Equal("not there; the closest line is \"Thank you\"", (await VerifyAsync(Page, "Thank me", Short)).Seen);
    }

    [Fact]
    public async Task A_number_of_elements_is_not_met_without_the_frame_that_it_is_about()
    {
        await OpenAsync("<p>Thank you</p>");

        var result = Assert.Single(await new Verifier(TimeProvider.System).VerifyAsync(
            Page, new() { Count = new(FrameSelector.Compose(["#typo"], "tr")) { Exactly = 0 }, Timeout = Short }, CancellationToken.None));

        Assert.False(result.IsMet);
        Assert.Equal("the frame #typo was not found", result.Seen);
    }

    [Fact]
    public async Task Text_in_a_frame_is_found_beside_one_that_never_comes()
    {
        await OpenAsync("<iframe src='/never'></iframe><iframe srcdoc='<p>Inside</p>'></iframe>");

        Assert.True((await VerifyAsync(Page, "Inside", Plenty)).IsMet);
    }

    [Fact]
    public async Task Text_written_into_a_frame_that_never_comes_is_seen_where_it_is_shown()
    {
        await OpenAsync("<iframe id=shown src='/never'></iframe><iframe id=hidden hidden src='/never'></iframe>");
        await Page.EvaluateAsync("() => { for (const id of ['shown', 'hidden']) document.getElementById(id).contentDocument.body.innerHTML = `<p>Text ${id}</p>` }");

        Assert.True((await VerifyAsync(Page, "Text shown", Plenty)).IsMet);
        Assert.False((await VerifyAsync(Page, "Text hidden", Short)).IsMet);
    }

    [Fact]
    public async Task A_screenshot_of_a_page_with_secrets_is_taken_beside_a_frame_that_never_comes()
    {
        await OpenAsync("<p>sesame-12345</p><iframe src='/never'></iframe><iframe loading=lazy style='margin-top: 20000px' src='/late'></iframe>");

        Assert.True(File.Exists(await new ScreenshotTaker(Folder, new SecretMask(["sesame-12345"])).TakeAsync(Page, null, 1, "page", (float)Plenty.TotalMilliseconds)));
    }

    [Fact]
    public async Task A_frame_whose_process_hangs_is_waited_for_once()
    {
        await using var session = await BrowserSession.StartAsync(new() { Arguments = ["--site-per-process"] });
        var page = await (await session.NewContextAsync()).NewPageAsync();
        await page.Context.RouteAsync("http://*.test/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = new Uri(route.Request.Url).Host switch
            {
                "main.test" => "<p>Thank you</p><iframe src='http://inside.test/'></iframe><iframe src='http://hangs.test/'></iframe>",
                "inside.test" => "<p>Inside</p>",
                _ => "<p>Hangs</p><script>addEventListener('message', () => { while (true); })</script>",
            },
        }));
        await page.GotoAsync("http://main.test/");
        Assert.True((await VerifyAsync(page, "Hangs", Plenty)).IsMet);

        await page.EvaluateAsync("() => frames[1].postMessage('hang', '*')");

        Assert.True((await VerifyAsync(page, "Thank you", Plenty)).IsMet);
        Assert.True((await VerifyAsync(page, "Inside", Plenty)).IsMet);
        Assert.StartsWith("not there; ", (await VerifyAsync(page, "Nowhere", Short)).Seen, StringComparison.Ordinal);
    }

    private async Task OpenAsync(string html)
    {
        await Page.RouteAsync("http://app.test/never", _ => Task.CompletedTask);
        await ServeAsync("/", html);
        await Page.GotoAsync("http://app.test/", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.DOMContentLoaded });
    }

    private static async Task<ExpectationResult> VerifyAsync(Microsoft.Playwright.IPage page, string text, TimeSpan timeout) =>
        Assert.Single(await new Verifier(TimeProvider.System).VerifyAsync(page, new() { TextOnPage = text, Timeout = timeout }, CancellationToken.None));
}
