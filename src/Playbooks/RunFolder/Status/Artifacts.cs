namespace Playbooks.RunFolder.Status;

/// <summary>Lists the files of a run's folder.</summary>
internal static class Artifacts
{
    /// <summary>All files that may be shown to others, in the order of their paths: no lock, no status, nothing that is still being written.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public static IReadOnlyList<Artifact> Of(RunDirectory folder) =>
    [
        .. new[] { folder.Path, folder.Screenshots, folder.Values }
            .Where(Directory.Exists)
            .SelectMany(Directory.GetFiles)
            .Select(path => Of(folder.Path, new FileInfo(path)))
            .OfType<Artifact>()
            .OrderBy(static artifact => artifact.Path, StringComparer.Ordinal),
    ];

    // A file under another name in between is replaced or removed by whoever writes it, at any moment.
    private static Artifact? Of(string folder, FileInfo file) =>
        file is { Exists: true, LinkTarget: null } && file.Extension is ".jsonl" or ".yaml" or ".zip" or ".html" or ".md" or ".jpg" or ".txt"
            ? new(Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file.Length)
            : null;
}
