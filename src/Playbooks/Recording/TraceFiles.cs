using Playbooks.RunFolder;
using Playbooks.Storage;

namespace Playbooks.Recording;

/// <summary>Defines the locations of a run's trace: the masked trace in the run's folder, and the unmasked one in the process's private folder.</summary>
internal sealed class TraceFiles(RunDirectory folder)
{
    // The location of unmasked traces in an earlier version.
    private readonly string former = Path.Combine(folder.Path, RunFiles.UnmaskedTrace);

    /// <summary>Gets the full path of the masked trace.</summary>
    public string Trace { get; } = Path.Combine(folder.Path, RunFiles.Trace);

    /// <summary>Gets the full path of the file that Playwright writes.</summary>
    public string Unmasked => Path.Combine(Work, "written.tmp");

    /// <summary>Gets the full path of the masked trace while it is being written.</summary>
    public string Masked { get; } = Path.Combine(folder.Path, $"{RunFiles.Trace}.{Guid.NewGuid():N}.tmp");

    private string Work => Path.Combine(PrivateFolder.Current.Path, WorkName);

    private string WorkName => RunId.From(folder.Path).Text;

    /// <summary>Creates an empty file for Playwright. The file keeps its mode, so that only its owner can read it.</summary>
    public void CreateUnmasked()
    {
        PrivateFolder.Current.CreateFolder(WorkName);
        OwnerOnlyFile.Create(Unmasked).Dispose();
    }

    /// <summary>Creates an empty file for the masked trace.</summary>
    /// <exception cref="PlaybookException">The path is a link, or another process has taken over the run.</exception>
    public FileStream CreateMasked()
    {
        folder.Create();
        return OwnerOnlyFile.Create(Masked);
    }

    /// <summary>Publishes the masked trace atomically.</summary>
    public void Publish() => File.Move(Masked, Trace, overwrite: true);

    /// <summary>Deletes the unmasked trace, and a masked one that was not published.</summary>
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

    /// <summary>Deletes what a killed process of an earlier version left in the run's folder.</summary>
    public void RemoveFormer()
    {
        if (SymbolicLinks.IsLink(former))
        {
            // Deletes the link itself, not its target.
            Directory.Delete(former);
        }
        else if (Directory.Exists(former))
        {
            Directory.Delete(former, recursive: true);
        }
    }
}
