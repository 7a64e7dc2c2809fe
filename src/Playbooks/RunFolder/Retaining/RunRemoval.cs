

using Playbooks.Reports;

namespace Playbooks.RunFolder.Retaining;

/// <summary>Removes the runs that exceed what is kept from the folder of all runs.</summary>
/// <param name="root">Full path of the folder of all runs; it need not be there.</param>
/// <param name="retention">What is kept.</param>
/// <param name="time">Tells the runs' ages.</param>
internal sealed class RunRemoval(string root, Retention retention, TimeProvider time)
{
    // A folder is moved aside as a whole first: nobody sees a run with half of its files.
    private const string Aside = ".removed-";

    /// <summary>Removes them, and what a killed process had begun to remove. What cannot be removed stays until the next time.</summary>
    /// <returns>The ids of the runs that were removed.</returns>
    public IReadOnlyList<string> Remove()
    {
        if (!Directory.Exists(root))
        {
            return [];
        }

        foreach (var begun in new DirectoryInfo(root).EnumerateDirectories(Aside + "*").Where(static folder => folder.LinkTarget is null))
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
                // A run of the same id may have begun, and ended, since it was looked at.
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
            // No folder is moved there while a file in it is open.
            held.Dispose();
        }

        return new Status.StatusFile(run.Folder).Read() is { Result: not null, Finalizing: false } status ? status.StartedAt.AddMilliseconds(status.DurationMs) : null;
    }

    // Links in it are removed; what they lead to is not.
    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Another process is at it, or it is taken up the next time.
        }
    }
}
