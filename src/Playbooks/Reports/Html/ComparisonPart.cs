namespace Playbooks.Reports.Html;

/// <summary>Renders the differences from the last passed run. Renders nothing if there is no such run.</summary>
internal sealed class ComparisonPart(FailureDetails failure)
{
    public void Write(HtmlText html)
    {
        if (failure.LastPassed is not { } passed)
        {
            return;
        }

        html.Write($"""<h3>Differences from the last passed run</h3><p class="quiet">Run <code>{passed.RunId}</code> of <time datetime="{ReportWording.Iso(passed.StartedAt)}">{ReportWording.Moment(passed.StartedAt)}</time>""");
        if (failure.Differences.Count == 0)
        {
            html.Markup(": no differences up to the failure.</p>\n");
            return;
        }

        html.Markup("""</p><table class="cards"><caption class="unseen">Differences from the last passed run</caption><thead><tr><th scope="col">Step</th><th scope="col">What</th><th scope="col">Last passed</th><th scope="col">Now</th></tr></thead><tbody>""");
        foreach (var one in failure.Differences)
        {
            html.Write($"""<tr><th scope="row">{one.Path}</th><td data-label="What">{one.What}</td><td data-label="Last passed"><code>{one.LastPassed}</code></td><td data-label="Now"><code>{one.Now}</code></td></tr>""");
        }

        html.Markup("</tbody></table>\n");
    }
}
