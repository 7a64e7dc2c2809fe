namespace Playbooks.Reports.Markdown;

/// <summary>Writes what happened around the page: windows, frames, dialogs, downloads, and mocked answers.</summary>
/// <param name="run">The run.</param>
/// <param name="list">Writes a section with a list, unless the list is empty.</param>
internal sealed class RealPageSections(ReportedRun run, Action<string, IReadOnlyList<string>> list)
{
    private const string Window = "window";
    private const string Dialog = "dialog";
    private const string Download = "download";
    private const string Mock = "mock";

    /// <summary>Determines whether these sections contain a note, so that it is not repeated elsewhere.</summary>
    public static bool Contains(NoteRecord note) => note.Topic is Window or Dialog or Download or Mock;

    /// <summary>Writes the sections.</summary>
    public void Write()
    {
        list("Windows", [.. (run.Failure?.Windows ?? []).Select(static window => "Open: " + window), .. NotesOn(Window)]);
        list("Frames", run.Failure?.Frames ?? []);
        list("Dialogs", NotesOn(Dialog));
        list("Downloads", [.. NotesOn(Download), .. StoredDownloads().Select(static file => "Stored: " + file)]);
        list("Mocked responses", NotesOn(Mock));
    }

    private string[] NotesOn(string topic) => [.. run.Notes.Where(note => note.Topic == topic).Select(ReportWording.Note)];

    private IEnumerable<string> StoredDownloads()
    {
        var folder = Path.Combine(run.Run.Folder, RunFiles.Downloads);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(static file => $"{RunFiles.Downloads}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal) : [];
    }
}
