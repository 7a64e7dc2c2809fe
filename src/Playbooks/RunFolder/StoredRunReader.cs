using Playbooks.RunFolder.Log;
using Playbooks.RunFolder.Status;

namespace Playbooks.RunFolder;

/// <summary>Reads a run's folder: the log, which is the source of truth, and from the status only what the log cannot contain.</summary>
internal static class StoredRunReader
{
    /// <summary>The problem of a run whose process ended after the end of the run, but before the evidence was complete.</summary>
    internal const string EvidenceIncomplete = "The run's process ended before the evidence was complete. A trace or a report may be missing.";

    /// <summary>Reads a run.</summary>
    public static StoredRun Read(string path)
    {
        var folder = FolderOf(path);
        var file = Path.Combine(folder, RunFiles.Log);
        // Checked before the log is read, because a run that ends in the meantime has already written its end.
        var isLive = RunLock.IsHeld(folder);
        var log = ActionLogReader.Read(file);
        if (!isLive && !HasEnd(log) && RunLock.IsHeld(folder))
        {
            // A run with the same id started in the meantime, and the log may belong to it.
            isLive = true;
            log = ActionLogReader.Read(file);
        }

        return new()
        {
            Folder = folder,
            Header = log.Header,
            Records = log.Records,
            Status = StatusOf(log, isLive, new StatusFile(folder).Read()),
            SourceText = ReadSource(Path.Combine(folder, RunFiles.Source)),
            IsLive = isLive,
            Problems = log.TornEnd is { } torn && !isLive ? [.. log.Problems, torn] : log.Problems,
        };
    }

    /// <summary>Reads the status of a run.</summary>
    public static RunStatus ReadStatus(string path) =>
        new StatusFile(FolderOf(path)).Read() is { Result: not null, Finalizing: false } ended ? ended : Read(path).Status;

    private static string FolderOf(string path)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        SymbolicLinks.RefuseToRead(folder);
        return folder;
    }

    private static RunStatus StatusOf(ReadLog log, bool isLive, RunStatus? stored)
    {
        var tally = new StatusTally(log.Header);
        foreach (var record in log.Records)
        {
            tally.Add(record);
        }

        var status = tally.ToStatus() with { Problems = stored?.Problems ?? [] };
        if (!HasEnd(log))
        {
            // The first step has no record while it is active, and a disk that is full at the end leaves no end record.
            return isLive && !(stored is { Result: not null, Finalizing: false } && stored.Epoch == log.Header.Epoch)
                ? stored?.Status == RunState.Running ? status with { Status = RunState.Running } : status
                : stored?.Result is null ? Lost(status, log.Header) : stored with { Finalizing = false };
        }

        var isCommitted = stored is { Result: not null, Finalizing: false };
        return status with
        {
            Finalizing = isLive && !isCommitted,
            Artifacts = stored?.Artifacts ?? [],
            Problems = isLive || isCommitted
                ? status.Problems
                : [.. status.Problems, EvidenceIncomplete],
        };
    }

    /// <summary>Returns the status of a run whose process no longer exists and that has not ended.</summary>
    internal static RunStatus Lost(RunStatus status, LogHeader header) => status with
    {
        Status = RunState.Terminated,
        Result = Outcome.Failed,
        Error = new(
            ErrorCode.WorkerLost,
            $"Process {header.ProcessId}, which executed the run, no longer exists, and the run did not end: the process was killed, crashed, or could not write. The log contains the {status.ActionCount} action(s) before that."),
    };

    private static bool HasEnd(ReadLog log) => log.Records.Count > 0 && log.Records[^1] is EndRecord;

    private static string? ReadSource(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
