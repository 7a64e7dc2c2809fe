using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Pages;

/// <summary>The pages, as playbooks of our own use them.</summary>
[Collection(SharedPages.Name)]
public sealed class PagePlaybookTests(PageFixture pages) : IDisposable
{
    private readonly string outputRoot = Path.Combine(Path.GetTempPath(), "playbooks-page-tests", Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(outputRoot))
        {
            Directory.Delete(outputRoot, recursive: true);
        }
    }

    [Fact]
    public async Task A_run_is_started_from_its_form_and_shows_what_it_gave()
    {
        var stored = await RunAsync("page_starts_a_run", new() { ["who"] = "Grace" });

        Assert.Equal("Hello, Grace", stored["greeting"]);
    }

    [Fact]
    public async Task A_mistake_stands_at_its_field_which_keeps_what_was_typed()
    {
        var stored = await RunAsync("page_refuses_a_value", new() { ["who"] = "Grace 1 <b>" });

        Assert.Equal("Grace 1 <b>", stored["kept"]);
        Assert.Contains("'Grace 1 <b>' does not match the pattern", stored["mistake"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_stopped_on_its_page()
    {
        await using var shop = await ShopSite.StartAsync();
        await PageFixture.StartAsync(pages.Service, new { playbook = "slow", run_id = "to-stop", base_url = shop.Url });
        await shop.SlowPageAskedAsync();

        var stored = await RunAsync("page_stops_a_run", new() { ["run"] = "to-stop" });

        Assert.Equal("Stopped", stored["word"]);
    }

    [Fact]
    public async Task Runs_are_narrowed_down_to_those_that_failed()
    {
        var stored = await RunAsync("page_filters_runs", []);

        Assert.StartsWith("1 run matches", stored["found"], StringComparison.Ordinal);
        Assert.Contains("No button", stored["rows"], StringComparison.Ordinal);
    }

    /// <summary>What the playbook stored.</summary>
    private async Task<Dictionary<string, string>> RunAsync(string playbook, Dictionary<string, string> values)
    {
        var runner = new PlaybookRunner(new() { BaseUrl = pages.Service.Url.AbsoluteUri, OutputRoot = outputRoot });
        await using var context = await pages.Browser.NewContextAsync();
        var result = await runner.RunAsync(PlaybookCatalog.Find(playbook)!.Create(values), context);
        Assert.True(result.Outcome == Outcome.Passed, result.Report);
        return result.OutputTexts.ToDictionary(static output => output.Name, static output => output.Text);
    }
}
