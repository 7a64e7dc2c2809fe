namespace Playbooks.Reports.Html;

/// <summary>The whole playbook with line numbers; steps' lines are marked with how the steps ended.</summary>
internal sealed class SourceSection(ReportedRun run)
{
    // A browser leaves out of its work what is not on the screen, a part at a time.
    private const int LinesOfPart = 100;

    public void Write(HtmlText html)
    {
        html.Markup("""<section id="yaml" aria-labelledby="yaml-title"><div class="wide"><h2 id="yaml-title">Playbook</h2>""");
        html.Write($"""<p class="place">{run.Header.SourcePath}</p>""");
        if (run.Run.SourceText is { } text)
        {
            Lines(html, text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
        }
        else
        {
            html.Markup("""<p class="quiet">The playbook's text is not in the run's folder.</p>""");
        }

        html.Markup("</div></section>\n");
    }

    private void Lines(HtmlText html, string[] lines)
    {
        var steps = run.Steps.Where(static step => step.Last.Line > 0).GroupBy(static step => step.Last.Line).ToDictionary(static group => group.Key, static group => group.Last());
        var failed = run.Failed?.Last;
        for (var number = 1; number <= lines.Length; number++)
        {
            if (number % LinesOfPart == 1)
            {
                html.Markup(number == 1 ? string.Empty : "</ol>");
                html.Write($"""<ol class="yaml {(lines.Length - number + 1 >= LinesOfPart ? "whole" : string.Empty)}" start="{number}">""");
            }

            var isFailed = failed is { Line: > 0 } && number >= failed.Line && number <= Math.Max(failed.Line, failed.EndLine);
            html.Write($"""<li id="L{number}"{(isFailed ? " class=bad" : string.Empty)}><code>{lines[number - 1]}</code>""");
            if (steps.TryGetValue(number, out var step))
            {
                html.Write($"""<a class="back {step.Verdict.Key()}" href="#step-{step.Path}">step {step.Path}: {step.Verdict.Word()}</a>""");
            }

            html.Markup("</li>");
        }

        html.Markup("</ol>\n");
    }
}
