namespace Playbooks.Reports.Html;

/// <summary>Renders a step as a line with its duration, which expands to its attempts.</summary>
internal sealed class StepPart(ReportedRun run, ReportedStep step, Screenshots screenshots)
{
    // In an active run, a failed step is attempted again, or passed to a recovery agent.
    private Verdict Verdict => run.Verdict == Verdict.Running && step.Last is { Outcome: null, Success: false } ? Verdict.Running : step.Verdict;

    // The items around a nested step show the rest of its address.
    private string InItsList => step.Path[(step.Path.LastIndexOfAny(['.', ':']) + 1)..];

    public void Write(HtmlText html)
    {
        var last = step.Last;
        html.Write($"""<details class="step {Verdict.Key()}" id="step-{step.Path}"><summary>""");
        html.Icon(Verdict, isAlone: true);
        html.Write($"""<span class="path" title="{(step.Number == 0 ? string.Empty : step.Path)}">{(step.Number == 0 ? string.Empty : InItsList)}</span><span class="what"><span class="name" dir="auto">{step.Name}</span> <code>{(last.InputSummary.Length > 0 ? last.InputSummary : last.Action)}</code>""");
        if (last.Decided is { } decided)
        {
            html.Write($"""<span class="decided" dir="auto">{decided}</span>""");
        }

        html.Markup("</span>");
        Tags(html);
        html.Write($"""<span class="took">{ReportWording.Duration(step.DurationMs)}</span>""");
        TimeBar.Write(html, run, step);
        html.Markup("""</summary><div class="inside">""");
        if (last.Line > 0)
        {
            html.Write($"""<p class="place"><a href="#L{last.Line}">{run.SourceName}:{last.Line}:{last.Column}</a></p>""");
        }

        if (last.Playbook is { } called)
        {
            html.Write($"""<p class="place">in the playbook {called}</p>""");
        }

        if (last.Error is { } error)
        {
            html.Write($"""<p class="message">{error}</p>""");
        }

        html.Values(last.Input);
        foreach (var one in step.Records)
        {
            Try(html, one);
        }

        html.Markup("</div></details>\n");
    }

    private void Tags(HtmlText html)
    {
        html.Markup("""<span class="tags">""");
        if (step.Tries.Count > 1)
        {
            html.Write($"""<span class="tag warn">{ReportWording.Count(step.Tries.Count, "attempt")}</span>""");
        }

        if (step.IsWarning)
        {
            html.Write($"""<span class="tag warn">{step.Tolerance}</span>""");
        }

        if (step.Drift is not null)
        {
            html.Markup("""<span class="tag warn">drift</span>""");
        }

        html.Markup("</span>");
    }

    private void Try(HtmlText html, ActionRecord one)
    {
        html.Write($"""<div class="try"><p class="title">{(one.IsAttempt ? ReportWording.Try(one) : one.Success ? "After the recovery: passed" : "After the recovery: failed")}</p>""");
        if (one.Cause is { } cause)
        {
            html.Write($"""<p class="cause"><code>{cause}</code></p>""");
        }

        if (one.SelectorRank > 0)
        {
            html.Write($"""<p class="drift">Drift: the primary selector <code>{one.SelectorPrimary}</code> did not find the element, but fallback {one.SelectorRank ?? 0} did: <code>{one.SelectorUsed}</code></p>""");
        }

        var values = new (string Name, string? Text)[]
        {
            ("Action performed", step.Tries.Count == 1 || !one.IsAttempt ? null : one.Acted ? "yes" : "no"),
            ("Selector", one.SelectorRank > 0 ? null : one.SelectorUsed),
            (one.StoreAs is null ? "Result" : $"Result, stored as {one.StoreAs}", one.ResultText),
            ("Response", one.Response),
            ("URL after the action", one.Url),
            ("Tokens", one.InputTokens + one.OutputTokens == 0 ? null : $"{one.InputTokens} input, {one.OutputTokens} output"),
        };
        html.Values(values.Where(static value => value.Text is not null).Select(static value => KeyValuePair.Create(value.Name, value.Text!)));
        html.Expectations(one.Expectations);
        html.Pictures(one.Expectations, screenshots);
        html.Candidates(one.Candidates);
        screenshots.Write(html, one);
        html.Markup("</div>\n");
    }
}
