using Microsoft.Win32.SafeHandles;
using Playbooks.RunFolder;

namespace Playbooks.Tests.Runs.Log;

/// <summary>Counts what a log does with its file, and fails as a test wants it to.</summary>
internal sealed class FaultyDisk : Disk
{
    /// <summary>How often it was flushed.</summary>
    public int Flushes { get; private set; }

    /// <summary>How long the file was when it was flushed last.</summary>
    public long Flushed { get; private set; }

    /// <summary>The file that was opened last.</summary>
    public SafeFileHandle? File { get; private set; }

    /// <summary>Takes half of each write and refuses the rest, as a full disk does.</summary>
    public bool IsFull { get; set; }

    /// <summary>Refuses to cut files back.</summary>
    public bool KeepsLength { get; set; }

    public bool RefusesFlush { get; set; }

    /// <summary>How often a file was cut back.</summary>
    public int Cuts { get; private set; }

    public override SafeFileHandle Open(string path, FileMode mode, FileShare share) => File = base.Open(path, mode, share);

    public override void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        base.Write(file, IsFull ? bytes[..(bytes.Length / 2)] : bytes, offset);
        if (IsFull)
        {
            throw new IOException("No space left on device");
        }
    }

    public override void SetLength(SafeFileHandle file, long length)
    {
        if (KeepsLength)
        {
            throw new IOException("The length stays.");
        }

        Cuts++;
        base.SetLength(file, length);
    }

    public override void Flush(SafeFileHandle file)
    {
        Flushes++;
        Flushed = RandomAccess.GetLength(file);
        if (RefusesFlush)
        {
            throw new IOException("It is not flushed.");
        }

        base.Flush(file);
    }
}
