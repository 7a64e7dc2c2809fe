using Playbooks.Browsing;

namespace Playbooks.Tests.Browsing;

public sealed class BrowserStartTests
{
    [Fact]
    public async Task A_browser_of_this_machine_is_found_or_installed_and_starts()
    {
        var said = new List<string>();
        await using var session = await BrowserSession.StartAsync(new() { OnMessage = said.Add });
        await using var context = await session.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.SetContentAsync("<h1>here</h1>");
        Assert.Equal("here", await page.InnerTextAsync("h1"));
        Assert.NotEmpty(said);
    }
}
