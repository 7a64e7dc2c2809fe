namespace Playbooks.Reports.Html;

/// <summary>Renders the head of the page: the outcome of the run, and what ran.</summary>
internal sealed class HeadSection(ReportedRun run)
{
    public void Write(HtmlText html)
    {
        var header = run.Header;
        html.Markup("""<nav class="skip" aria-label="Skip">""");
        html.Markup(run.Failed is null && run.Error is null ? string.Empty : """<a href="#failure">Go to the failure</a> """);
        html.Markup("""<a href="#steps">Go to the steps</a> <a href="#yaml">Go to the playbook</a></nav>""");
        html.Write($"""<header class="verdict {run.Verdict.Key()}"><div class="wide">""");
        if (run.IsInItsFolder)
        {
            html.Write($"""<p class="up"><a href="../{RunFiles.Index}">All runs</a></p>""");
        }

        html.Markup("""<p class="word">""");
        html.Icon(run.Verdict, isAlone: false);
        html.Write($"{run.Verdict.Word()}</p>");
        html.Write($"""<h1 dir="auto">{header.PlaybookName}</h1>""");
        if (header.Case is { } one)
        {
            html.Write($"""<p class="case" dir="auto">{one}</p>""");
        }

        if (Meaning() is { Length: > 0 } meaning)
        {
            html.Write($"""<p class="meaning">{meaning}</p>""");
        }

        Facts(html);
        html.Markup("</div></header>\n");
    }

    // The failure is described directly below, in more detail.
    private string Meaning() => ((run.Failure is null ? Explanation() : string.Empty) + Reservations()).TrimStart();

    private string Explanation() =>
        run.Steps.Any(static step => step.IsWarning) ? run.Verdict.Meaning().Replace("Every step", run.Steps.Any(static step => step.IsWarning && step.Tolerance == "optional") ? "Every step that is not optional" : "Every step that was not attempted again", StringComparison.Ordinal) : run.Verdict.Meaning();

    // A pass with reservations is not shown as a plain pass.
    private string Reservations()
    {
        var drifted = run.Steps.Count(static step => step.Drift is not null);
        var texts = new List<string>();
        if (drifted > 0)
        {
            texts.Add($"{ReportWording.Count(drifted, "step")} found {(drifted == 1 ? "its element" : "their elements")} by a fallback selector.");
        }

        var flaky = run.Steps.Where(static step => step.Verdict == Verdict.Flaky).Select(static step => step.Path).ToList();
        if (flaky.Count > 0)
        {
            texts.Add($"More than one attempt: {StepList(flaky)}.");
        }

        foreach (var (tolerance, verb) in new[] { ("optional", "Optional and failed"), ("attempted again", "Failed and attempted again") })
        {
            var warnings = run.Steps.Where(step => step.IsWarning && step.Tolerance == tolerance).Select(static step => step.Path).ToList();
            if (warnings.Count > 0)
            {
                texts.Add($"{verb}: {StepList(warnings)}.");
            }
        }

        if (run.Problems.Count > 0)
        {
            texts.Add($"{ReportWording.Count(run.Problems.Count, "problem")} with the evidence.");
        }

        return string.Concat(texts.Select(static text => " " + text));
    }

    private void Facts(HtmlText html)
    {
        var header = run.Header;
        html.Markup("""<dl class="facts">""");
        html.Write($"<div><dt>Playbook</dt><dd><code>{header.Playbook}</code></dd></div>");
        if (header.BaseUrl is { Length: > 0 } baseUrl)
        {
            html.Write($"<div><dt>Base URL</dt><dd><code>{baseUrl}</code></dd></div>");
        }

        html.Write($"""<div><dt>Started</dt><dd><time datetime="{ReportWording.Iso(header.StartedAt)}">{ReportWording.Moment(header.StartedAt)}</time></dd></div>""");
        html.Write($"<div><dt>{(run.Verdict == Verdict.Running ? "So far" : "Duration")}</dt><dd>{ReportWording.Duration(run.Run.End?.DurationMs ?? run.DurationMs)}</dd></div>");
        html.Write($"<div><dt>Steps</dt><dd>{run.ReachedCount} of {header.StepCount}</dd></div>");
        var tokens = run.Run.Status.Tokens;
        if (tokens.Input + tokens.Output > 0)
        {
            html.Write($"<div><dt>Tokens</dt><dd>{tokens.Input} input, {tokens.Output} output</dd></div>");
        }

        if (header.Epoch > 1)
        {
            html.Write($"<div><dt>Times started</dt><dd>{header.Epoch}</dd></div>");
        }

        // The files of a failure are linked next to it; those of any other run are linked here, because nobody would look for them further down.
        if (run.Failure is null && run.Error is null && File.Exists(Path.Combine(run.Run.Folder, RunFiles.Trace)))
        {
            html.Write($"""<div><dt>Trace</dt><dd><a href="{RunFiles.Trace}">{RunFiles.Trace}</a></dd></div>""");
        }

        html.Markup("</dl>\n");
    }

    private static string StepList(List<string> paths) =>
        $"{(paths.Count == 1 ? "step" : "steps")} {string.Join(", ", paths.Take(8))}{(paths.Count > 8 ? " …" : string.Empty)}";
}
