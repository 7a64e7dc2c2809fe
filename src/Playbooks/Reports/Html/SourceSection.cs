namespace Playbooks.Reports.Html;

/// <summary>Renders the whole playbook with line numbers. The lines of steps are marked with their verdicts.</summary>
internal sealed class SourceSection(ReportedRun run)
{
    // A browser skips the parts of a page that are off-screen.
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
            html.Markup("""<p class="quiet">The run's folder does not contain the text of the playbook.</p>""");
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
