using Playbooks.Reports.Html;

namespace Playbooks.Server.Pages.Watching;

/// <summary>Shows the screenshots of a run as thumbnails that link to the full images.</summary>
internal sealed class LinkedScreenshots(Links links, string runId) : Screenshots
{
    /// <summary>Shows the screenshots of actions in a row, to give an overview of the run without opening its steps.</summary>
    public void WriteStrip(HtmlText html, IEnumerable<ActionRecord> actions)
    {
        var taken = actions.Where(static action => action.Screenshot is { } name && IsSafe(name)).ToList();
        if (taken.Count == 0)
        {
            return;
        }

        html.Markup("""<div class="strip">""");
        foreach (var action in taken)
        {
            var address = links.Screenshot(runId, action.Screenshot!);
            html.Write($"""<a href="{address}"><img loading="lazy" decoding="async" height="84" alt="Screenshot of step {action.Path}, attempt {action.Attempt}. Opens the full image." src="{address}"></a>""");
        }

        html.Markup("</div>");
    }

    protected override void WriteSafe(HtmlText html, string name, string what)
    {
        var address = links.Screenshot(runId, name);
        html.Write($"""<figure class="thumb"><a href="{address}"><img loading="lazy" decoding="async" alt="{what} Opens the full image." src="{address}"></a><figcaption>{what}</figcaption></figure>""");
    }
}
