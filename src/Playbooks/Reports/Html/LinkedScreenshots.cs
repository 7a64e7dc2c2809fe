namespace Playbooks.Reports.Html;

/// <summary>Renders the screenshots of a run as thumbnails that link to the full images.</summary>
/// <param name="urlOf">Returns the URL of a screenshot by its file name.</param>
internal sealed class LinkedScreenshots(Func<string, string> urlOf) : Screenshots
{
    /// <summary>Renders the screenshots of actions in a row, to give an overview of the run without opening its steps.</summary>
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
            var address = urlOf(action.Screenshot!);
            html.Write($"""<a href="{address}"><img loading="lazy" decoding="async" height="84" alt="Screenshot of step {action.Path}, attempt {action.Attempt}. Opens the full image." src="{address}"></a>""");
        }

        html.Markup("</div>");
    }

    protected override void WriteSafe(HtmlText html, string name, string what)
    {
        var address = urlOf(name);
        html.Write($"""<figure class="thumb"><a href="{address}"><img loading="lazy" decoding="async" alt="{what} Opens the full image." src="{address}"></a><figcaption>{what}</figcaption></figure>""");
    }
}
