using System.Globalization;
using Spectre.Console;

namespace Orders.Tests.Demo;

/// <summary>The table at the end.</summary>
internal sealed class Summary
{
    private readonly List<(Demonstration Demonstration, PlaybookResult Result)> runs = [];

    public bool AllAsExpected => runs.All(run => run.Demonstration.IsAsExpected(run.Result));

    public void Add(Demonstration demonstration, PlaybookResult result) => runs.Add((demonstration, result));

    public void Write(IAnsiConsole console, TimeSpan took)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = new Style(Color.Grey) }
            .AddColumn("[grey]Playbook[/]")
            .AddColumn("[grey]Ended[/]")
            .AddColumn(new TableColumn("[grey]Steps[/]").RightAligned())
            .AddColumn(new TableColumn("[grey]Drifted[/]").RightAligned())
            .AddColumn(new TableColumn("[grey]Time[/]").RightAligned());
        foreach (var (demonstration, result) in runs)
        {
            var drifted = result.Steps.Count(step => step.Drifted);
            table.AddRow(
                Markup.Escape(result.Playbook.Name),
                $"[{(demonstration.IsAsExpected(result) ? "green" : "red")}]{demonstration.Verdict(result)}[/]",
                result.Steps.Count.ToString(CultureInfo.InvariantCulture),
                drifted == 0 ? "" : $"[yellow]{drifted.ToString(CultureInfo.InvariantCulture)}[/]",
                Look.Time(result.Duration));
        }

        console.WriteLine();
        console.Write(table);
        var right = runs.Count(run => run.Demonstration.IsAsExpected(run.Result));
        console.MarkupLine($"[{(AllAsExpected ? "green" : "red")}]{right} of {runs.Count} playbooks ended as they should[/], in {Look.Time(took)}.");
        if (runs.Count > 0)
        {
            console.MarkupLineInterpolated($"[grey]All reports:[/] {Path.Combine(Path.GetDirectoryName(runs[0].Result.RunFolder)!, RunFiles.Index)}");
        }
    }
}
