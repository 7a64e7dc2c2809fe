namespace Playbooks.Reports.Html;

/// <summary>Renders tables and lists of evidence, in the same way for a failure and for each attempt.</summary>
internal static class Evidence
{
    /// <summary>Renders expected and actual states side by side.</summary>
    public static void Expectations(this HtmlText html, IReadOnlyList<ExpectationResult> expectations)
    {
        if (expectations.Count == 0)
        {
            return;
        }

        html.Markup("""<table class="cards checks"><caption>Expected and seen</caption><thead><tr><th scope="col">Check</th><th scope="col">Expected</th><th scope="col">Seen</th></tr></thead><tbody>""");
        foreach (var one in expectations)
        {
            html.Markup(one.IsMet ? "<tr>" : """<tr class="bad">""");
            html.Markup("""<th scope="row">""");
            html.Icon(one.IsMet ? Verdict.Passed : Verdict.Failed, isAlone: false);
            html.Write($"""<code>{one.Name}</code><span class="unseen">{(one.IsMet ? "met" : "not met")}</span></th><td data-label="Expected">{one.Expected}</td><td data-label="Seen">{one.Seen}</td></tr>""");
        }

        html.Markup("</tbody></table>\n");
    }

    /// <summary>Renders the pictures of screenshots that do not look as expected.</summary>
    public static void Pictures(this HtmlText html, IReadOnlyList<ExpectationResult> expectations, Screenshots screenshots)
    {
        foreach (var (name, path) in expectations.SelectMany(static one => one.Pictures?.All() ?? []))
        {
            screenshots.Write(html, Path.GetFileName(path), $"{name}.");
        }
    }

    /// <summary>Renders the result of each selector.</summary>
    public static void Candidates(this HtmlText html, IReadOnlyList<SelectorCandidate> candidates)
    {
        if (candidates.Count == 0)
        {
            return;
        }

        html.Markup("""<table class="cards"><caption>Selectors</caption><thead><tr><th scope="col">Selector</th><th scope="col">Matches</th><th scope="col">Visible</th><th scope="col">Reason</th></tr></thead><tbody>""");
        foreach (var one in candidates)
        {
            html.Write($"""<tr><th scope="row"><code>{one.Selector}</code></th><td class="number" data-label="Matches">{one.Matches}</td><td class="number" data-label="Visible">{one.Visible}</td><td data-label="Reason">{one.Reason}""");
            html.Codes(one.Elements);
            html.Markup("</td></tr>\n");
        }

        html.Markup("</tbody></table>\n");
    }

    /// <summary>Renders a list of short technical texts. Renders nothing if it is empty.</summary>
    public static void Codes(this HtmlText html, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        html.Markup("<ul>");
        foreach (var text in texts)
        {
            html.Write($"<li><code>{text}</code></li>");
        }

        html.Markup("</ul>\n");
    }

    /// <summary>Renders names with their values. Renders nothing if there are none.</summary>
    public static void Values(this HtmlText html, IEnumerable<KeyValuePair<string, string>> values)
    {
        var rows = values.ToList();
        if (rows.Count == 0)
        {
            return;
        }

        html.Markup("""<dl class="values">""");
        foreach (var (name, text) in rows)
        {
            html.Write($"<div><dt>{name}</dt><dd><code>{text}</code></dd></div>");
        }

        html.Markup("</dl>\n");
    }
}
