using System.Collections.Concurrent;

namespace Playbooks.RunFolder.Retaining;

/// <summary>Deletes surplus runs when the process starts, and then at most once an hour per output root.</summary>
internal sealed class RemovalSchedule
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> last = new(StringComparer.Ordinal);

    /// <summary>Gets the schedule of this process.</summary>
    public static RemovalSchedule Current { get; } = new();

    /// <summary>Starts deleting runs if it is due.</summary>
    /// <param name="root">The full path of the output root.</param>
    /// <param name="retention">The limits, or null to keep all runs.</param>
    /// <param name="time">The clock for the age of runs and the schedule.</param>
    /// <returns>A task that completes with the ids of the deleted runs. It never fails.</returns>
    public Task<IReadOnlyList<string>> BeginAsync(string root, Retention? retention, TimeProvider time)
    {
        if (retention is null || retention == Retention.KeepAll || !IsDue(root, time.GetUtcNow()))
        {
            return Task.FromResult<IReadOnlyList<string>>([]);
        }

        return Task.Run(() => Remove(root, retention, time));
    }

    private static IReadOnlyList<string> Remove(string root, Retention retention, TimeProvider time)
    {
        try
        {
            return new RunRemoval(root, retention, time).Remove();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A run must not fail because old ones could not be deleted. They are attempted again in an hour.
            return [];
        }
    }

    private bool IsDue(string root, DateTimeOffset now)
    {
        while (true)
        {
            if (!last.TryGetValue(root, out var before))
            {
                if (last.TryAdd(root, now))
                {
                    return true;
                }
            }
            else if (now - before < Interval)
            {
                return false;
            }
            else if (last.TryUpdate(root, now, before))
            {
                return true;
            }
        }
    }
}
