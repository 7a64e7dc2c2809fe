

using Playbooks.RunFolder;

namespace Playbooks.Storage;

/// <summary>
/// Holds what a process must not show, such as traces that are not masked yet: a folder of its own outside every output folder, with
/// mode 0700, removed when the process ends. What a killed process left is removed by the next one.
/// </summary>
internal sealed class PrivateFolder
{
    private const string Prefix = "playbooks-private-";

    // Between making its folder and taking its lock, a process needs milliseconds.
    private static readonly TimeSpan Beginning = TimeSpan.FromMinutes(1);
    private static readonly Lock Making = new();
    private static PrivateFolder? mine;

    private readonly RunLock held;

    private PrivateFolder(string path, RunLock held)
    {
        Path = path;
        this.held = held;
    }

    /// <summary>This process's folder; made, after a sweep, when it is first asked for.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static PrivateFolder Current
    {
        get
        {
            lock (Making)
            {
                // One that could not be made is tried again.
                return mine ??= Create(System.IO.Path.GetTempPath());
            }
        }
    }

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Removes what killed processes left below the system's folder for temporary files.</summary>
    public static void Sweep() => Sweep(System.IO.Path.GetTempPath());

    /// <summary>Makes a folder for this process below another, and removes what killed processes left there.</summary>
    internal static PrivateFolder Create(string parent)
    {
        Sweep(parent);
        // Its owner's alone from the beginning, under a name that nobody can foresee.
        var path = System.IO.Path.Combine(parent, Prefix + Guid.NewGuid().ToString("N"));
        OwnerOnlyFolder.Create(path);
        var folder = new PrivateFolder(path, RunLock.Take(path));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Remove();
        return folder;
    }

    /// <summary>Removes what killed processes left below a folder. What cannot be removed, or belongs to another user, stays.</summary>
    internal static void Sweep(string parent)
    {
        foreach (var left in new DirectoryInfo(parent).EnumerateDirectories(Prefix + "*"))
        {
            try
            {
                if (left.LinkTarget is null && IsLeft(left))
                {
                    left.Delete(recursive: true);
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Another user's, or another process is at it.
            }
        }
    }

    /// <summary>Makes a folder in it.</summary>
    /// <returns>Its full path.</returns>
    public string CreateFolder(string name)
    {
        var path = System.IO.Path.Combine(Path, name);
        OwnerOnlyFolder.Create(path);
        return path;
    }

    /// <summary>Gives the folder back, with all that is in it.</summary>
    internal void Remove()
    {
        held.Dispose();
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The next process removes it.
        }
    }

    // The owner is known by its lock: the number of its process may have become another's.
    private static bool IsLeft(DirectoryInfo folder) => File.Exists(System.IO.Path.Combine(folder.FullName, RunFiles.Lock))
        ? !RunLock.IsHeld(folder.FullName)
        : TimeProvider.System.GetUtcNow() - folder.LastWriteTimeUtc > Beginning;
}
