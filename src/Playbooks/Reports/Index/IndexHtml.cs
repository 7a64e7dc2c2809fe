using Playbooks.Reports.Html;

namespace Playbooks.Reports.Index;

/// <summary>Creates the overview of all runs in an output root.</summary>
/// <param name="root">The output root.</param>
/// <param name="entries">The runs, including damaged ones.</param>
/// <param name="older">The number of older runs that are not shown.</param>
internal sealed class IndexHtml(string root, IReadOnlyList<IndexEntry> entries, int older)
{
    /// <summary>Creates the page.</summary>
    public string Write()
    {
        var runs = entries.Where(static entry => entry.Status is not null).OrderByDescending(static entry => entry.Status!.StartedAt).ThenByDescending(static entry => entry.Folder, StringComparer.Ordinal).ToList();
        var damaged = entries.Where(static entry => entry.Status is null).OrderBy(static entry => entry.Folder, StringComparer.Ordinal).ToList();
        return new HtmlPage("index.js").Write("Runs", html =>
        {
            Head(html, runs);
            html.Markup("<main>\n");
            Damaged(html, damaged);
            Playbooks(html, runs);
            Runs(html, runs);
            html.Markup("</main>\n");
            html.Write($"<footer>Runs in <code>{root}</code></footer>");
        });
    }

    // In an overview of several roots, the folder is a path.
    private static string Link(IndexEntry run) => string.Join('/', run.Folder.Split('/').Select(Uri.EscapeDataString));

    private void Head(HtmlText html, List<IndexEntry> runs)
    {
        var counts = runs.CountBy(static run => run.Status!.Verdict).ToDictionary();
        html.Markup("""<nav class="skip" aria-label="Skip"><a href="#runs">Go to the runs</a></nav>""");
        html.Write($"""<header class="overview"><div class="wide"><h1>Runs</h1><p class="quiet">{ReportWording.Count(runs.Count, "run")}{(older > 0 ? $", newest only; {ReportWording.Count(older, "older run")} not shown" : string.Empty)}</p>""");
        html.Markup("""<ul class="counts">""");
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            var count = counts.GetValueOrDefault(verdict);
            if (count > 0 || verdict is Verdict.Passed or Verdict.Flaky or Verdict.Recovered or Verdict.Failed)
            {
                html.Write($"""<li class="{(count > 0 ? verdict.Key() : "none")}"><strong>{count}</strong> <span>{verdict.Word()}</span></li>""");
            }
        }

