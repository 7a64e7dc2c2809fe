

using Playbooks.Reports.Html;

namespace Playbooks.Server.Pages.Watching;

/// <summary>The screenshots of a run as small pictures that open large.</summary>
internal sealed class LinkedScreenshots(Links links, string runId) : Screenshots
{
    /// <summary>Shows those of some actions in a row, so that a run can be looked at without opening its steps.</summary>
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
            html.Write($"""<a href="{address}"><img loading="lazy" decoding="async" height="84" alt="Screenshot of step {action.Path}, try {action.Attempt}, opens large." src="{address}"></a>""");
        }

        html.Markup("</div>");
    }

    protected override void WriteSafe(HtmlText html, string name, string what)
    {
        var address = links.Screenshot(runId, name);
        html.Write($"""<figure class="thumb"><a href="{address}"><img loading="lazy" decoding="async" alt="{what} Opens large." src="{address}"></a><figcaption>{what}</figcaption></figure>""");
    }
}
