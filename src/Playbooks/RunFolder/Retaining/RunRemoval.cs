using Playbooks.Reports;

namespace Playbooks.RunFolder.Retaining;

/// <summary>Deletes the runs that exceed the retention limits from the output root.</summary>
/// <param name="root">The full path of the output root. It does not have to exist.</param>
/// <param name="retention">The limits.</param>
/// <param name="time">The clock for the age of runs.</param>
internal sealed class RunRemoval(string root, Retention retention, TimeProvider time)
{
    // A folder is first moved aside as a whole, so that no one sees a run with half of its files.
    private const string Aside = ".removed-";

    /// <summary>Deletes the runs, and what a killed process left half deleted. What cannot be deleted remains until the next time.</summary>
    /// <returns>The ids of the deleted runs.</returns>
    public IReadOnlyList<string> Remove()
    {
        if (!Directory.Exists(root))
        {
            return [];
        }

        foreach (var begun in new DirectoryInfo(root).EnumerateDirectories(Aside + "*").Where(static folder => !SymbolicLinks.IsLink(folder)))
        {
            TryDelete(begun.FullName);
        }

        var removed = new List<string>();
        foreach (var run in Surplus())
        {
            if (TryRemove(run))
            {
                removed.Add(Path.GetFileName(run.Folder));
            }
        }

        if (removed.Count > 0)
        {
            new RunIndex(root).Update();
        }

        return removed;
    }

    private List<EndedRun> Surplus()
    {
        var now = time.GetUtcNow();
        var ended = new DirectoryInfo(root).EnumerateDirectories().Select(EndedRun.Read).OfType<EndedRun>().ToList();
        var surplus = ended.Where(run => now - run.EndedAt > (run.Failed ? retention.FailedMaxAge : retention.MaxAge)).ToList();
        var kept = new Queue<EndedRun>(ended.Except(surplus).OrderBy(static run => run.Failed).ThenBy(static run => run.EndedAt));
        while (kept.Count > retention.MaxCount)
        {
            surplus.Add(kept.Dequeue());
        }

        if (retention.MaxBytes is { } most)
        {
            var sizes = kept.ToDictionary(static run => run, SizeOf);
            var bytes = sizes.Values.Sum();
            while (bytes > most && kept.TryDequeue(out var next))
            {
                bytes -= sizes[next];
                surplus.Add(next);
            }
        }

        return surplus;
    }

    private static long SizeOf(EndedRun run)
    {
        try
        {
            return run.CountBytes();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private bool TryRemove(EndedRun run)
    {
        var aside = Path.Combine(root, Aside + Guid.NewGuid().ToString("N"));
        try
        {
            using (var held = RunLock.Take(run.Folder))
            {
                // A run with the same id may have started, and ended, since the folder was read.
                if (EndedAtOf(run, held) != run.EndedAt)
                {
                    return false;
                }

                Directory.Move(run.Folder, aside);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or PlaybookException)
        {
            return false;
        }

        TryDelete(aside);
        return true;
    }

    private static DateTimeOffset? EndedAtOf(EndedRun run, RunLock held)
    {
        if (OperatingSystem.IsWindows())
        {
            // Windows cannot move a folder while a file in it is open.
            held.Dispose();
        }

        return new Status.StatusFile(run.Folder).Read() is { Result: not null, Finalizing: false } status ? status.StartedAt.AddMilliseconds(status.DurationMs) : null;
    }

    // Links in the folder are deleted, but not their targets.
    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Another process is deleting it, or it is attempted again the next time.
        }
    }
}
