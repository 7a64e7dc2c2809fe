using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Playbooks.Reports;
using Playbooks.RunFolder.Log;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Reports;

/// <summary>The pages in a real browser, with its eyes and with those of a screen reader.</summary>
[Collection(SharedChromium.Name)]
public sealed class ReportPageTests(Chromium chromium) : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Theory]
    [InlineData(nameof(SampleRun.Failed), ColorScheme.Light, 1280)]
    [InlineData(nameof(SampleRun.Failed), ColorScheme.Dark, 390)]
    [InlineData(nameof(SampleRun.Expected), ColorScheme.Dark, 1280)]
    [InlineData(nameof(SampleRun.Flaky), ColorScheme.Light, 390)]
    [InlineData(nameof(SampleRun.Recovered), ColorScheme.Dark, 1280)]
    [InlineData(nameof(SampleRun.Passed), ColorScheme.Light, 1280)]
    [InlineData(nameof(SampleRun.Killed), ColorScheme.Dark, 1280)]
    [InlineData(nameof(SampleRun.Live), ColorScheme.Light, 1280)]
    [InlineData(nameof(SampleRun.TimedOut), ColorScheme.Dark, 1280)]
    public async Task A_report_keeps_nobody_out(string run, ColorScheme scheme, int width)
    {
        var sample = new SampleRun(temp["run"]) { Notes = [new() { Topic = "stuck", Message = "The same click again." }], Problems = ["A line is damaged."] };
        var page = await OpenAsync(sample.Named(run).Html(), new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");

        await AssertAccessibleAsync(page);
    }

    [Fact]
    public async Task The_page_over_all_runs_keeps_nobody_out()
    {
        var sample = new SampleRun(temp["runs", "r"]);
        foreach (var (name, index) in new[] { nameof(SampleRun.Passed), nameof(SampleRun.Flaky), nameof(SampleRun.Recovered), nameof(SampleRun.Failed), nameof(SampleRun.Killed), nameof(SampleRun.TimedOut) }.Select((name, index) => (name, index)))
        {
            temp.File($"runs/r{index}/status.json", LogJson.Write(sample.Named(name).Status));
        }

        temp.File("runs/damaged/status.json", "{");

        var page = await OpenAsync(new RunIndex(temp["runs"]).Write(), new());

        await AssertAccessibleAsync(page);
    }

    [Fact]
    public async Task The_runs_are_filtered_by_playbook_outcome_and_text()
    {
        var sample = new SampleRun(temp["runs", "r"]);
        foreach (var name in new[] { nameof(SampleRun.Passed), nameof(SampleRun.Flaky), nameof(SampleRun.Failed) })
        {
            temp.File($"runs/{name}/status.json", LogJson.Write(sample.Named(name).Status));
        }

        temp.File("runs/other/status.json", LogJson.Write(sample.Passed().Status with { Playbook = "other", PlaybookName = "Another" }));
        var told = new List<string>();
        var page = await OpenAsync(new RunIndex(temp["runs"]).Write(), new(), asked: [], told);

        await page.GetByLabel("Outcome").SelectOptionAsync("Failed");
        Assert.Equal(["Failed"], await ShownAsync());
        await page.GetByLabel("Outcome").SelectOptionAsync("Any outcome");
        await page.Locator("#filter-playbook").SelectOptionAsync("Another");
        Assert.Equal(["other"], await ShownAsync());
        await page.Locator("#filter-playbook").SelectOptionAsync("All playbooks");
        await page.GetByLabel("Run, parameter, case or error").FillAsync("WAS NOT FOUND");
        Assert.Equal(["Failed"], await ShownAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 of 4 runs");
        await page.GetByLabel("Run, parameter, case or error").FillAsync("");
        Assert.Equal(4, (await ShownAsync()).Count);
        Assert.Empty(told);

        async Task<IReadOnlyList<string>> ShownAsync() => await page.Locator(".runs tbody tr:visible .given code").AllTextContentsAsync();
    }

    [Fact]
    public async Task A_report_is_read_and_its_steps_are_opened_by_keyboard_where_no_script_runs()
    {
        var page = await OpenAsync(new SampleRun(temp["run"]).Failed().Html(), new() { JavaScriptEnabled = false });

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/page.html#failure");

        await page.Locator("#step-2 summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Attempt 2: failed after 4.0 s")).ToBeVisibleAsync();
        await page.Locator("#step-2 .place a").ClickAsync();
        await page.WaitForURLAsync("**/page.html#L13");
    }

    [Fact]
    public async Task The_browser_finds_nothing_that_the_pages_own_policy_forbids_and_nothing_is_asked_of_a_network()
    {
        Directory.CreateDirectory(temp["run", "screenshots"]);
        var picture = await chromium.NewPageAsync();
        await picture.ScreenshotAsync(new() { Path = temp["run", "screenshots", "0002_click.jpg"], Type = ScreenshotType.Jpeg });
        await picture.Context.CloseAsync();
        var asked = new List<string>();
        var told = new List<string>();

        var page = await OpenAsync(new SampleRun(temp["run"]).Failed().Html(), new(), asked, told);

        await page.Locator("img").ScrollIntoViewIfNeededAsync();
        Assert.True(await page.Locator("img").EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)"));
        Assert.Empty(told);
        Assert.All(asked, url => Assert.True(url.StartsWith("file:", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal), url));
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task No_page_is_wider_than_its_window_however_long_a_word_is(int width)
    {
        var word = new string('W', 3000);
        var sample = new SampleRun(temp["run"]) { Name = word, Case = word, Source = word, Problems = [word] };
        var run = sample.Ended(Outcome.Failed, [SampleRun.Missed(1) with { Outcome = Outcome.Failed, Description = word, InputSummary = word, Cause = word, Line = 1, EndLine = 1 }], sample.Failure() with { Message = word, Cause = word, Url = word, ConsoleErrors = [word] });

        var page = await OpenAsync(run.Html(), new() { ViewportSize = new() { Width = width, Height = 800 } });
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");

        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
    }

    [Fact]
    public async Task What_is_printed_has_the_closed_steps_in_it()
    {
        var page = await OpenAsync(new SampleRun(temp["run"]).Flaky().Html(), new());
        await Assertions.Expect(page.GetByText("Attempt 1: failed after 640 ms")).ToBeHiddenAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(page.GetByText("Attempt 1: failed after 640 ms")).ToBeVisibleAsync();
    }

    private async Task<IPage> OpenAsync(string html, BrowserNewContextOptions options, List<string>? asked = null, List<string>? told = null)
    {
        var path = temp.File("page.html", html);
        var page = await chromium.NewPageAsync(options);
        page.Request += (_, request) => asked?.Add(request.Url);
        page.Console += (_, message) => told?.Add(message.Text);
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return page;
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        var found = await page.RunAxe();

        Assert.Equal("", string.Join('\n', found.Violations.Select(rule => $"{rule.Id}: {rule.Help}\n{string.Join('\n', rule.Nodes.Select(node => node.Html))}")));
        Assert.NotEmpty(found.Passes);
        await page.Context.CloseAsync();
    }
}
