using Playbooks.RunFolder.Log;
using Playbooks.RunFolder.Status;

namespace Playbooks.RunFolder.Retaining;

/// <summary>A run that has ended, as needed for retention.</summary>
/// <param name="Folder">The full path of the run's folder.</param>
/// <param name="EndedAt">The end of the run.</param>
/// <param name="Failed">Whether the run failed in a way that its test does not expect.</param>
internal sealed record EndedRun(string Folder, DateTimeOffset EndedAt, bool Failed)
{
    /// <summary>Reads a folder in the output root.</summary>
    /// <returns>The run, or null if the folder is a link, does not contain a run, or the run has not ended.</returns>
    public static EndedRun? Read(DirectoryInfo folder)
    {
        try
        {
            return !SymbolicLinks.IsLink(folder)
                && RunId.IsSafe(folder.Name)
                && ActionLogReader.TryReadHeader(Path.Combine(folder.FullName, RunFiles.Log))?.RunId == folder.Name
                && new StatusFile(folder.FullName).Read() is { Result: { } result, Finalizing: false } status
                && !RunLock.IsHeld(folder.FullName)
                ? new(folder.FullName, status.StartedAt.AddMilliseconds(status.DurationMs), result == Outcome.Failed && status.FailedAsExpected != true)
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Returns the total size of the run's files, in bytes. Links are not followed.</summary>
    public long CountBytes() => SymbolicLinks.EnumerateFiles(Folder).Sum(static file => file.Length);
}
