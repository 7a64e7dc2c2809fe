namespace Playbooks.Reports.Html;

/// <summary>Renders when each attempt of a step was active, on the time axis of the whole run. The same information is next to it in words.</summary>
internal static class TimeBar
{
    private const double Width = 1000;

    // An attempt without a measurable duration must still be visible.
    private const double Least = 6;

    public static void Write(HtmlText html, ReportedRun run, ReportedStep step)
    {
        html.Markup("""<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">""");
        foreach (var one in step.Records)
        {
            var total = Math.Max(run.DurationMs, 1);
            var width = Math.Clamp(one.DurationMs / total * Width, Least, Width);
            var start = Math.Clamp((ReportedStep.BeginOf(one) - run.Header.StartedAt).TotalMilliseconds / total * Width, 0, Width - width);
            html.Write($"""<rect class="{(one.Success ? "good" : "bad")}" x="{start:0.#}" width="{width:0.#}" height="10"/>""");
        }

        html.Markup("</svg>");
    }
}
