using Playbooks.Recording;
using Playbooks.Reports;
using Playbooks.RunFolder.Log;
using Playbooks.RunFolder.Status;

namespace Playbooks.RunFolder.Finalizing;

/// <summary>A run whose process may no longer exist.</summary>
internal sealed class LostRun(RunDirectory folder, TimeProvider time)
{
    private readonly string path = Path.Combine(folder.Path, RunFiles.Log);
    private readonly StatusFile status = new(folder.Path);

    /// <summary>Finalizes the run if it is lost.</summary>
    /// <returns>Whether the run was lost.</returns>
    public async Task<bool> FinalizeAsync()
    {
        if (!IsDue() || RunLock.IsHeld(folder.Path))
        {
            return false;
        }

        folder.RefuseLinks();
        SymbolicLinks.RefuseToWrite(path);
        using var held = TryHold();
        // Checked again now that no one else can act: another process may have finalized the run, or a new run may have ended.
        if (held is null || !IsDue())
        {
            return false;
        }

        var problems = WriteEnd();
        new TraceFiles(folder).RemoveFormer();
        RemoveUnfinished();
        var ended = StatusOf(ActionLogReader.Read(path)) with { Problems = problems };
        status.Write(ended with { Finalizing = true });
        var unwritten = await new RunReports(new() { TimeProvider = time }).WriteAsync(StoredRun.Read(folder.Path)).ConfigureAwait(false);
        status.Write(ended with { Artifacts = Artifacts.Find(folder), Problems = [.. problems, .. unwritten] });
        return true;
    }

    // A folder without a log contains no run: the process was killed before the run started.
    private bool IsDue() => status.Read() is not { Result: not null, Finalizing: false } && File.Exists(path);

    private RunLock? TryHold()
    {
        try
        {
            return RunLock.Take(folder.Path);
        }
        catch (PlaybookException conflict) when (conflict.Code == ErrorCode.RunConflict)
        {
            return null;
        }
    }

    /// <summary>Appends the missing end.</summary>
    /// <returns>The problems with the run's evidence.</returns>
    private IReadOnlyList<string> WriteEnd()
    {
        var log = ActionLogReader.Read(path);
        var stored = status.Read();
        var known = stored?.Problems ?? [];
        if (log.Records is [.., EndRecord])
        {
            return [.. known.Union([StoredRunReader.EvidenceIncomplete])];
        }

        using (var continued = ActionLog.Continue(path, log, time))
        {
            continued.Append(EndOf(stored?.Result is null ? StoredRunReader.Lost(StatusOf(log), log.Header) : stored));
        }

        return log.TornEnd is { } torn ? [.. known, torn] : known;
    }

    private static RunStatus StatusOf(ReadLog log)
    {
        var tally = new StatusTally(log.Header);
        foreach (var record in log.Records)
        {
            tally.Add(record);
        }

        return tally.ToStatus();
    }

    private static EndRecord EndOf(RunStatus ended) => new()
    {
        Status = ended.Status,
        Outcome = ended.Result!.Value,
        FailedAsExpected = ended.FailedAsExpected,
        Error = ended.Error,
        Outputs = [.. ended.Outputs.Select(output => OutputOf(ended, output.Key, output.Value))],
        ActionCount = ended.ActionCount,
        DurationMs = ended.DurationMs,
    };

    private static NamedText OutputOf(RunStatus ended, string name, string text) =>
        ended.LargeValues.LastOrDefault(value => value.Name == name && text.EndsWith($"all of it in {value.File})", StringComparison.Ordinal)) is { } value
            ? new(name, text) { File = value.File, Length = value.Length }
            : new(name, text);

    // Temporary files that their writer did not live to rename.
    private void RemoveUnfinished()
    {
        foreach (var file in Directory.GetFiles(folder.Path, "*.tmp"))
        {
            File.Delete(file);
        }
    }
}
