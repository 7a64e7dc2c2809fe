namespace Playbooks.Reports.Html;

/// <summary>Renders a branch of the tree of steps as a list, in which each item contains its step and the items below it.</summary>
internal sealed class StepBranch(ReportedRun run, Screenshots screenshots)
{
    private const int LongList = 60;

    /// <summary>Renders the list. Renders nothing if it is empty.</summary>
    public void Write(HtmlText html, IReadOnlyList<StepTree> branch)
    {
        if (branch.Count == 0)
        {
            return;
        }

        html.Write($"""<ol class="steps {(branch.Count > LongList ? "long" : string.Empty)}">""");
        foreach (var place in branch)
        {
            html.Markup("<li>");
            WritePlace(html, place);
            html.Markup("</li>\n");
        }

        html.Markup("</ol>\n");
    }

    /// <summary>Renders one item of a list.</summary>
    public void WritePlace(HtmlText html, StepTree place)
    {
        if (place.Step is { } step)
        {
            new StepPart(run, step, screenshots).Write(html);
        }
        else
        {
            html.Write($"""<p class="group">{place.Label}</p>""");
        }

        Write(html, place.Children);
    }
}
