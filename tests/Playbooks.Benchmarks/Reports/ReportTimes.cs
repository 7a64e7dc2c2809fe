using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Reports;
using Playbooks.RunFolder.Log;

namespace Playbooks.Benchmarks.Reports;

/// <summary>How long the page of a run of 300 steps takes to write and to open (aim: under 200 ms), and the page over 1,000 runs to rewrite.</summary>
internal static class ReportTimes
{
    private const int Steps = 300;
    private const int Rounds = 20;
    private static readonly DateTimeOffset Began = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Measures and gives the result in words.</summary>
    public static async Task<string> MeasureAsync()
    {
        var root = Directory.CreateTempSubdirectory("playbooks-reports-").FullName;
        try
        {
            var run = Run(Path.Combine(root, "run"), Steps);
            Directory.CreateDirectory(run.Folder);
            var written = await MedianAsync(() => new RunReports(new()).WriteAsync(run));
            var page = Path.Combine(run.Folder, RunFiles.Report);
            var empty = Path.Combine(root, "empty.html");
            await File.WriteAllTextAsync(empty, "<!doctype html><title>Empty</title>");
            var (opened, nothing) = (await OpenAsync(page), await OpenAsync(empty));

            for (var number = 0; number < RunIndex.MostRuns; number++)
            {
                var folder = Directory.CreateDirectory(Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"run_{number}"))).FullName;
                await File.WriteAllTextAsync(Path.Combine(folder, "status.json"), LogJson.Write(run.Status with { StartedAt = Began.AddMinutes(number) }));
            }

            var indexed = await MedianAsync(() => Task.Run(new RunIndex(root).Update));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Steps} steps: written in {written:0.0} ms, {new FileInfo(page).Length / 1024} KiB, opened and painted in {opened:0} ms (an empty page in {nothing:0} ms); index over {RunIndex.MostRuns} runs rewritten in {indexed:0.0} ms (medians of {Rounds})");
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    // From the navigation to the first picture after the page was loaded, by the browser's own clock.
    private static async Task<double> OpenAsync(string path)
    {
        await using var session = await BrowserSession.StartAsync();
        await using var context = await session.NewContextAsync();
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(new Uri(path).AbsoluteUri, new() { WaitUntil = WaitUntilState.Load });
            times.Add(await page.EvaluateAsync<double>("new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"));
            await page.CloseAsync();
        }

        return times.Median();
    }

    private static async Task<double> MedianAsync(Func<Task> act)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await act();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times.Median();
    }

    private static StoredRun Run(string folder, int steps) => new()
    {
        Folder = folder,
        Header = new() { RunId = "run", OriginalId = "run", Playbook = "long", PlaybookName = "A long playbook", SourcePath = "long.playbook.yaml", StepCount = steps, StartedAt = Began },
        Records =
        [
            .. Enumerable.Range(1, steps).Select(Action),
            new EndRecord { Id = steps + 1, Status = RunState.Completed, Outcome = Outcome.Passed, DurationMs = steps * 100, ActionCount = steps },
        ],
        Status = new() { RunId = "run", Playbook = "long", PlaybookName = "A long playbook", Status = RunState.Completed, Result = Outcome.Passed, StartedAt = Began, DurationMs = steps * 100 },
        SourceText = string.Concat(Enumerable.Range(1, steps).Select(static step => $"  - description: Step number {step}\n    action: click\n    selector: \"#button-{step}\"\n    verify: {{ expect_text_on_page: Done {step} }}\n\n")),
    };

    private static ActionRecord Action(int step) => new()
    {
        Id = step,
        Timestamp = Began.AddMilliseconds(step * 100),
        Step = step,
        Path = step.ToString(CultureInfo.InvariantCulture),
        Tool = "playbook",
        Action = "click",
        Description = $"Step number {step}",
        InputSummary = $"click #button-{step}",
        DurationMs = 90,
        Success = true,
        Outcome = Outcome.Passed,
        SelectorUsed = $"#button-{step}",
        SelectorRank = 0,
        SelectorPrimary = $"#button-{step}",
        Expectations = [new("expect_text_on_page", $"Done {step}", "held after 12 ms", true)],
        Url = $"http://127.0.0.1:5000/page/{step}",
        Line = (step * 5) - 4,
        Column = 5,
        EndLine = (step * 5) - 1,
    };
}
