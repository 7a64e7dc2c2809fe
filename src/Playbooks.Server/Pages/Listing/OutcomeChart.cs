using System.Globalization;
using Playbooks.Reports;
using Playbooks.Reports.Html;

namespace Playbooks.Server.Pages.Listing;

/// <summary>
/// Draws runs over time, oldest on the left. A run with the expected result is a bar upwards, and any other run a bar downwards; the height
/// is the duration. The chart does not rely on color, and the same information is next to it in words.
/// </summary>
internal sealed class OutcomeChart(IReadOnlyList<RunStatus> newestFirst)
{
    private const int Most = RunListQuery.PageSize;
    private const double Step = 10;
    private const double Up = 40;
    private const double Down = 16;
    private const double Least = 4;

    private readonly List<RunStatus> runs = [.. newestFirst.Where(static run => !run.IsLive()).Take(Most).Reverse()];

    /// <summary>Gets whether there are enough runs for a chart.</summary>
    public bool IsWorthIt => runs.Count > 1;

    /// <summary>Gets the content of the chart as a sentence.</summary>
    public string InWords
    {
        get
        {
            var counts = runs.CountBy(static run => run.Verdict()).OrderBy(static one => one.Key).Select(static one => string.Create(CultureInfo.InvariantCulture, $"{one.Value} {Lower(one.Key.Word())}"));
            return $"The last {ReportWording.Count(runs.Count, "run")} that ended: {string.Join(", ", counts)}. They took {ReportWording.Duration(runs.Min(static run => run.DurationMs))} to {ReportWording.Duration(Longest)}.";
        }
    }

    private double Longest => Math.Max(1, runs.Max(static run => run.DurationMs));

    /// <summary>Draws the chart.</summary>
    public string Draw()
    {
        var html = new HtmlText();
        var longest = Longest;
        html.Write($"""<svg role="img" aria-label="{InWords}" width="{runs.Count * Step:0}" height="{Up + Down:0}" viewBox="0 0 {runs.Count * Step:0} {Up + Down:0}">""");
        html.Write($"""<line x1="0" x2="{runs.Count * Step:0}" y1="{Up:0.#}" y2="{Up:0.#}"/>""");
        for (var index = 0; index < runs.Count; index++)
        {
            var run = runs[index];
            var isGood = run.Verdict().IsGood();
            var height = isGood ? Math.Max(Least, Math.Sqrt(run.DurationMs / longest) * Up) : Down;
            html.Write($"""<rect class="{run.Verdict().Key()}" x="{(index * Step) + 1:0.#}" y="{(isGood ? Up - height : Up):0.#}" width="{Step - 2:0.#}" height="{height:0.#}" rx="1.5"><title>{run.Name()}: {run.Word()}, {ReportWording.Duration(run.DurationMs)}, {ReportWording.Moment(run.StartedAt)}</title></rect>""");
        }

        html.Markup("</svg>");
        return html.ToString();
    }

    private static string Lower(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}
