using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Playbooks.Server.Tests.Service;
using static Microsoft.Playwright.Assertions;

namespace Playbooks.Server.Tests.Pages;

/// <summary>A run's page while the run goes on: it grows by itself, and can be read without that.</summary>
[Collection(SharedPages.Name)]
public sealed class LivePageTests(PageFixture pages) : IAsyncLifetime
{
    private ShopSite shop = null!;

    public async Task InitializeAsync() => shop = await ShopSite.StartAsync();

    public async Task DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task A_page_grows_as_steps_end_without_being_loaded_anew_and_says_so()
    {
        await StartSlowAsync(pages.Service, "to-watch");
        var page = await pages.OpenAsync("/runs/to-watch");
        await page.EvaluateAsync("() => { window.isTheSame = true; window.said = []; new MutationObserver(() => said.push(document.getElementById('announce').textContent)).observe(document.getElementById('announce'), { childList: true }); }");
        await Expect(page.Locator("#word")).ToHaveTextAsync("Running");
        await Expect(page.Locator("#branch-1")).ToContainTextAsync("Running");
        await Expect(page.Locator("#branch-2")).ToContainTextAsync("Not started");
        await Expect(page.Locator("#lines li.running").First).ToContainTextAsync("/slow");
        await page.Locator("#stop").FocusAsync();

        shop.Release();

        await Expect(page.Locator("#word")).ToHaveTextAsync("Passed", new() { Timeout = 30_000 });
        await Expect(page.Locator("#step-2 .name")).ToHaveTextAsync("extract");
        await Expect(page.Locator("#lines")).ToContainTextAsync("step 2: Passed");
        await Expect(page.Locator("#given")).ToContainTextAsync("At last");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Report" })).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.isTheSame"));
        var said = await page.EvaluateAsync<string[]>("said");
        Assert.Contains("Step 1, goto: Passed", said);
        Assert.Equal("The run has ended: Passed", said[^1]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_run_under_way_keeps_nobody_out()
    {
        await StartSlowAsync(pages.Service, "to-look-at");
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await pages.OpenAsync("/runs/to-look-at", new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            var found = await page.RunAxe();
            Assert.Equal("", string.Join('\n', found.Violations.Select(rule => $"{rule.Id}: {rule.Help}\n{string.Join('\n', rule.Nodes.Select(node => node.Html))}")));
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Without_script_a_page_shows_all_there_is_says_how_to_see_more_and_stops_the_run()
    {
        await StartSlowAsync(pages.Service, "without-script");
        var page = await pages.OpenAsync("/runs/without-script", new() { JavaScriptEnabled = false });
        await Expect(page.Locator("#word")).ToHaveTextAsync("Running");

        await page.GetByRole(AriaRole.Link, new() { Name = "Reload the page" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop the run" }).ClickAsync();
        await pages.Service.FinishedAsync("without-script");
        await page.ReloadAsync();

        await Expect(page.Locator("#word")).ToHaveTextAsync("Stopped");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_run_in_line_says_what_it_waits_for_and_begins_on_its_page()
    {
        await using var service = await PageFixture.ServiceAsync(shop, static options => options.MaxConcurrentRuns = 1);
        await StartSlowAsync(service, "under-way");
        await PageFixture.StartAsync(service, new { playbook = "greet", parameters = new { who = "Ada" }, run_id = "in-line" });

        var page = await pages.OpenAsync(service, "/runs/in-line");

        await Expect(page.Locator("#word")).ToHaveTextAsync("Waiting");
        await Expect(page.Locator("#waiting")).ToHaveTextAsync("The run is queued: 1 run is active, and the service executes 1 at a time. The run will start when one of them ends.");
        shop.Release();
        await Expect(page.Locator("#word")).ToHaveTextAsync("Passed", new() { Timeout = 30_000 });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_list_follows_a_run_and_leaves_the_focus_where_it_is()
    {
        await StartSlowAsync(pages.Service, "in-the-list");
        var page = await pages.OpenAsync("/?text=in-the-list");
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Wait for a page" });
        await Expect(page.Locator("table.runs .word")).ToHaveTextAsync("Running");
        await Expect(page.Locator("table.runs [data-label=Duration]")).ToHaveTextAsync(new Regex("^(?!0 ms).* so far$"));
        await link.FocusAsync();

        shop.Release();

        await Expect(page.Locator("table.runs .word")).ToHaveTextAsync("Passed", new() { Timeout = 30_000 });
        await Expect(link).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    private async Task StartSlowAsync(RunningService service, string runId)
    {
        await PageFixture.StartAsync(service, new { playbook = "slow", run_id = runId, base_url = shop.Url });
        await shop.SlowPageAskedAsync();
    }
}
