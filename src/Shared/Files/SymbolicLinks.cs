using System.Globalization;

namespace Playbooks.RunFolder;

/// <summary>Detects symbolic links, and on Windows junctions. Nothing in an output root is read or written through one, because it can lead anywhere.</summary>
internal static class SymbolicLinks
{
    /// <summary>Determines whether a path is a link, even one without a target. Its parent folders are not checked.</summary>
    public static bool IsLink(string path) => IsLink(new FileInfo(path));

    /// <summary>Determines whether a file or folder is a link.</summary>
    public static bool IsLink(FileSystemInfo entry) => entry.LinkTarget is not null;

    /// <summary>Returns an existing file, or null if there is none at the path or it is a link.</summary>
    public static FileInfo? FindFile(string path) => new FileInfo(path) is { Exists: true } file && !IsLink(file) ? file : null;

    /// <summary>Returns all files in a folder and in its subfolders, without links and what they lead to.</summary>
    public static IEnumerable<FileInfo> EnumerateFiles(string folder) => new DirectoryInfo(folder)
        .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint });

    /// <summary>Returns the path of a new file: the stem with the extension, or with <c>-2</c>, <c>-3</c>, and so on if that exists, even as a link.</summary>
    public static string FindUnused(string stem, string extension)
    {
        var path = stem + extension;
        for (var count = 2; File.Exists(path) || IsLink(path); count++)
        {
            path = string.Create(CultureInfo.InvariantCulture, $"{stem}-{count}{extension}");
        }

        return path;
    }

    /// <summary>Throws if a path is a link.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: the path is a link.</exception>
    public static void RefuseToWrite(string path)
    {
        if (IsLink(path))
        {
            throw new PlaybookException(
                ErrorCode.InvalidPath,
                $"{path} is a link, and nothing is written through links in the output root. Remove it, or choose another run id or output folder.");
        }
    }

    /// <summary>Throws if a path is a link.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: the path is a link.</exception>
    public static void RefuseToRead(string path)
    {
        if (IsLink(path))
        {
            throw new PlaybookException(ErrorCode.InvalidPath, $"{path} is a link, and runs are not read through links. Use the folder that the link points to.");
        }
    }
}
