using System.Globalization;

namespace Playbooks.Reports.Html;

/// <summary>Renders the failure, with the most important details first. Renders nothing if the run did not fail.</summary>
internal sealed class FailureSection(ReportedRun run, Screenshots screenshots)
{
    public void Write(HtmlText html)
    {
        if (run.Failure is { } failure)
        {
            Whole(html, failure);
        }
        else if (run.Error is { } error)
        {
            html.Markup("""<section id="failure" class="failure" aria-labelledby="failure-title"><div class="wide">""");
            html.Write($"""<p class="where">{error.Details?.Where ?? run.Verdict.Word()}</p>""");
            html.Write($"""<h2 id="failure-title" class="message" dir="auto">{error.Message}</h2>""");
            Cause(html, error.Message, error.Details?.Cause, tries: 1);
            LastTry(html);
            html.Markup("</div></section>\n");
        }
        else if (run.Failed is { } failed)
        {
            html.Markup("""<section id="failure" class="failure" aria-labelledby="failure-title"><div class="wide">""");
            html.Write($"""<p class="where">Step {failed.Path} ({failed.Name})</p><h2 id="failure-title" class="message">The last recorded attempt failed</h2>""");
            LastTry(html);
            html.Markup("</div></section>\n");
        }
    }

    private void Whole(HtmlText html, FailureDetails failure)
    {
        html.Markup("""<section id="failure" class="failure" aria-labelledby="failure-title"><div class="wide">""");
        html.Write($"""<p class="where" dir="auto">{failure.Where}</p><h2 id="failure-title" class="message" dir="auto">{failure.Message}</h2>""");
        html.Markup("""<div class="beside"><div>""");
        Excerpt(html, failure.Source);
        Cause(html, failure.Message, failure.Cause, failure.Attempts);
        html.Markup("</div><div>");
        if (failure.ScreenshotPath is { } screenshot)
        {
            screenshots.Write(html, Path.GetFileName(screenshot), "The page when the step failed.");
        }

        html.Markup("</div></div>\n");
        html.Expectations(failure.Expectations);
        html.Pictures(failure.Expectations, screenshots);
        html.Candidates(failure.Candidates);
        Listed(html, "Similar names on the page", failure.NearestNames);
        if (failure.Response is { } response)
        {
            html.Write($"""<h3>Response</h3><p class="cause"><code>{response}</code></p>""");
        }

        new ComparisonPart(failure).Write(html);
        Page(html, failure);
        Listed(html, "Windows", failure.Windows);
        Listed(html, "Frames", failure.Frames);
        Listed(html, "Console errors since the last passed step", failure.ConsoleErrors);
        if (failure.Values.Count > 0)
        {
            html.Markup("<h3>Values</h3>");
            html.Values(failure.Values.Select(static value => KeyValuePair.Create(value.Name, value.Text)));
        }

        Listed(html, "Not collected", failure.Missing);
        new FilesPart(run.Run.Folder).Write(html);
        html.Markup("</div></section>\n");
    }

    private void LastTry(HtmlText html)
    {
        // This failure is not necessarily the reason why the run ended.
        if (run.Failed?.Last is { Success: false } last)
        {
            html.Write($"""<h3>The last recorded attempt: step {run.Failed.Path} ({run.Failed.Name})</h3>""");
            if (last.Cause is { } cause)
            {
                html.Write($"""<p class="cause"><code>{cause}</code></p>""");
            }

            html.Expectations(last.Expectations);
            html.Pictures(last.Expectations, screenshots);
            html.Candidates(last.Candidates);
            screenshots.Write(html, last);
        }

        new FilesPart(run.Run.Folder).Write(html);
    }

    private void Excerpt(HtmlText html, SourceExcerpt? source)
    {
        if (source is null)
        {
            return;
        }

        // The report contains the text of the playbook, but not of the CSV file that a case can come from.
        var isInPlaybook = source.Path == run.Header.SourcePath;
        if (isInPlaybook)
        {
            html.Write($"""<p class="place"><a href="#L{source.Location.Line}">{source.Place}</a></p>""");
        }
        else
        {
            html.Write($"""<p class="place">{source.Place}</p>""");
        }

        if (source.Lines.Count == 0)
        {
            return;
        }

        html.Write($"""<ol class="yaml excerpt" start="{source.Lines[0].Number}" aria-label="{(isInPlaybook ? "The step in the playbook" : "The row of the case")}">""");
        foreach (var line in source.Lines)
        {
            html.Markup(line.Marked ? """<li class="bad">""" : "<li>");
            html.Write($"<code>{line.Text}</code></li>");
        }

        html.Markup("</ol>\n");
    }

    private static void Cause(HtmlText html, string message, string? cause, int tries)
    {
        if (cause is { Length: > 0 } && (cause != message || tries > 1))
        {
            html.Write($"""<h3>Cause{(tries > 1 ? string.Create(CultureInfo.InvariantCulture, $", after {tries} attempts") : string.Empty)}</h3><p class="cause"><code>{cause}</code></p>""");
        }
    }

    private static void Page(HtmlText html, FailureDetails failure)
    {
        if (failure.Url is null && failure.Requests.Count == 0)
        {
            return;
        }

        html.Markup("<h3>Page</h3>");
        var page = new[] { KeyValuePair.Create("URL", failure.Url ?? string.Empty), KeyValuePair.Create("Title", failure.Title ?? string.Empty) };
        html.Values(page.Where(static one => one.Value.Length > 0));
        if (failure.Requests.Count == 0)
        {
            return;
        }

        html.Markup("""<table class="cards"><caption>Last requests</caption><thead><tr><th scope="col">Status</th><th scope="col">Method</th><th scope="col">URL</th></tr></thead><tbody>""");
        foreach (var request in failure.Requests)
        {
            var isBad = request.Failure is not null || request.Status >= 400;
            html.Markup(isBad ? """<tr class="bad">""" : "<tr>");
            html.Write($"""<th scope="row">{(request.Failure is not null ? "failed" : request.Status?.ToString(CultureInfo.InvariantCulture) ?? "no response yet")}</th><td data-label="Method">{request.Method}</td><td data-label="URL"><code>{request.Url}</code> {request.Failure}""");
            html.Markup(request.IsMocked ? """ <span class="tag">mocked</span></td></tr>""" : "</td></tr>");
        }

        html.Markup("</tbody></table>\n");
    }

    private static void Listed(HtmlText html, string title, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            html.Write($"<h3>{title}</h3>");
            html.Codes(texts);
        }
    }
}
