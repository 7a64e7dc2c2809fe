using Playbooks.RunFolder;
using Playbooks.Server.Files;

namespace Playbooks.Server.Gateway;

/// <summary>Reads the runs in the output root.</summary>
internal sealed class StoredRuns(PlaybooksOptions options)
{
    private const int RememberedRuns = 20_000;
    private const long RememberedBytes = 32 * 1024 * 1024;

    private readonly FileCache<RunStatus> statuses = new(
        RememberedRuns, RememberedBytes, static file => SlimStatus.From(StoredRun.ReadStatus(Path.GetDirectoryName(file)!)), SlimStatus.SizeOf);

    /// <summary>Returns the full path of a run's folder.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: the id does not have the safe form.</exception>
    public string FolderOf(string runId) => Path.Combine(options.Root, Api.RunIds.Safe(runId));

    /// <summary>Determines whether a run is stored. A link is ignored, because it may lead outside of the service's folders.</summary>
    public bool Has(string runId)
    {
        var folder = FolderOf(runId);
        return !SymbolicLinks.IsLink(folder) && SymbolicLinks.FindFile(Path.Combine(folder, RunFiles.Log)) is not null;
    }

    /// <summary>Returns the stored status of a run.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the run is not stored.</exception>
    public RunStatus Read(string runId)
    {
        var folder = FolderOf(runId);
        return Has(runId) ? StoredRun.ReadStatus(folder) : throw NotFound(runId);
    }

    /// <summary>Creates the error for a run that does not exist.</summary>
    public static PlaybookException NotFound(string runId) => new(ErrorCode.NotFound, $"There is no run '{runId}'. GET /runs lists the existing runs.");

    /// <summary>Returns the reduced statuses of all runs, unordered. Foreign and damaged folders are skipped.</summary>
    public async Task<IReadOnlyList<RunStatus>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var all = new List<RunStatus>();
        foreach (var folder in Folders())
        {
            if (await TryReadAsync(folder, cancellationToken) is { } status)
            {
                all.Add(status);
            }
        }

        return all;
    }

    private IEnumerable<string> Folders()
    {
        try
        {
            return [.. Directory.EnumerateDirectories(options.Root).Where(static folder => RunId.IsSafe(Path.GetFileName(folder)))];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private async Task<RunStatus?> TryReadAsync(string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, RunFiles.Status);
        try
        {
            if (FileStamp.From(file) is { } stamp && await statuses.GetAsync(file, stamp, cancellationToken) is { Result: not null, Finalizing: false } ended)
            {
                return ended;
            }

            // For a run that has not ended, the log contains more than the status.
            return SlimStatus.From(StoredRun.ReadStatus(folder));
        }
        catch (Exception failure) when (failure is PlaybookException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
