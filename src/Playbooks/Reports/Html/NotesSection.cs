namespace Playbooks.Reports.Html;

/// <summary>Renders the notes of the run, and the problems with its evidence.</summary>
internal sealed class NotesSection(ReportedRun run)
{
    public void Write(HtmlText html)
    {
        var notes = run.Notes.ToList();
        if (notes.Count == 0 && run.Problems.Count == 0)
        {
            return;
        }

        html.Markup("""<section id="notes" aria-labelledby="notes-title"><div class="wide"><h2 id="notes-title">Notes and problems</h2><ul class="notes">""");
        foreach (var problem in run.Problems)
        {
            html.Write($"""<li><span class="tag warn">problem</span> {problem}</li>""");
        }

        foreach (var note in notes)
        {
            html.Write($"""<li><span class="tag">{note.Topic}</span> {ReportWording.Note(note)}</li>""");
        }

        html.Markup("</ul></div></section>\n");
    }
}
