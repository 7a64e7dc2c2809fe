using System.Collections.Concurrent;

namespace Playbooks.RunFolder.Retaining;

/// <summary>Removes surplus runs at the start of the process, and then at most once an hour for each folder of runs.</summary>
internal sealed class RemovalSchedule
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> last = new(StringComparer.Ordinal);

    /// <summary>This process's.</summary>
    public static RemovalSchedule Current { get; } = new();

    /// <summary>Begins to remove where that is due.</summary>
    /// <param name="root">Full path of the folder of all runs.</param>
    /// <param name="retention">What is kept; null: all.</param>
    /// <param name="time">Tells the runs' ages, and when it is due.</param>
    /// <returns>Ends when surplus runs are removed, with their ids; nothing is thrown.</returns>
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
            // Nobody's run fails because old ones could not be removed; in an hour they are tried again.
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
