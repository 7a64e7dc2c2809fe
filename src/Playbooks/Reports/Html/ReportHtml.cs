namespace Playbooks.Reports.Html;

/// <summary>Creates a run's <c>report.html</c>, the report for people.</summary>
internal sealed class ReportHtml(ReportedRun run)
{
    /// <summary>Creates the page.</summary>
    public string Write()
    {
        var screenshots = new EmbeddedScreenshots(run.Run.Folder);
        var name = run.Header.Case is { } one ? $"{run.Header.PlaybookName}: {one}" : run.Header.PlaybookName;
        return new HtmlPage().Write($"{run.Verdict.Word()} · {name}", html =>
        {
            new HeadSection(run).Write(html);
            html.Markup("<main>\n");
            new FailureSection(run, screenshots).Write(html);
            new RecoverySection(run).Write(html);
            new NotesSection(run).Write(html);
            new StepsSection(run, screenshots).Write(html);
            new ValuesSection(run).Write(html);
            new SourceSection(run).Write(html);
            new FilesSection(run).Write(html);
            html.Markup("</main>\n");
            html.Write($"""<footer>Run <code>{run.Header.RunId}</code> in <code>{run.Run.Folder}</code></footer>""");
        });
    }
}
