namespace Playbooks.RunFolder;

/// <summary>Makes files that only their owner can read.</summary>
internal static class OwnerOnlyFile
{
    /// <summary>Makes an empty file, with mode 0600; one that is there already is an error.</summary>
    /// <exception cref="IOException">The file is there, or cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be made.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(path, options);
    }
}
