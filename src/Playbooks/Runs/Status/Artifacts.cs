namespace Playbooks.Runs.Status;

/// <summary>Lists the files of a run's folder.</summary>
internal static class Artifacts
{
    /// <summary>All files that may be shown to others, in the order of their paths: no lock, no earlier run of the same id, nothing unfinished.</summary>
    public static IReadOnlyList<Artifact> Of(RunFolder folder)
    {
        var root = new DirectoryInfo(folder.Path);
        if (!root.Exists)
        {
            return [];
        }

        var files = root.EnumerateFiles();
        var screenshots = new DirectoryInfo(folder.Screenshots);
        if (screenshots.Exists)
        {
            files = files.Concat(screenshots.EnumerateFiles());
        }

        return
        [
            .. files
                .Where(static file => file.LinkTarget is null && file.Name is not (RunFiles.Lock or RunFiles.Status))
                .Select(file => new Artifact(Path.GetRelativePath(root.FullName, file.FullName).Replace('\\', '/'), file.Length))
                .OrderBy(static artifact => artifact.Path, StringComparer.Ordinal),
        ];
    }
}
