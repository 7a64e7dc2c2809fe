

using Playbooks.RunFolder.Log;
using Playbooks.RunFolder.Status;

namespace Playbooks.RunFolder.Retaining;

/// <summary>A run that has ended, as its retention sees it.</summary>
/// <param name="Folder">Full path of its folder.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Failed">Whether it failed in a way that its test does not want.</param>
internal sealed record EndedRun(string Folder, DateTimeOffset EndedAt, bool Failed)
{
    /// <summary>Reads a folder below the folder of all runs.</summary>
    /// <returns>Null: it is a link, no run's folder, or its run has not ended.</returns>
    public static EndedRun? Read(DirectoryInfo folder)
    {
        try
        {
            return folder.LinkTarget is null
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

    /// <summary>How many bytes its files have; links are not followed.</summary>
    public long CountBytes() => new DirectoryInfo(Folder)
        .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
        .Sum(static file => file.Length);
}
