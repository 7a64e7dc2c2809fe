namespace Playbooks.Reports.Html;

/// <summary>Renders the tree of steps with their durations.</summary>
internal sealed class StepsSection(ReportedRun run, Screenshots screenshots)
{
    public void Write(HtmlText html)
    {
        html.Markup("""<section id="steps" aria-labelledby="steps-title"><div class="wide"><h2 id="steps-title">Steps</h2>""");
        new StepBranch(run, screenshots).Write(html, StepTree.Create(run.Steps));
        var left = run.Header.StepCount - run.ReachedCount;
        if (left > 0)
        {
            html.Write($"""<p class="quiet">{ReportWording.Count(left, "step")} of {run.Header.StepCount} {(left == 1 ? "was" : "were")} not reached.</p>""");
        }

        html.Markup("</div></section>\n");
    }
}
