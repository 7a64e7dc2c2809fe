using Playbooks.Reports.Index;
using Playbooks.RunFolder;

namespace Playbooks.Reports;

/// <summary>The page over all runs of a folder: <c>index.html</c>.</summary>
/// <remarks>
/// It is rewritten at the end of each run. That reads the small status.json of each of the newest runs and nothing else. Runs that end
/// at the same time share one rewriting: whoever finds it under way leaves word, and the one at work goes over it once more.
/// </remarks>
public sealed class RunIndex
{
    /// <summary>How many runs it shows; older ones are counted.</summary>
    public const int MostRuns = 1000;

    private readonly string root;
    private readonly string place;

    /// <summary>Names the folder of all runs.</summary>
    /// <param name="root">Its path.</param>
    public RunIndex(string root)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        this.root = Path.GetFullPath(root);
        place = Path.Combine(this.root, ".index");
    }

    private string Word => Path.Combine(place, "again");

    /// <summary>Brings the page up to date, or leaves that to whoever is at it.</summary>
    /// <exception cref="IOException">The page cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The page may not be written.</exception>
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
                    // Before reading: what ends from here on leaves word anew.
                    File.Delete(Word);
                    WholeFile.Write(Path.Combine(root, RunFiles.Index), Write());
                }
            }

            // Word that was left after the last look, by one who then found the lock held, is seen by the outer loop.
        }
    }

    internal string Write()
    {
        // Names that begin with a dot are ours; no run's does.
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
