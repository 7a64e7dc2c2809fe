namespace Playbooks.Runs;

/// <summary>The folder of one run. It is made when something is first written into it, for its owner only.</summary>
public sealed class RunFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Names the folder; nothing is made yet.</summary>
    /// <param name="root">The folder of all runs.</param>
    /// <param name="runId">The run.</param>
    public RunFolder(string root, RunId runId)
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
    public string Screenshots => System.IO.Path.Combine(Path, "screenshots");

    /// <summary>Makes the folder where it is not there yet.</summary>
    /// <returns><see cref="Path"/>.</returns>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: a link stands in its place.</exception>
    public string Create()
    {
        Make(Root);
        return MakeBelowRoot(Path);
    }

    /// <summary>Makes the folder for screenshots where it is not there yet.</summary>
    /// <returns><see cref="Screenshots"/>.</returns>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: a link stands in its place.</exception>
    public string CreateScreenshots()
    {
        Create();
        return MakeBelowRoot(Screenshots);
    }

    private static string MakeBelowRoot(string folder)
    {
        RefuseLink(folder);
        Make(folder);
        // Again, for one that was put there in the meantime.
        RefuseLink(folder);
        return folder;
    }

    private static void RefuseLink(string folder)
    {
        // A link could lead what is written, secrets and all, to anywhere.
        if (new DirectoryInfo(folder).LinkTarget is not null)
        {
            throw new PlaybookException(
                ErrorCode.InvalidPath,
                $"{folder} is a link, and nothing is written through links below the folder of runs. Remove it, or choose another run id or output folder.");
        }
    }

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }
}
