using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Resolution;

public sealed class FrameMatchesTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_failure_names_the_frame_that_holds_what_was_looked_for()
    {
        await Page.RouteAsync("http://app.test/never", _ => Task.CompletedTask);
        await ServeAsync("/inner", "<button>Pay now</button>");
        await ServeAsync("/", "<iframe src=/never></iframe><iframe src=/inner></iframe>");
        await Page.GotoAsync("http://app.test/", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.DOMContentLoaded });
        await Page.FrameLocator("iframe >> nth=1").GetByText("Pay now").WaitForAsync();

        Assert.EndsWith(
            "no element matches; the frame http://app.test/inner contains text=Pay now, but selectors do not search frames.",
            await FailAsync(new Click(new("text=Pay now"))),
            StringComparison.Ordinal);
    }
}
