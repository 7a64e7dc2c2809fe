using Microsoft.Win32.SafeHandles;
using Playbooks.RunFolder;

namespace Playbooks.Tests.Runs;

/// <summary>A disk that a test stalls: no write to the files of a name returns until it is released.</summary>
internal sealed class StalledDisk : Disk, IDisposable
{
    private readonly ManualResetEventSlim released = new(initialState: true);
    private volatile string stalled = string.Empty;
    private readonly HashSet<SafeFileHandle> files = [];

    // Short only where a write cannot end: a busy machine may take its time for the others.
    public override TimeSpan Limit => released.IsSet ? TimeSpan.FromSeconds(30) : TimeSpan.FromMilliseconds(100);

    /// <summary>Stalls writes to files whose names begin so.</summary>
    public void Stall(string name)
    {
        stalled = name;
        released.Reset();
    }

    public void Release() => released.Set();

    public void Dispose() => released.Dispose();

    public override SafeFileHandle Open(string path, FileMode mode, FileShare share)
    {
        var file = base.Open(path, mode, share);
        if (Path.GetFileName(path).StartsWith("actions", StringComparison.Ordinal))
        {
            lock (files)
            {
                files.Add(file);
            }
        }

        return file;
    }

    public override void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        bool isLog;
        lock (files)
        {
            isLog = files.Contains(file);
        }

        if ((isLog ? "actions" : "status") is var name && stalled.StartsWith(name, StringComparison.Ordinal))
        {
            released.Wait();
        }

        base.Write(file, bytes, offset);
    }
}
