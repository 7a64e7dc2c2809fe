using Microsoft.Win32.SafeHandles;

namespace Playbooks.Server.Files;

/// <summary>By what it is seen that a file is still the same.</summary>
/// <param name="Length">Its length in bytes.</param>
/// <param name="WrittenAt">When it was last written to.</param>
internal readonly record struct FileStamp(long Length, DateTime WrittenAt)
{
    /// <summary>The stamp of a file; null: there is none.</summary>
    public static FileStamp? Of(string path) => new FileInfo(path) is { Exists: true } file ? new(file.Length, file.LastWriteTimeUtc) : null;

    /// <summary>The stamp of an open file, whatever stands at its path by now.</summary>
    public static FileStamp Of(SafeFileHandle file) => new(RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file));
}
