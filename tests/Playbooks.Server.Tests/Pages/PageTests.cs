using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Playbooks.Server.Tests.Service;
using static Microsoft.Playwright.Assertions;

namespace Playbooks.Server.Tests.Pages;

/// <summary>The pages in a real browser, with its eyes and with those of a screen reader.</summary>
[Collection(SharedPages.Name)]
public sealed class PageTests(PageFixture pages)
{
    public static TheoryData<string> Addresses =>
    [
        "/", "/?text=nothing-has-this", "/start", "/start?text=nothing-has-this", "/start/place_order", "/start/hostile",
        $"/start/place_order?from={PageFixture.Passed}", $"/runs/{PageFixture.Passed}", $"/runs/{PageFixture.Failed}", "/runs/there-is-none",
    ];

    [Theory]
    [InlineData("/", ColorScheme.Dark)]
    [InlineData("/start", ColorScheme.Light)]
    [InlineData("/start/place_order", ColorScheme.Dark)]
    [InlineData($"/runs/{PageFixture.Passed}", ColorScheme.Light)]
    [InlineData($"/runs/{PageFixture.Failed}", ColorScheme.Dark)]
    [InlineData("/runs/there-is-none", ColorScheme.Light)]
    public async Task A_page_keeps_nobody_out(string address, ColorScheme scheme)
    {
        var page = await pages.OpenAsync(address, new() { ColorScheme = scheme });
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");

        await AssertAccessibleAsync(page);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_fits_a_small_telephone_and_nothing_that_is_said_in_it_becomes_markup(string address)
    {
        var page = await (await pages.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 320, Height = 640 } })).NewPageAsync();
        var told = new List<string>();
        page.Console += (_, message) => told.Add(message.Text);
        page.PageError += (_, error) => told.Add(error);

        var answer = await page.GotoAsync(new Uri(pages.Service.Url, address).AbsoluteUri);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");

        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        Assert.Equal(0, await page.Locator(".hostile").CountAsync());
        // What the policy forbids is told on the console.
        Assert.DoesNotContain(told, text => answer!.Status == 200 || !text.Contains("404", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_mistaken_form_and_a_login_keep_nobody_out()
    {
        var page = await pages.OpenAsync("/start/place_order");
        await page.GetByLabel("Customer").FillAsync("nobody");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the run" }).ClickAsync();
        await Expect(page.Locator("#mistakes")).ToBeFocusedAsync();
        await AssertAccessibleAsync(page);

        await using var guarded = await RunningService.StartAsync(static options => options.ApiKey = "a-long-random-text");
        var login = await pages.OpenAsync(guarded, "/start");
        await Expect(login).ToHaveTitleAsync("Log in · Playbooks");
        await AssertAccessibleAsync(login);
    }

    [Fact]
    public async Task A_token_opens_the_page_that_was_asked_for_until_one_logs_out()
    {
        await using var guarded = await RunningService.StartAsync(static options => options.ApiKey = "a-long-random-text");
        var page = await pages.OpenAsync(guarded, "/start?text=greet");

        await page.GetByLabel("Token").FillAsync("wrong");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The token is incorrect");
        await page.GetByLabel("Token").FillAsync("a-long-random-text");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Uri(guarded.Url, "/start?text=greet").AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();
        await page.GotoAsync(new Uri(guarded.Url, "/").AbsoluteUri);
        await Expect(page.GetByLabel("Token")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task By_keyboard_alone_one_comes_to_the_content_and_from_a_step_to_its_lines_and_back()
    {
        var page = await pages.OpenAsync($"/runs/{PageFixture.Failed}");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#content")).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "All evidence for step 3" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#step-3")).ToHaveAttributeAsync("open", "");
        await page.Locator("#step-3 .place a").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("#L[0-9]+$"));
        await page.GetByRole(AriaRole.Link, new() { Name = "step 2: Passed" }).FocusAsync();
        await Expect(page.Locator("#step-2")).ToHaveClassAsync("step passed lit");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_list_names_each_run_and_what_it_was_given()
    {
        var page = await pages.OpenAsync("/?text=ada&outcome=passed");

        await Expect(page.Locator(".runs .given").First).ToHaveTextAsync(new Regex($"{PageFixture.Passed}\\s+who = Ada"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_playbook_of_a_failed_run_begins_at_the_step_that_failed()
    {
        var page = await pages.OpenAsync($"/runs/{PageFixture.Failed}", new() { ViewportSize = new() { Width = 1280, Height = 300 } });

        Assert.True(await page.Locator("#pane").EvaluateAsync<bool>(
            "pane => { const line = pane.querySelector('li.failed'); return pane.scrollTop > 0 && line.offsetTop >= pane.scrollTop && line.offsetTop < pane.scrollTop + pane.clientHeight; }"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_report_leads_back_to_the_list_of_runs()
    {
        var page = await pages.OpenAsync($"/runs/{PageFixture.Passed}/report");

        await page.GetByRole(AriaRole.Link, new() { Name = "All runs" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Uri(pages.Service.Url, "/").AbsoluteUri);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_a_run_left_is_opened_from_its_page()
    {
        var page = await pages.OpenAsync($"/runs/{PageFixture.Passed}");

        await page.Locator("#step-1 summary").ClickAsync();
        await page.Locator("#step-1 img").ScrollIntoViewIfNeededAsync();
        Assert.True(await page.Locator("#step-1 img").EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)"));
        var trace = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the trace" }).ClickAsync());
        Assert.Equal(PageFixture.Passed + "-trace.zip", trace.SuggestedFilename);
        await page.GetByRole(AriaRole.Link, new() { Name = "Status as JSON" }).ClickAsync();
        await Expect(page.Locator("body")).ToContainTextAsync(new Regex("\"status\": ?\"completed\""));
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Report" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Greet somebody");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_secret_is_never_written_into_the_form_that_comes_back()
    {
        var page = await pages.OpenAsync("/start/place_order");
        await page.GetByLabel("Customer").FillAsync("nobody");
        await page.GetByLabel("Notes").FillAsync("first\nsecond, and more");
        await page.GetByLabel("Password").FillAsync("s3cr3t-of-mine");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the run" }).ClickAsync();

        await Expect(page.Locator("#mistakes")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Notes")).ToHaveValueAsync("first\nsecond, and more");
        Assert.DoesNotContain("s3cr3t-of-mine", await page.ContentAsync(), StringComparison.Ordinal);
        await Expect(page.GetByLabel("Password")).ToHaveValueAsync("");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_run_is_run_again_with_what_it_was_given()
    {
        var page = await pages.OpenAsync($"/runs/{PageFixture.Passed}");

        await page.GetByRole(AriaRole.Link, new() { Name = "Run again" }).ClickAsync();

        await Expect(page.GetByLabel("Who")).ToHaveValueAsync("Ada");
        await Expect(page.GetByLabel("Base URL")).ToHaveValueAsync(pages.Shop.Url);
        await page.Context.CloseAsync();
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        var found = await page.RunAxe();

        Assert.Equal("", string.Join('\n', found.Violations.Select(rule => $"{rule.Id}: {rule.Help}\n{string.Join('\n', rule.Nodes.Select(node => node.Html))}")));
        Assert.NotEmpty(found.Passes);
        await page.Context.CloseAsync();
    }
}
