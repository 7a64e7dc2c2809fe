using Playbooks.Browsing;
using Spectre.Console;

namespace Orders.Tests.Demo;

/// <summary>Runs the demonstrations in order, with a live list of steps in a terminal, or one line per step elsewhere.</summary>
internal sealed class Show(IAnsiConsole console, TimeProvider time)
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(80);

    /// <summary>Runs all demonstrations.</summary>
    /// <returns>Whether all of them ended as expected.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<Demonstration> demonstrations, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        await using var setup = new OrdersSetup();
        var options = await setup.StartAsync(cancellation);
        console.MarkupLineInterpolated($"[bold]Playbooks[/] for the order dashboard at [blue]{options.BaseUrl}[/]");
        await using var browser = await BrowserSession.StartAsync(
            new() { OnMessage = message => console.MarkupLineInterpolated($"[grey]{message}[/]") }, cancellation);

        var summary = new Summary();
        foreach (var demonstration in demonstrations)
        {
            summary.Add(demonstration, await RunAsync(demonstration, browser, options, cancellation));
        }

        summary.Write(console, time.GetElapsedTime(began));
        return summary.AllAsExpected;
    }

    private async Task<PlaybookResult> RunAsync(Demonstration demonstration, BrowserSession browser, RunOptions options, CancellationToken cancellation)
    {
        var info = demonstration.Playbook.Info;
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{info.Name}[/]  [grey]{Path.GetFileName(info.Source.Path)}[/]");

        var live = console.Profile.Capabilities.Interactive;
        var steps = new StepList(info, time, line =>
        {
            if (!live)
            {
                console.MarkupLine(line);
            }
        });

        var run = new PlaybookRunner(options with { Listeners = [steps] }).RunAsync(demonstration.Playbook, browser.Browser, new() { Expectation = new() { Failure = demonstration.Failure } }, cancellation);
        if (live)
        {
            await console.Live(steps.Render()).StartAsync(async screen =>
            {
                while (!run.IsCompleted)
                {
                    screen.UpdateTarget(steps.Render());
                    await Task.WhenAny(run, Task.Delay(Frame, time, cancellation));
                }

                screen.UpdateTarget(steps.Render());
            });
        }

        var result = await run;
        WriteEnd(demonstration, result);
        return result;
    }

    private void WriteEnd(Demonstration demonstration, PlaybookResult result)
    {
        var color = demonstration.IsAsExpected(result) ? "green" : "red";
        var outputs = string.Join(", ", result.OutputTexts.Select(output => $"{output.Name} = {output.Text}"));
        console.MarkupLine($"  [{color}]{demonstration.Verdict(result)}[/] [grey]in {Look.Time(result.Duration)}[/]{Markup.Escape(outputs.Length > 0 ? "  " + outputs : "")}");
        if (result.Outcome != Outcome.Failed)
        {
            return;
        }

        console.WriteLine();
        foreach (var line in result.Report.TrimEnd().Split('\n'))
        {
            WriteReportLine(line.TrimEnd());
        }
    }

    // A line that is too long for the window continues on the next line, behind the same bar.
    private void WriteReportLine(string line)
    {
        var style = line.StartsWith(' ') ? line.TrimStart().StartsWith('>') ? "default" : "grey" : "bold";
        foreach (var part in line.Length == 0 ? [""] : line.Chunk(Math.Max(20, console.Profile.Width - 5)).Select(part => new string(part)))
        {
            console.MarkupLine($"  [red]│[/] [{style}]{Markup.Escape(part)}[/]");
        }
    }
}
