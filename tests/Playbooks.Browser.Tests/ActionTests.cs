using System.Text.RegularExpressions;
using Playbooks.Browser.Tests.Site;
using Playbooks.Browser.Tests.Snapshots;
using Playbooks.Steps;
using Xunit.Abstractions;

namespace Playbooks.Browser.Tests;

/// <summary>Every action from its YAML to a real page: once as it works, once as it fails, with all that the failure shows.</summary>
public sealed partial class ActionTests(PlaybookFixture playbooks, TestSite site, ITestOutputHelper output)
    : IClassFixture<PlaybookFixture>, IClassFixture<TestSite>, IDisposable
{
    private readonly string outputRoot = Path.Combine(Path.GetTempPath(), "playbooks-tests", Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(outputRoot))
        {
            Directory.Delete(outputRoot, recursive: true);
        }
    }

    public static TheoryData<string> Working() => new(PlaybookCatalog.All.Select(entry => entry.Info.Id).Where(id => id.EndsWith("_works", StringComparison.Ordinal)));

    public static TheoryData<string> Failing() => new(PlaybookCatalog.All.Select(entry => entry.Info.Id).Where(id => id.EndsWith("_fails", StringComparison.Ordinal)));

    [Fact]
    public void Every_action_has_a_playbook_that_works_and_one_that_fails()
    {
        var actions = typeof(Step).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Step)) && !type.IsGenericType)
            .Select(type => Capital().Replace(type.Name[..^"Step".Length], "_$1").TrimStart('_').ToLowerInvariant())
            .Order()
            .ToArray();

        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.NotNull(PlaybookCatalog.Find(action + "_works")));
        Assert.All(actions, action => Assert.NotNull(PlaybookCatalog.Find(action + "_fails")));
    }

    [Theory]
    [MemberData(nameof(Working))]
    public async Task Playbook_works(string id)
    {
        var run = await RunAsync(id, new PriceModel());

        Assert.True(run.Outcome == Outcome.Passed, $"{run.Outcome} {run.Report}{string.Join('\n', run.Steps.SelectMany(static step => step.Attempts).Select(static attempt => attempt.Cause))}");
        TextSnapshot.Verify(id, string.Join('\n', run.Steps.Select(Line)) + "\n\n" + string.Join('\n', run.OutputTexts.Select(value => $"{value.Name} = {value.Text}")));
        static string Line(StepResult step) => $"{step.Info.Number} {step.Info.Action} {step.Input}{(step.Drifted ? " (drifted)" : string.Empty)}";
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task Playbook_fails_and_shows_why_and_at_which_line(string id)
    {
        var run = await RunAsync(id, model: null);

        Assert.Equal(Outcome.Failed, run.Outcome);
        // Of a failure in a called playbook, its own line comes first, and then that of the call.
        var path = run.FailedStep!.Info.Path;
        var file = path.Contains('/', StringComparison.Ordinal) ? path[(path.LastIndexOf('/') + 1)..path.IndexOf(':', StringComparison.Ordinal)] : id;
        Assert.Contains($"{file}.playbook.yaml:line {run.FailedStep.Info.Location.Line}", run.Exception!.StackTrace!.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains($"{id}.playbook.yaml:line ", run.Exception.StackTrace, StringComparison.Ordinal);
        TextSnapshot.Verify(id, Normal(run, run.Report));
    }

    [Fact]
    public async Task Stale_primary_is_drift_in_the_result()
    {
        var run = await RunAsync("stale_primary", model: null);

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.Equal([("#count", 2, true), ("#count", 0, false)], run.Steps.Select(step => (step.SelectorUsed!, step.SelectorRank!.Value, step.Drifted)));
    }

    [Fact]
    public async Task Screenshots_are_saved_in_the_run_s_folder()
    {
        var run = await RunAsync("screenshot_works", model: null);

        Assert.Equal(
            ["0001_whole_page.jpg", "0002_screenshot.jpg"],
            Directory.GetFiles(Path.Combine(run.RunFolder, "screenshots")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_run_with_the_seed_of_another_has_its_fresh_values()
    {
        var first = await RunAsync("fresh_values", model: null);
        var second = await RunAsync("fresh_values", model: null, first.Seed);

        Assert.True(first.Outcome == Outcome.Passed, first.Report);
        Assert.Equal(["today:yyyy", "random:4", "uuid", "today+1d"], first.Values.Select(value => value.Name));
        Assert.Equal(first.Values, second.Values);
        Assert.NotEqual(first.Values, (await RunAsync("fresh_values", model: null)).Values);
        var stored = StoredRun.Read(first.RunFolder);
        Assert.Equal((first.Seed, first.Values[2].Text), (stored.Status.Seed, stored.Status.Values["uuid"]));
    }

    [Fact]
    public async Task Browser_settings_and_routes_apply_to_a_context_of_the_run_and_options_replace_them()
    {
        var playbook = new Playbooks.DarkPhone(new(site.BaseUrl, site.BaseUrl.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)));
        var options = new RunOptions { OutputRoot = outputRoot, Browser = new() { Locale = "fr-FR" } };
        var refused = await playbooks.RunAsync(playbook, output, options);
        var credentials = new Dictionary<string, Secret> { ["username"] = new("ann"), ["password"] = new("pass-4711") };
        var run = await playbooks.RunAsync(playbook, output, options with { Credentials = credentials });

        Assert.Equal(ErrorCode.AuthFailed, refused.ErrorCode);
        Assert.Contains("no 'username' or 'password' was supplied. Set PLAYBOOKS_CREDENTIALS__USERNAME and PLAYBOOKS_CREDENTIALS__PASSWORD", refused.Error, StringComparison.Ordinal);
        Assert.Empty(refused.Steps);
        Assert.Equal(("Hello ann", "Hello ***"), (run.Outputs.Greeting, run.OutputTexts.Single(value => value.Name == "greeting").Text));

        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.Equal("\"500 fr-FR 2026-03-01T23:30:00.000Z -540 true true\"", run.Outputs.Seen);
        Assert.Equal("\"200 Hello ann, 200 { \\\"EUR\\\": 1 }\\napplication/json, 200 {\\\"city\\\":\\\"Köln\\\"}, 503 Down, 503 Down\"", run.Outputs.Answers);
        Assert.Contains(run.Notes, note => note.Topic == "mock" && note.Message == $"GET {site.BaseUrl}/api/orders was answered with 503 by the route **/api/*.");
        Assert.Contains(run.Notes, note => note.Topic == "dialog" && note.Message.EndsWith("It was accepted, as on_dialog says.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Downloads_are_stored_in_the_run_s_folder()
    {
        var run = await RunAsync("download_works", model: null);

        var files = Directory.GetFiles(Path.Combine(run.RunFolder, "downloads")).Order().ToArray();
        Assert.Equal(["0001_orders.csv", "0002_blob.txt"], files.Select(Path.GetFileName));
        Assert.Equal(["id,total\n7,12.50\n", "from a blob"], files.Select(File.ReadAllText));
        Assert.Contains("downloads/0001_orders.csv", StoredRun.Read(run.RunFolder).Status.Artifacts.Select(artifact => artifact.Path));
    }

    private async Task<PlaybookResult> RunAsync(string id, ITextModel? model, string? seed = null)
    {
        await using var context = await playbooks.NewContextAsync();
        var page = await context.NewPageAsync();
        var runner = new PlaybookRunner(new() { BaseUrl = site.BaseUrl, OutputRoot = outputRoot, Model = model });
        var run = await runner.RunAsync(PlaybookCatalog.Find(id)!.Create(new Dictionary<string, string>()), page, new() { Seed = seed });
        output.WriteLine(run.Report);
        return run;
    }

    // What differs from run to run and from machine to machine.
    private string Normal(PlaybookResult run, string report)
    {
        var folder = Path.GetDirectoryName(run.Playbook.Source.Path)!;
        return SentAt().Replace(OpensTrace().Replace(report, "$1<playwright> show-trace"), "$1<now>").Replace(site.BaseUrl, "<site>", StringComparison.Ordinal)
            .Replace(run.RunFolder, "<run folder>", StringComparison.Ordinal)
            .Replace(folder, "<playbooks>", StringComparison.Ordinal)
            .Replace(run.RunId.ToString(), "<run id>", StringComparison.Ordinal);
    }

    // Where Playwright lies, and so how it is called.
    [GeneratedRegex(@"(?m)^(Open it: +).* show-trace")]
    private static partial Regex OpensTrace();

    // When a server answered.
    [GeneratedRegex("(?m)^( *Date: ).*$")]
    private static partial Regex SentAt();

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Capital();

    /// <summary>Answers every question with the price.</summary>
    private sealed class PriceModel : ITextModel
    {
        public Task<ModelAnswer> AskAsync(string prompt, string content, CancellationToken cancellationToken) =>
            Task.FromResult(new ModelAnswer(prompt == "What does it cost?" && content == "1.234,50" ? " 1234.50\n" : "0", 12, 3));
    }
}
