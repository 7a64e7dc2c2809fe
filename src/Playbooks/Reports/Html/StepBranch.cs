namespace Playbooks.Reports.Html;

/// <summary>A branch of the tree of steps: a list, in which each place holds its step and what stands below it.</summary>
internal sealed class StepBranch(ReportedRun run, Screenshots screenshots)
{
    private const int LongList = 60;

    /// <summary>Writes the list; nothing where it is empty.</summary>
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

    /// <summary>Writes what stands at one place of a list.</summary>
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