        html.Markup("</ul></div></header>\n");
    }

    private static void Damaged(HtmlText html, List<IndexEntry> damaged)
    {
        if (damaged.Count == 0)
        {
            return;
        }

        html.Write($"""<section id="damaged" aria-labelledby="damaged-title"><div class="wide"><h2 id="damaged-title">{ReportWording.Count(damaged.Count, "folder")} that could not be read</h2><ul class="notes">""");
        foreach (var entry in damaged)
        {
            html.Write($"<li><code>{entry.Folder}</code> {entry.Damage}</li>");
        }

        html.Markup("</ul></div></section>\n");
    }

    private static void Playbooks(HtmlText html, List<IndexEntry> runs)
    {
        if (runs.Count == 0)
        {
            return;
        }

        html.Markup("""<section id="playbooks" aria-labelledby="playbooks-title"><div class="wide"><h2 id="playbooks-title">Playbooks</h2><ul class="playbooks">""");
        foreach (var playbook in runs.GroupBy(static run => run.Status!.Playbook).OrderBy(static group => group.First().Status!.Name, StringComparer.OrdinalIgnoreCase))
        {
            List<IndexStatus> newestFirst = [.. playbook.Select(static run => run.Status!)];
            var good = newestFirst.Count(static run => run.Verdict.IsGood());
            var ended = newestFirst.Count(static run => run.Verdict != Verdict.Running);
            html.Markup("<li>");
            html.Icon(newestFirst[0].Verdict, isAlone: true);
            html.Write($"""<span class="what"><strong dir="auto">{newestFirst[0].Name}</strong><span class="quiet">{(ended == 0 ? "No run has ended yet" : $"{good} of {ReportWording.Count(ended, "run")} ended as expected")}</span></span>""");
            new DurationChart(newestFirst).Write(html);
            html.Markup("</li>\n");
        }

        html.Markup("</ul></div></section>\n");
    }

    private static void Runs(HtmlText html, List<IndexEntry> runs)
    {
        html.Markup("""<section id="runs" aria-labelledby="runs-title"><div class="wide"><h2 id="runs-title">All runs, newest first</h2>""");
        if (runs.Count == 0)
        {
            html.Markup("""<p class="quiet">No runs yet.</p></div></section>""");
            return;
        }

        Filter(html, runs);
        html.Markup("""<table class="cards runs"><caption class="unseen">All runs, newest first</caption><thead><tr><th scope="col">Outcome</th><th scope="col">Playbook</th><th scope="col">Started</th><th scope="col">Duration</th></tr></thead><tbody>""");
        foreach (var run in runs)
        {
            Row(html, run, run.Status!);
        }

        html.Markup("</tbody></table></div></section>\n");
    }

    // Only the script can filter, so it shows the filter itself.
    private static void Filter(HtmlText html, List<IndexEntry> runs)
    {
        html.Markup("""<div id="filter" class="narrow" role="search" aria-label="Runs" hidden><label>Playbook <select id="filter-playbook"><option value="">All playbooks</option>""");
        foreach (var playbook in runs.Select(static run => run.Status!).DistinctBy(static status => status.Playbook).OrderBy(static status => status.Name, StringComparer.OrdinalIgnoreCase))
        {
            html.Write($"""<option value="{playbook.Playbook}">{playbook.Name}</option>""");
        }

        html.Markup("""</select></label><label>Outcome <select id="filter-outcome"><option value="">Any outcome</option>""");
        foreach (var verdict in runs.Select(static run => run.Status!.Verdict).Distinct().Order())
        {
            html.Write($"""<option value="{verdict.Key()}">{verdict.Word()}</option>""");
        }

        html.Markup("""<option value="drift">With drift</option></select></label><label>Run, parameter, case or error <input id="filter-text" type="search" autocomplete="off" spellcheck="false"></label><p id="filter-count" role="status"></p></div>""");
    }

    private static void Row(HtmlText html, IndexEntry run, IndexStatus status)
    {
        html.Write($"""<tr data-playbook="{status.Playbook}" data-outcome="{status.Verdict.Key()}"><td class="outcome">""");
        html.Icon(status.Verdict, isAlone: false);
        html.Write($"""<span class="word {status.Verdict.Key()}">{status.Verdict.Word()}</span></td><th scope="row"><a href="{Link(run)}/{(run.HasReport ? RunFiles.Report : string.Empty)}" dir="auto">{status.Name}</a>""");
        if (status.Case is { } one)
        {
            html.Write($"""<span class="case" dir="auto">{one}</span>""");
        }

        if (status.DriftedSteps > 0)
        {
            html.Write($"""<span class="tag warn" title="{ReportWording.Count(status.DriftedSteps, "step")} found an element by a fallback">drift</span>""");
        }

        if (status.Error?.Message is { } error)
        {
            html.Write($"""<span class="why" dir="auto">{error.Truncate(300)}</span>""");
        }

        html.Write($"""<span class="given"><code>{run.Folder}</code> {ReportWording.Values(status.Parameters)}</span>""");
        html.Write($"""</th><td data-label="Started"><time datetime="{ReportWording.Iso(status.StartedAt)}">{ReportWording.Moment(status.StartedAt)}</time></td><td class="number" data-label="Duration">{(status.Verdict == Verdict.Running ? "–" : ReportWording.Duration(status.DurationMs))}</td></tr>""");
    }
}
