

using Playbooks.RunFolder;
using Playbooks.Storage;

namespace Playbooks.Recording;

/// <summary>Where a run's trace lies: what may be seen in the run's folder, and what may not in the process's private folder.</summary>
internal sealed class TraceFiles(RunDirectory folder)
{
    // Where an earlier version kept what was not masked.
    private readonly string former = Path.Combine(folder.Path, RunFiles.UnmaskedTrace);

    /// <summary>Full path of the masked trace.</summary>
    public string Trace { get; } = Path.Combine(folder.Path, RunFiles.Trace);

    /// <summary>Full path of what Playwright writes.</summary>
    public string Unmasked => Path.Combine(Work, "written.tmp");

    /// <summary>Full path of the masked trace while it is written.</summary>
    public string Masked { get; } = Path.Combine(folder.Path, $"{RunFiles.Trace}.{Guid.NewGuid():N}.tmp");

    private string Work => Path.Combine(PrivateFolder.Current.Path, WorkName);

    private string WorkName => RunId.From(folder.Path).Text;

    /// <summary>Makes an empty file for what Playwright writes, which keeps its mode: only its owner can read it.</summary>
    public void CreateUnmasked()
    {
        PrivateFolder.Current.CreateFolder(WorkName);
        OwnerOnlyFile.Create(Unmasked).Dispose();
    }

    /// <summary>Makes an empty file for the masked trace.</summary>
    /// <exception cref="PlaybookException">A link stands in the way, or the run is another process's by now.</exception>
    public FileStream CreateMasked()
    {
        folder.Create();
        return OwnerOnlyFile.Create(Masked);
    }

    /// <summary>Shows the masked trace: whole, or not at all.</summary>
    public void Publish() => File.Move(Masked, Trace, overwrite: true);

    /// <summary>Removes what is not masked, and what was not published.</summary>
    public void RemoveWork()
    {
        if (Directory.Exists(Work))
        {
            Directory.Delete(Work, recursive: true);
        }

        if (Directory.Exists(folder.Path))
        {
            File.Delete(Masked);
        }

        RemoveFormer();
    }

    /// <summary>Removes what a killed process of an earlier version left in the run's folder.</summary>
    public void RemoveFormer()
    {
        var there = new DirectoryInfo(former);
        if (there.LinkTarget is not null)
        {
            // The link itself: what it leads to is not ours.
            there.Delete();
        }
        else if (there.Exists)
        {
            there.Delete(recursive: true);
        }
    }
}
