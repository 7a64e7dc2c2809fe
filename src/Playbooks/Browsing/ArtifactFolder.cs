

using Playbooks.Storage;

namespace Playbooks.Browsing;

/// <summary>The folder for what a browser's driver writes: its own, below the process's private folder.</summary>
internal sealed class ArtifactFolder
{
    private ArtifactFolder(string path) => Path = path;

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Makes one.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.SetupFailed"/>: it cannot be made.</exception>
    public static ArtifactFolder Create()
    {
        try
        {
            return new(PrivateFolder.Current.CreateFolder("browser-" + Guid.NewGuid().ToString("N")));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PlaybookException(ErrorCode.SetupFailed, $"The browser has no folder for temporary files: {failure.Message} Make room there, or name another folder with the environment variable {(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR")}.", failure);
        }
    }

    /// <summary>Removes it, once its browser is closed. What the driver still writes is removed with the process.</summary>
    public void Remove() => _ = Task.Run(() =>
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The private folder goes with the process.
        }
    });
}
