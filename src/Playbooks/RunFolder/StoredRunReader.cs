

using Playbooks.RunFolder.Log;
using Playbooks.RunFolder.Status;

namespace Playbooks.RunFolder;

/// <summary>Reads a run's folder: its log, which is the truth, and from the status what no log can say.</summary>
internal static class StoredRunReader
{
    /// <summary>What is said of a run whose process was gone after its end and before its evidence was whole.</summary>
    internal const string BrokenOff = "The run's process ended before all of its evidence was complete: a trace or a report may be missing.";

    /// <summary>Reads it.</summary>
    public static StoredRun Read(string path)
    {
        var folder = FolderOf(path);
        var file = Path.Combine(folder, RunFiles.Log);
        // Asked before the log is read: a run that ends meanwhile has written its end by then.
        var isLive = RunLock.IsHeld(folder);
        var log = ActionLogReader.Read(file);
        if (!isLive && !HasEnd(log) && RunLock.IsHeld(folder))
        {
            // A run of the same id began in between, and the log may be its own.
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

    /// <summary>Reads where it stands.</summary>
    public static RunStatus ReadStatus(string path) =>
        new StatusFile(FolderOf(path)).Read() is { Result: not null, Finalizing: false } ended ? ended : Read(path).Status;

    private static string FolderOf(string path)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return new DirectoryInfo(folder).LinkTarget is null
            ? folder
            : throw new PlaybookException(ErrorCode.InvalidPath, $"{folder} is a link, and runs are not read through links. Name the folder that it leads to.");
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
            // A first step under way has no record yet, and a disk that was full at the end has none of the end.
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
                : [.. status.Problems, BrokenOff],
        };
    }

    /// <summary>How a run stands whose process is gone before its end.</summary>
    internal static RunStatus Lost(RunStatus status, LogHeader header) => status with
    {
        Status = RunState.Terminated,
        Result = Outcome.Failed,
        Error = new(
            ErrorCode.WorkerLost,
            $"The process {header.ProcessId} that ran it is gone, and it did not come to its end: it was killed, it crashed, or it could not write any more. Its log holds the {status.ActionCount} action(s) before that."),
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
