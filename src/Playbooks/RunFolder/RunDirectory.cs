namespace Playbooks.RunFolder;

/// <summary>The folder of one run. It is made when something is first written into it, for its owner only.</summary>
public sealed class RunDirectory
{
    /// <summary>Names the folder; nothing is made yet.</summary>
    /// <param name="root">The folder of all runs.</param>
    /// <param name="runId">The run.</param>
    public RunDirectory(string root, RunId runId)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        Root = System.IO.Path.GetFullPath(root);
        Path = System.IO.Path.Combine(Root, runId.Text);
    }

    /// <summary>Full path of the folder of all runs.</summary>
    public string Root { get; }

    /// <summary>Full path of the run's folder.</summary>
    public string Path { get; }

    /// <summary>Full path of the folder for screenshots.</summary>
    public string Screenshots => System.IO.Path.Combine(Path, RunFiles.Screenshots);

    /// <summary>Full path of the folder for long texts.</summary>
    public string Values => System.IO.Path.Combine(Path, RunFiles.Values);

    /// <summary>Throws where another process has taken the folder over; null: nobody could.</summary>
    internal Action? ThrowIfLost { get; set; }

    /// <summary>Makes the folder where it is not there yet.</summary>
    /// <returns><see cref="Path"/>.</returns>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: a link stands in its place. <see cref="ErrorCode.RunConflict"/>: another process has taken the run over.</exception>
    public string Create()
    {
        ThrowIfLost?.Invoke();
        RefuseLinks();
        OwnerOnlyFolder.Create(Path);
        // Again, for one that was put there in the meantime.
        RefuseLinks();
        return Path;
    }

    /// <summary>Checks that nothing would be written through a link, which could lead to anywhere.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: a link stands in the place of a folder below the root.</exception>
    public void RefuseLinks()
    {
        foreach (var folder in (string[])[Path, Screenshots, Values])
        {
            if (new DirectoryInfo(folder).LinkTarget is not null)
            {
                throw new PlaybookException(
                    ErrorCode.InvalidPath,
                    $"{folder} is a link, and nothing is written through links in the output root. Remove it, or choose another run id or output folder.");
            }
        }
    }
}
