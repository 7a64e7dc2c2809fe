using System.Text.Json;
using Playbooks.RunFolder.Log;

namespace Playbooks.RunFolder.Status;

/// <summary>A run's <c>status.json</c>: replaced as a whole, so that a reader sees the one before or the one after, never half of one.</summary>
/// <param name="folder">The run's folder.</param>
/// <param name="disk">Writes it; null: this machine's.</param>
/// <param name="mayWrite">Throws where the folder is another's by now; null: it cannot be.</param>
internal sealed class StatusFile(string folder, Disk? disk = null, Action? mayWrite = null)
{
    private readonly Disk disk = disk ?? Disk.Real;
    private readonly string path = Path.Combine(folder, RunFiles.Status);
    private readonly string next = Path.Combine(folder, RunFiles.Status + ".next");

    /// <summary>Replaces it; it is on the disk when this returns.</summary>
    /// <exception cref="IOException">It cannot be written; the one before stays.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written; the one before stays.</exception>
    public void Write(RunStatus status)
    {
        mayWrite?.Invoke();
        var bytes = JsonSerializer.SerializeToUtf8Bytes(status, LogJson.Files.RunStatus);
        // What a killed process left; made anew, so that nothing is written through a link.
        File.Delete(next);
        try
        {
            using var handle = disk.Open(next, FileMode.CreateNew, FileShare.None);
            disk.Write(handle, bytes, 0);
            disk.Flush(handle);
        }
        catch
        {
            File.Delete(next);
            throw;
        }

        mayWrite?.Invoke();
        File.Move(next, path, overwrite: true);
        DurableFolder.Flush(folder);
    }

    /// <summary>What it says; null: there is none that can be read.</summary>
    /// <exception cref="IOException">The file system did not give it.</exception>
    public RunStatus? Read()
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return JsonSerializer.Deserialize(file, LogJson.Files.RunStatus);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }
}
