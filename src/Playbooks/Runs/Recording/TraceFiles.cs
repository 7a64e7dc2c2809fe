namespace Playbooks.Runs.Recording;

/// <summary>Where a run's trace lies: what may be seen, and the private folder in which it becomes so.</summary>
internal sealed class TraceFiles(RunFolder folder)
{
    private readonly string work = Path.Combine(folder.Path, RunFiles.UnmaskedTrace);

    /// <summary>Full path of the masked trace.</summary>
    public string Trace { get; } = Path.Combine(folder.Path, RunFiles.Trace);

    /// <summary>Full path of what Playwright writes.</summary>
    public string Unmasked => Path.Combine(work, "written.tmp");

    /// <summary>Full path of the masked trace while it is written.</summary>
    public string Masked => Path.Combine(work, "masked.tmp");

    /// <summary>Makes an empty file that only its owner can read; who writes it later keeps its mode.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: a link stands in its place.</exception>
    public FileStream Create(string path)
    {
        folder.Create();
        OwnerOnlyFolder.Create(work);
        if (new DirectoryInfo(work).LinkTarget is not null)
        {
            throw new PlaybookException(ErrorCode.InvalidPath, $"{work} is a link, and nothing is written through links below the folder of runs. Remove it.");
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(path, options);
    }

    /// <summary>Shows the masked trace: whole, or not at all.</summary>
    public void Publish() => File.Move(Masked, Trace, overwrite: true);

    /// <summary>Removes the private folder where there is one, with what a killed process left in it.</summary>
    public void RemoveWork()
    {
        var there = new DirectoryInfo(work);
        if (there.LinkTarget is not null)
        {
            // The link itself: what it leads to is not ours.
            there.Delete();
        }
        else if (there.Exists)
        {
            there.Delete(recursive: true);
        }
    }
}
