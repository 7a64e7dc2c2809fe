namespace Playbooks.RunFolder.Status;

/// <summary>Lists the files in a run's folder.</summary>
internal static class Artifacts
{
    /// <summary>Returns all files that may be shown to others, ordered by path: no lock, no status, and no incomplete file.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The permissions do not allow the folder to be read.</exception>
    public static IReadOnlyList<Artifact> Find(RunDirectory folder) =>
    [
        .. new[] { folder.Path, folder.Screenshots, folder.Values, folder.Downloads }
            .Where(Directory.Exists)
            .SelectMany(Directory.GetFiles)
            .Select(path => Find(folder.Path, path))
            .OfType<Artifact>()
            .OrderBy(static artifact => artifact.Path, StringComparer.Ordinal),
    ];

    // Temporary files can be renamed or deleted by their writer at any moment.
    private static Artifact? Find(string folder, string path) =>
        SymbolicLinks.FindFile(path) is { } file && (file.Directory?.Name == RunFiles.Downloads || file.Extension is ".jsonl" or ".yaml" or ".zip" or ".html" or ".md" or ".jpg" or ".png" or ".txt")
            ? new(Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file.Length)
            : null;
}
