using Microsoft.Win32.SafeHandles;

namespace Playbooks.Server.Files;

/// <summary>Identifies the version of a file.</summary>
/// <param name="Length">The size of the file in bytes.</param>
/// <param name="WrittenAt">The time of the last write.</param>
internal readonly record struct FileStamp(long Length, DateTime WrittenAt)
{
    /// <summary>Returns the stamp of a file, or null if the file does not exist.</summary>
    public static FileStamp? From(string path) => new FileInfo(path) is { Exists: true } file ? new(file.Length, file.LastWriteTimeUtc) : null;

    /// <summary>Returns the stamp of an open file, even if its path has been replaced since.</summary>
    public static FileStamp From(SafeFileHandle file) => new(RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file));
}
