using Playbooks.Storage;

namespace Playbooks.Browsing;

/// <summary>The folder for the files that a browser's driver writes. It is inside the process's private folder.</summary>
internal sealed class ArtifactFolder
{
    private ArtifactFolder(string path) => Path = path;

    /// <summary>Gets the full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Creates the folder.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.SetupFailed"/>: the folder cannot be created.</exception>
    public static ArtifactFolder Create()
    {
        try
        {
            return new(PrivateFolder.Current.CreateFolder("browser-" + Guid.NewGuid().ToString("N")));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PlaybookException(ErrorCode.SetupFailed, $"The browser has no folder for temporary files: {failure.Message} Free disk space there, or set another folder with the environment variable {(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR")}.", failure);
        }
    }

    /// <summary>Deletes the folder after its browser has closed. Files that the driver writes later are deleted when the process ends.</summary>
    public void Remove() => _ = Task.Run(() =>
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The private folder is deleted with the process.
        }
    });
}
