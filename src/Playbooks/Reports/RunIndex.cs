using Playbooks.Reports.Index;
using Playbooks.RunFolder;

namespace Playbooks.Reports;

/// <summary>Maintains the overview of all runs in an output root, <c>index.html</c>.</summary>
/// <remarks>
/// The page is rewritten at the end of each run, from the status.json of each of the newest runs. Runs that end at the same time share one
/// update: a run that finds an update in progress leaves a marker, and the process that updates the page repeats the update.
/// </remarks>
internal sealed class RunIndex
{
    /// <summary>The maximum number of runs on the page. Older runs are counted.</summary>
    public const int MostRuns = 1000;

    private readonly string root;
    private readonly string place;

    /// <summary>Initializes the index of an output root.</summary>
    /// <param name="root">The path of the output root.</param>
    public RunIndex(string root)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        this.root = Path.GetFullPath(root);
        place = Path.Combine(this.root, ".index");
    }

    private string Word => Path.Combine(place, "again");

    /// <summary>Updates the page, or leaves the update to a process that is already updating it.</summary>
    /// <exception cref="IOException">The page cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The permissions do not allow the page to be written.</exception>
    public void Update()
    {
        OwnerOnlyFolder.Create(place);
        LeaveWord();
        while (File.Exists(Word) && TryLock() is { } held)
        {
            using (held)
            {
                while (File.Exists(Word))
                {
                    // Before reading, because runs that end from here on leave a new marker.
                    File.Delete(Word);
                    WholeFile.Write(Path.Combine(root, RunFiles.Index), Write());
                }
            }

            // The outer loop finds a marker that was left after the last check by a process that then found the lock held.
        }
    }

    internal string Write()
    {
        // Names that start with a dot belong to the index; a run cannot have such a name.
        var folders = new DirectoryInfo(root).EnumerateDirectories().Where(static folder => folder.Name[0] != '.').OrderByDescending(static folder => folder.LastWriteTimeUtc).ToList();
        var entries = folders.Take(MostRuns).Select(IndexEntry.Read).OfType<IndexEntry>().ToList();
        return new IndexHtml(root, entries, folders.Count - Math.Min(folders.Count, MostRuns)).Write();
    }

    private void LeaveWord()
    {
        using var file = new FileStream(Word, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
    }

    private FileStream? TryLock()
    {
        try
        {
            return new FileStream(Path.Combine(place, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
