using Playbooks.RunFolder;

namespace Playbooks.Storage;

/// <summary>
/// Stores confidential files of a process, such as traces that are not masked yet, in a folder outside of every output root, with mode 0700.
/// The folder is deleted when the process ends. The folder of a killed process is deleted by the next one.
/// </summary>
internal sealed class PrivateFolder
{
    private const string Prefix = "playbooks-private-";

    // A process needs only milliseconds between creating its folder and taking its lock.
    private static readonly TimeSpan Beginning = TimeSpan.FromMinutes(1);
    private static readonly Lock Making = new();
    private static PrivateFolder? mine;

    private readonly RunLock held;

    private PrivateFolder(string path, RunLock held)
    {
        Path = path;
        this.held = held;
    }

    /// <summary>Gets the folder of this process. The folder is created, after a sweep, when it is first used.</summary>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The permissions do not allow the folder to be created.</exception>
    public static PrivateFolder Current
    {
        get
        {
            lock (Making)
            {
                // If the folder could not be created, the next call attempts it again.
                return mine ??= Create(System.IO.Path.GetTempPath());
            }
        }
    }

    /// <summary>Gets the full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Deletes the folders of killed processes in the system's temporary directory.</summary>
    public static void Sweep() => Sweep(System.IO.Path.GetTempPath());

    /// <summary>Creates the folder of this process in another folder, and deletes those of killed processes.</summary>
    internal static PrivateFolder Create(string parent)
    {
        Sweep(parent);
        // Accessible to its owner only from the start, with an unpredictable name.
        var path = System.IO.Path.Combine(parent, Prefix + Guid.NewGuid().ToString("N"));
        OwnerOnlyFolder.Create(path);
        var folder = new PrivateFolder(path, RunLock.Take(path));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Remove();
        return folder;
    }

    /// <summary>Deletes the folders of killed processes. What cannot be deleted, or belongs to another user, remains.</summary>
    internal static void Sweep(string parent)
    {
        foreach (var left in new DirectoryInfo(parent).EnumerateDirectories(Prefix + "*"))
        {
            try
            {
                if (!SymbolicLinks.IsLink(left) && IsLeft(left))
                {
                    left.Delete(recursive: true);
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // The folder belongs to another user, or another process is deleting it.
            }
        }
    }

    /// <summary>Creates a subfolder.</summary>
    /// <returns>The full path of the subfolder.</returns>
    public string CreateFolder(string name)
    {
        var path = System.IO.Path.Combine(Path, name);
        OwnerOnlyFolder.Create(path);
        return path;
    }

    /// <summary>Deletes the folder with its content.</summary>
    internal void Remove()
    {
        held.Dispose();
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The next process deletes it.
        }
    }

    // The owner is identified by its lock, because its process id may have been reused.
    private static bool IsLeft(DirectoryInfo folder) => File.Exists(System.IO.Path.Combine(folder.FullName, RunFiles.Lock))
        ? !RunLock.IsHeld(folder.FullName)
        : TimeProvider.System.GetUtcNow() - folder.LastWriteTimeUtc > Beginning;
}
