namespace Playbooks.RunFolder;

/// <summary>Creates folders that only their owner can access, because runs contain the content of pages.</summary>
internal static class OwnerOnlyFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Creates a folder and its missing parents. Existing folders are not changed.</summary>
    public static void Create(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        // .NET applies the mode to the last folder only.
        if (Path.GetDirectoryName(path) is { Length: > 0 } above)
        {
            Create(above);
        }

        Directory.CreateDirectory(path, OwnerOnly);
    }
}
