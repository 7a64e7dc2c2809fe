using System.Text.Json;
using Playbooks.RunFolder.Log;

namespace Playbooks.RunFolder.Status;

/// <summary>Reads and writes a run's <c>status.json</c>. The file is replaced atomically, so that a reader sees either the old or the new status.</summary>
/// <param name="folder">The folder of the run.</param>
/// <param name="disk">Writes the file; null for this machine's file system.</param>
/// <param name="mayWrite">Throws if another process has taken over the folder; null if that is impossible.</param>
internal sealed class StatusFile(string folder, Disk? disk = null, Action? mayWrite = null)
{
    private readonly Disk disk = disk ?? Disk.Real;
    private readonly string path = Path.Combine(folder, RunFiles.Status);
    private readonly string next = Path.Combine(folder, RunFiles.Status + ".next");

    /// <summary>Replaces the status and flushes it to the disk.</summary>
    /// <exception cref="IOException">The status cannot be written. The previous one remains.</exception>
    /// <exception cref="UnauthorizedAccessException">The status cannot be written. The previous one remains.</exception>
    public void Write(RunStatus status)
    {
        mayWrite?.Invoke();
        var bytes = JsonSerializer.SerializeToUtf8Bytes(status, LogJson.Files.RunStatus);
        // A file that a killed process left. It is created again, so that no write follows a link.
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

    /// <summary>Returns the status, or null if there is no readable one.</summary>
    /// <exception cref="IOException">The file system could not read the file.</exception>
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
