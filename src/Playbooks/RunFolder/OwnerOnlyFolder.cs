namespace Playbooks.RunFolder;

/// <summary>Makes folders that only their owner can look into: runs hold pages' contents.</summary>
internal static class OwnerOnlyFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes a folder, and those above it, where they are not there yet; those that are there stay as they are.</summary>
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

        // .NET gives the mode to the last folder only.
        if (Path.GetDirectoryName(path) is { Length: > 0 } above)
        {
            Create(above);
        }

        Directory.CreateDirectory(path, OwnerOnly);
    }
}
