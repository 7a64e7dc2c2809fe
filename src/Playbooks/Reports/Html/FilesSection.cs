namespace Playbooks.Reports.Html;

/// <summary>Renders the locations of the files of a run that has no failure section.</summary>
internal sealed class FilesSection(ReportedRun run)
{
    public void Write(HtmlText html)
    {
        if (run.Failure is not null || run.Error is not null || run.Failed is not null)
        {
            return;
        }

        html.Markup("""<section id="files" aria-labelledby="files-title"><div class="wide"><h2 id="files-title">Files</h2>""");
        new FilesPart(run.Run.Folder).WriteFiles(html);
        html.Markup("</div></section>\n");
    }
}
