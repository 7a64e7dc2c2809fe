namespace Playbooks.RunFolder;

/// <summary>Represents the folder of a run. The folder is created when something is first written to it, for its owner only.</summary>
internal sealed class RunDirectory
{
    /// <summary>Initializes the paths of the folder, without creating it.</summary>
    /// <param name="root">The output root, which contains all runs.</param>
    /// <param name="runId">The id of the run.</param>
    public RunDirectory(string root, RunId runId)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        Root = System.IO.Path.GetFullPath(root);
        Path = System.IO.Path.Combine(Root, runId.Text);
    }

    /// <summary>Gets the full path of the output root.</summary>
    public string Root { get; }

    /// <summary>Gets the full path of the run's folder.</summary>
    public string Path { get; }

    /// <summary>Gets the full path of the folder for screenshots.</summary>
    public string Screenshots => System.IO.Path.Combine(Path, RunFiles.Screenshots);

    /// <summary>Gets the full path of the folder for long texts.</summary>
    public string Values => System.IO.Path.Combine(Path, RunFiles.Values);

    /// <summary>Gets the full path of the folder for downloads.</summary>
    public string Downloads => System.IO.Path.Combine(Path, RunFiles.Downloads);

    /// <summary>Gets or sets the check that throws if another process has taken over the folder, or null if that is impossible.</summary>
    internal Action? ThrowIfLost { get; set; }

    /// <summary>Creates the folder if it does not exist.</summary>
    /// <returns><see cref="Path"/>.</returns>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: the path is a link. <see cref="ErrorCode.RunConflict"/>: another process has taken over the run.</exception>
    public string Create()
    {
        ThrowIfLost?.Invoke();
        RefuseLinks();
        OwnerOnlyFolder.Create(Path);
        // Checked again, because a link may have been created in the meantime.
        RefuseLinks();
        return Path;
    }

    /// <summary>Creates the folder for downloads if it does not exist.</summary>
    /// <returns><see cref="Downloads"/>.</returns>
    public string CreateDownloads()
    {
        Create();
        OwnerOnlyFolder.Create(Downloads);
        return Downloads;
    }

    /// <summary>Checks that no write would follow a link, which could lead anywhere.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: a folder in the output root is a link.</exception>
    public void RefuseLinks()
    {
        foreach (var folder in (string[])[Path, Screenshots, Values, Downloads])
        {
            SymbolicLinks.RefuseToWrite(folder);
        }
    }
}
