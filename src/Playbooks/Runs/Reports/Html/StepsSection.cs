namespace Playbooks.Runs.Reports.Html;

/// <summary>The tree of steps with their times.</summary>
internal sealed class StepsSection(ReportedRun run, Screenshots screenshots)
{
    private const int LongList = 60;

    public void Write(HtmlText html)
    {
        html.Markup("""<section id="steps" aria-labelledby="steps-title"><div class="wide"><h2 id="steps-title">Steps</h2>""");
        Branch(html, StepTree.Of(run.Steps));
        var left = run.Header.StepCount - run.Steps.Where(static step => step.Number > 0).Select(static step => step.Number).Distinct().Count();
        if (left > 0)
        {
            html.Write($"""<p class="quiet">{Words.Count(left, "step")} of {run.Header.StepCount} {(left == 1 ? "was" : "were")} not reached.</p>""");
        }

        html.Markup("</div></section>\n");
    }

    private void Branch(HtmlText html, IReadOnlyList<StepTree> branch)
    {
        if (branch.Count == 0)
        {
            return;
        }

        html.Write($"""<ol class="steps {(branch.Count > LongList ? "long" : string.Empty)}">""");
        foreach (var node in branch)
        {
            html.Markup("<li>");
            if (node.Step is { } step)
            {
                new StepPart(run, step, screenshots).Write(html);
            }
            else
            {
                html.Write($"""<p class="group">{node.Label}</p>""");
            }

            Branch(html, node.Children);
            html.Markup("</li>\n");
        }

        html.Markup("</ol>\n");
    }
}
