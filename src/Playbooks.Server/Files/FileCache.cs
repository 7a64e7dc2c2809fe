using System.Collections.Concurrent;

namespace Playbooks.Server.Files;

/// <summary>Keeps what was made of files for as long as they stay as they are; it is made once, however many ask at the same time.</summary>
/// <param name="capacity">How many files are remembered; with one more all are forgotten, and made again when they are asked for.</param>
/// <param name="mostBytes">How many bytes may be remembered; the same holds for them.</param>
/// <param name="make">Makes it of the file at a path.</param>
/// <param name="sizeOf">About how many bytes it takes.</param>
internal sealed class FileCache<T>(int capacity, long mostBytes, Func<string, T> make, Func<T, long> sizeOf)
{
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private long bytes;

    /// <summary>About how many bytes are remembered.</summary>
    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>What is made of a file.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="stamp">As the caller sees the file; what was made of another stamp is made anew.</param>
    /// <param name="cancellationToken">The caller has gone; it is made to its end for others.</param>
    public Task<T> OfAsync(string path, FileStamp stamp, CancellationToken cancellationToken)
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
        // What takes the place of an older one is counted beside it: the sum is never too small.
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
