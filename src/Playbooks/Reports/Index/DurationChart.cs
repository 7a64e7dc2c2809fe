using Playbooks.Reports.Html;

namespace Playbooks.Reports.Index;

/// <summary>Renders the durations of a playbook's runs as bars, oldest on the left, in the colors of their outcomes, and in words for screen readers.</summary>
internal sealed class DurationChart(IReadOnlyList<IndexStatus> newestFirst)
{
    private const int Most = 40;
    private const double Width = 6;
    private const double Height = 32;
    private const double Least = 2;

    public void Write(HtmlText html)
    {
        List<IndexStatus> runs = [.. newestFirst.Where(static run => run.Verdict != Verdict.Running).Take(Most).Reverse()];
        if (runs.Count == 0)
        {
            return;
        }

        var longest = Math.Max(1, runs.Max(static run => run.DurationMs));
        var shortest = runs.Min(static run => run.DurationMs);
        var last = runs[^1];
        html.Write($"""<span class="chart"><svg role="img" viewBox="0 0 {Most * Width:0} {Height:0}" aria-label="Duration of the last {ReportWording.Count(runs.Count, "run")}: from {ReportWording.Duration(shortest)} to {ReportWording.Duration(longest)}, the last {ReportWording.Duration(last.DurationMs)}">""");
        for (var index = 0; index < runs.Count; index++)
        {
            var height = Math.Max(Least, runs[index].DurationMs / longest * Height);
            html.Write($"""<rect class="{runs[index].Verdict.Key()}" x="{(Most - runs.Count + index) * Width:0.#}" y="{Height - height:0.#}" width="{Width - 1:0.#}" height="{height:0.#}"/>""");
        }

        html.Write($"""</svg><span class="quiet">{ReportWording.Duration(last.DurationMs)}</span></span>""");
    }
}
