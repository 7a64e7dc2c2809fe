using Playbooks.Runs.Reports.Html;

namespace Playbooks.Server.Pages.Watching;

/// <summary>The screenshots of a run as small pictures that open large.</summary>
internal sealed class LinkedScreenshots(Links links, string runId) : Screenshots
{
    protected override void WriteSafe(HtmlText html, string name, string what)
    {
        var address = links.Screenshot(runId, name);
        html.Write($"""<figure class="thumb"><a href="{address}"><img loading="lazy" decoding="async" alt="{what} Opens large." src="{address}"></a><figcaption>{what}</figcaption></figure>""");
    }
}
