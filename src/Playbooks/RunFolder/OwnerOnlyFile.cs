namespace Playbooks.RunFolder;

/// <summary>Creates files that only their owner can read.</summary>
internal static class OwnerOnlyFile
{
    /// <summary>Creates an empty file with mode 0600. Fails if the file exists.</summary>
    /// <exception cref="IOException">The file exists or cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The permissions do not allow the file to be created.</exception>
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
