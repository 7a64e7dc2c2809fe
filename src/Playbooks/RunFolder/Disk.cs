using Microsoft.Win32.SafeHandles;

namespace Playbooks.RunFolder;

/// <summary>Writes a run's files. Tests replace it to see what happens where a disk is slow, full or stalled.</summary>
internal class Disk
{
    /// <summary>The file system of this machine.</summary>
    public static Disk Real { get; } = new();

    /// <summary>How long a run waits for one write before it goes on without it.</summary>
    public virtual TimeSpan Limit => TimeSpan.FromSeconds(10);

    /// <summary>Opens a file for writing.</summary>
    public virtual SafeFileHandle Open(string path, FileMode mode, FileShare share) => File.OpenHandle(path, mode, FileAccess.Write, share);

    /// <summary>Writes bytes at an offset.</summary>
    public virtual void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(file, bytes, offset);

    /// <summary>Cuts a file to a length.</summary>
    public virtual void SetLength(SafeFileHandle file, long length) => RandomAccess.SetLength(file, length);

    /// <summary>Brings what was written to the disk, so that it survives a power failure.</summary>
    public virtual void Flush(SafeFileHandle file) => RandomAccess.FlushToDisk(file);
}
