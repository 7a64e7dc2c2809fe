using System.Collections.Concurrent;

namespace Playbooks.Server.Files;

/// <summary>Keeps what was made of files for as long as they stay as they are; it is made once, however many ask at the same time.</summary>
/// <param name="capacity">How many files are remembered; with one more all are forgotten, and made again when they are asked for.</param>
/// <param name="make">Makes it of the file at a path.</param>
internal sealed class PerFile<T>(int capacity, Func<string, T> make)
{
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>What is made of a file.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="stamp">As the caller sees the file; what was made of another stamp is made anew.</param>
    /// <param name="cancellationToken">The caller has gone; it is made to its end for others.</param>
    public Task<T> OfAsync(string path, FileStamp stamp, CancellationToken cancellationToken)
    {
        if (entries.Count > capacity)
        {
            entries.Clear();
        }

        var made = new Entry(stamp, new(() => Task.Run(() => make(path), CancellationToken.None)));
        var entry = entries.AddOrUpdate(path, static (_, made) => made, static (_, there, made) => there.Stamp == made.Stamp && !there.HasFailed ? there : made, made);
        return entry.Value.Value.WaitAsync(cancellationToken);
    }

    private sealed record Entry(FileStamp Stamp, Lazy<Task<T>> Value)
    {
        public bool HasFailed => Value is { IsValueCreated: true, Value.IsFaulted: true };
    }
}
