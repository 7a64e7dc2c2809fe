using Playbooks.Shared;

namespace Playbooks.Cli.Running;

/// <summary>Writes how a run ended, below its steps.</summary>
internal static class RunSummary
{
    // The whole text is in the run's folder.
    private const int LongestOutput = 200;

    /// <summary>Writes the outcome with the outputs, and the report of a failure or where the report is.</summary>
    /// <param name="result">The result of the run.</param>
    /// <param name="caseName">The name of the case that was run, or null.</param>
    /// <param name="terminal">Where it is written.</param>
    public static void Write(PlaybookResult result, string? caseName, Terminal terminal)
    {
        var outputs = string.Join(", ", result.OutputTexts.Select(static output => $"{output.Name} = {output.Text.TruncateWithLength(LongestOutput)}"));
        var expected = result.FailedAsExpected == true ? " as expected" : "";
        terminal.Output.WriteLine($"{(caseName is null ? "" : $"{caseName}: ")}{result.Outcome.ToString().ToLowerInvariant()}{expected} in {LiveSteps.Time(result.Duration)}{(outputs.Length > 0 ? $": {outputs}" : "")}");
        if (result.Outcome == Outcome.Failed && result.FailedAsExpected != true)
        {
            terminal.Output.WriteLine();
            terminal.Output.WriteLine(result.Report.TrimEnd());
        }
        else if (result.ReportPath is { } report)
        {
            terminal.Output.WriteLine($"Report: {terminal.Shown(report)}");
        }
    }
}
