using Microsoft.Win32.SafeHandles;

namespace Playbooks.RunFolder;

/// <summary>Writes the files of a run. Tests replace it to simulate a disk that is slow, full, or hangs.</summary>
internal class Disk
{
    /// <summary>Gets the file system of this machine.</summary>
    public static Disk Real { get; } = new();

    /// <summary>Gets how long a run waits for one write before it continues without it.</summary>
    public virtual TimeSpan Limit => TimeSpan.FromSeconds(10);

    /// <summary>Opens a file for writing.</summary>
    public virtual SafeFileHandle Open(string path, FileMode mode, FileShare share) => File.OpenHandle(path, mode, FileAccess.Write, share);

    /// <summary>Writes bytes at an offset.</summary>
    public virtual void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(file, bytes, offset);

    /// <summary>Truncates a file to a length.</summary>
    public virtual void SetLength(SafeFileHandle file, long length) => RandomAccess.SetLength(file, length);

    /// <summary>Flushes a file to the disk, so that it survives a power failure.</summary>
    public virtual void Flush(SafeFileHandle file) => RandomAccess.FlushToDisk(file);
}
