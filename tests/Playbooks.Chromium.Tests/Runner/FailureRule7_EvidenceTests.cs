using System.Text.Json;
using Playbooks.Resolution;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

/// <summary>Rule 7 of failure: what a failed step shows.</summary>
public sealed class FailureRule7_EvidenceTests(Chromium chromium) : RunnerTest(chromium)
{
    [Fact]
    public async Task The_report_shows_all_of_it_with_the_failure_message_first()
    {
        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work) { Summary = "#open" }, NotFound()) { Given = [new("order_id", "999"), new("password", "hunter2") { Secret = true }] });

        var shot = run.Failure!.ScreenshotPath!;
        Assert.Equal(
            $"""
            Step 2 of 2 (Click cancel): Order 999 was not found

              /shop/cancel_order.playbook.yaml:7:5
                5 | line 5
                6 | line 6
              > 7 | line 7
                8 | line 8
                9 | line 9

            Cause (after 2 attempts)
              None of 2 selectors matched.

            Selectors
              Selector   Matches  Visible  Reason
              ---------  -------  -------  ------------------
              #cancle    0        0        matches nothing
              td.status  2        1        matches 2 elements
                                           button "A" (#a)
                                           button "B" (#b)

            Similar names on the page
              button "Cancel order"

            Page
              URL    about:blank
              Title  Orders

            Values
              order_id = 999
              password = ***

            Screenshot: {shot}
            Trace:      {run.RunFolder}/trace.zip
            Open it:    {run.Failure.TraceCommand}
            Report:     {run.RunFolder}/report.html
            Run folder: {run.RunFolder}
            """,
            run.Report);
    }

    [Fact]
    public async Task Expected_and_seen_stand_side_by_side()
    {
        var run = await RunAsync(new ScriptedStep(Info(1), Work) { Expects = Title("Cancelled") with { TextOnPage = "Order 12345" } });

        var lines = run.Report.Split('\n');
        Assert.Contains("Expected and seen", lines);
        var unmet = Assert.Single(lines, line => line.TrimStart().StartsWith("NOT", StringComparison.Ordinal));
        Assert.Contains("expect_title_contains", unmet, StringComparison.Ordinal);
        Assert.Contains("Cancelled", unmet, StringComparison.Ordinal);
        Assert.Contains("Orders", unmet, StringComparison.Ordinal);
        Assert.Single(lines, line => line.TrimStart().StartsWith("ok", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_last_five_requests_are_shown_with_their_status_and_the_console_errors()
    {
        await Page.RouteAsync("http://app.test/**", route => route.FulfillAsync(new()
        {
            Status = route.Request.Url.EndsWith('7') ? 503 : 200,
            ContentType = "text/html",
            Body = "<title>Shop</title>",
        }));
        await Page.RouteAsync("http://app.test/6", route => route.AbortAsync());
        var step = new ScriptedStep(Info(1, attempts: 1), async page =>
        {
            await page.GotoAsync("http://app.test/");
            await page.EvaluateAsync("(async () => { for (let i = 1; i <= 7; i++) { try { await fetch('/' + i); } catch { } } console.error('It broke'); })()");
            throw new PlaybookException(ErrorCode.StepFailed, "No.");
        });

        var run = await RunAsync(step);

        Assert.Equal(
            ["/3 200 ", "/4 200 ", "/5 200 ", "/6  net::ERR_FAILED", "/7 503 "],
            run.Failure!.Requests.Select(request => $"{new Uri(request.Url).AbsolutePath} {request.Status} {request.Failure}"));
        Assert.Contains("It broke", run.Failure.ConsoleErrors);
        Assert.Equal("http://app.test/", run.Failure.Url);
        Assert.Contains("  503    GET http://app.test/7", run.Report, StringComparison.Ordinal);
        Assert.Contains("  failed GET http://app.test/6 (net::ERR_FAILED)", run.Report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Frames_and_windows_that_the_page_opened_are_watched_too()
    {
        await Page.Context.RouteAsync("http://app.test/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Shop</title>" }));
        var step = new ScriptedStep(Info(1, attempts: 1), async page =>
        {
            await page.GotoAsync("http://app.test/");
            await page.EvaluateAsync("document.body.append(Object.assign(document.createElement('iframe'), { src: '/frame' }))");
            await page.FrameLocator("iframe").Locator("html").EvaluateAsync("async () => { await fetch('/from-frame'); console.error('The frame broke'); }");
            var popup = await page.RunAndWaitForPopupAsync(() => page.EvaluateAsync("{ open('/window') }"));
            await popup.WaitForLoadStateAsync();
            await popup.EvaluateAsync("async () => { await fetch('/from-window'); console.error('The window broke'); }");
            throw new PlaybookException(ErrorCode.StepFailed, "No.");
        });

        var run = await RunAsync(step);

        var paths = run.Failure!.Requests.Select(request => new Uri(request.Url).AbsolutePath).ToList();
        Assert.Contains("/from-frame", paths);
        Assert.Equal("/from-window", paths[^1]);
        Assert.Equal(["The frame broke", "The window broke"], run.Failure.ConsoleErrors);
    }

    [Fact]
    public async Task Console_errors_from_before_the_last_step_that_passed_are_not_shown()
    {
        var run = await RunAsync(
            new ScriptedStep(Info(1), page => page.EvaluateAsync("console.error('old')")),
            new ScriptedStep(Info(2, attempts: 1), async page =>
            {
                await page.EvaluateAsync("console.error('new')");
                throw new PlaybookException(ErrorCode.StepFailed, "No.");
            }));

        Assert.Equal(["new"], run.Failure!.ConsoleErrors);
    }

    [Fact]
    public async Task The_screenshot_of_a_failure_lies_in_the_runs_folder()
    {
        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work), new ScriptedStep(Info(2), Fail("No."))), request: new() { RunId = "night/1" });

        var path = Path.Combine(OutputRoot, run.RunId.Text, "screenshots", "0002_click.jpg");
        Assert.Equal(path, run.Failure!.ScreenshotPath);
        Assert.Equal([0xFF, 0xD8], (await File.ReadAllBytesAsync(path))[..2]);
        Assert.Equal("night/1", run.RunId.Original);
    }

    [Fact]
    public async Task The_base_url_and_what_was_stored_are_among_the_values()
    {
        var run = await RunAsync(
            new ScriptedPlaybook(new ScriptedReading<string>(Info(1, storeAs: "status"), _ => Task.FromResult("Open")), new ScriptedStep(Info(2), Fail("No."))),
            Options with { BaseUrl = "http://app.test" });

        Assert.Equal(["base_url = http://app.test", "status = Open"], run.Failure!.Values.Select(value => $"{value.Name} = {value.Text}"));
    }

    [Fact]
    public async Task A_run_that_passes_leaves_a_folder_that_explains_it_without_trace_or_screenshot()
    {
        var run = await RunAsync(new ScriptedStep(Info(1), Work));

        Assert.Equal(["actions.jsonl", "playbook.yaml", "report.html", "run.lock", "status.json"], Directory.GetFiles(run.RunFolder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetDirectories(run.RunFolder));
        Assert.Null(run.TracePath);
        Assert.Empty(run.EvidenceProblems);
    }

    [Fact]
    public async Task Evidence_that_cannot_be_gathered_does_not_hide_the_failure()
    {
        var run = await RunAsync(new ScriptedStep(Info(1, attempts: 1), async page =>
        {
            await page.CloseAsync();
            throw new PlaybookException(ErrorCode.StepFailed, "The real failure.");
        }));

        Assert.Equal("Step 1 of 1 (click): The real failure.", run.Error);
        Assert.Null(run.Failure!.ScreenshotPath);
        Assert.Equal(2, run.Failure.Missing.Count);
        Assert.Contains("Not collected\n  No title: ", run.Report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_comes_as_json()
    {
        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work), NotFound()) { Given = [new("password", "hunter2") { Secret = true }] });

        using var json = JsonDocument.Parse(FailureReport.ToJson(run));

        var root = json.RootElement;
        Assert.Equal("STEP_FAILED", root.GetProperty("code").GetString());
        Assert.Equal("failed", root.GetProperty("outcome").GetString());
        Assert.Equal("Order 999 was not found", root.GetProperty("message").GetString());
        Assert.Equal("None of 2 selectors matched.", root.GetProperty("cause").GetString());
        Assert.Equal("/shop/cancel_order.playbook.yaml:7:5", root.GetProperty("source").GetProperty("place").GetString());
        Assert.Equal(2, root.GetProperty("candidates").GetArrayLength());
        Assert.Equal("button \"Cancel order\"", root.GetProperty("nearest_names")[0].GetString());
        Assert.Equal("***", root.GetProperty("values")[0].GetProperty("text").GetString());
        Assert.Equal(run.Failure!.ScreenshotPath, root.GetProperty("screenshot_path").GetString());
        Assert.DoesNotContain("hunter2", json.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_passed_has_neither_report_nor_json()
    {
        var run = await RunAsync(new ScriptedStep(Info(1), Work));

        Assert.Equal("", FailureReport.ToText(run));
        Assert.Equal("null", FailureReport.ToJson(run));
    }

    private static ScriptedStep NotFound() => new(Info(2), _ => Task.FromException(new SelectorException(
        "None of 2 selectors matched.",
        [new("#cancle", 0, 0, "matches nothing", []), new("td.status", 2, 1, "matches 2 elements", ["button \"A\" (#a)", "button \"B\" (#b)"])],
        ["button \"Cancel order\""])))
    {
        Says = "Click cancel",
        SaysOnFailure = "Order 999 was not found",
    };
}
