using System.Collections.Concurrent;

namespace Playbooks.Server.Files;

/// <summary>Caches values computed from files until the files change. A value is computed once, even for concurrent requests.</summary>
/// <param name="capacity">The maximum number of cached files. If it is exceeded, the cache is cleared.</param>
/// <param name="mostBytes">The maximum size of the cache in bytes. If it is exceeded, the cache is cleared.</param>
/// <param name="make">Computes the value from the file at a path.</param>
/// <param name="sizeOf">Returns the approximate size of a value in bytes.</param>
internal sealed class FileCache<T>(int capacity, long mostBytes, Func<string, T> make, Func<T, long> sizeOf)
{
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private long bytes;

    /// <summary>Gets the approximate size of the cache in bytes.</summary>
    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>Returns the value of a file.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="stamp">The current stamp of the file. A value with another stamp is computed again.</param>
    /// <param name="cancellationToken">Cancels waiting for this caller. The computation continues for others.</param>
    public Task<T> GetAsync(string path, FileStamp stamp, CancellationToken cancellationToken)
    {
        if (entries.Count > capacity)
        {
            Forget();
        }

        var made = new Entry(stamp, new(() => Task.Run(() => Make(path), CancellationToken.None)));
        var entry = entries.AddOrUpdate(path, static (_, made) => made, static (_, there, made) => there.Stamp == made.Stamp && !there.HasFailed ? there : made, made);
        return entry.Value.Value.WaitAsync(cancellationToken);
    }

    private T Make(string path)
    {
        var made = make(path);
        // A value that replaces an older one is counted in addition to it, so that the sum is never too small.
        if (Interlocked.Add(ref bytes, sizeOf(made)) > mostBytes)
        {
            Forget();
        }

        return made;
    }

    private void Forget()
    {
        entries.Clear();
        Volatile.Write(ref bytes, 0);
    }

    private sealed record Entry(FileStamp Stamp, Lazy<Task<T>> Value)
    {
        public bool HasFailed => Value is { IsValueCreated: true, Value.IsFaulted: true };
    }
}
