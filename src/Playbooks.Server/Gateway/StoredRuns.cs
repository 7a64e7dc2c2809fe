
using Playbooks.Server.Files;

namespace Playbooks.Server.Gateway;

/// <summary>The runs that the folder of runs holds.</summary>
internal sealed class StoredRuns(PlaybooksOptions options)
{
    private const int RememberedRuns = 20_000;
    private const long RememberedBytes = 32 * 1024 * 1024;

    private readonly FileCache<RunStatus> statuses = new(
        RememberedRuns, RememberedBytes, static file => SlimStatus.Of(StoredRun.ReadStatus(Path.GetDirectoryName(file)!)), SlimStatus.SizeOf);

    /// <summary>About how many bytes of memory the remembered statuses take.</summary>
    public long RememberedBytesNow => statuses.Bytes;

    /// <summary>Full path of a run's folder.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: the id is not of the safe form.</exception>
    public string FolderOf(string runId) => Path.Combine(options.Root, Api.RunIds.Safe(runId));

    /// <summary>Whether there is something of a run. A link counts as nothing: it may lead to what is none of the service's.</summary>
    public bool Has(string runId)
    {
        var folder = FolderOf(runId);
        return new DirectoryInfo(folder).LinkTarget is null && new FileInfo(Path.Combine(folder, RunFiles.Log)) is { Exists: true, LinkTarget: null };
    }

    /// <summary>Where a run stands, as far as it is stored.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: nothing is.</exception>
    public RunStatus Read(string runId)
    {
        var folder = FolderOf(runId);
        return Has(runId) ? StoredRun.ReadStatus(folder) : throw NotFound(runId);
    }

    /// <summary>That there is no such run.</summary>
    public static PlaybookException NotFound(string runId) => new(ErrorCode.NotFound, $"There is no run '{runId}'. GET /runs lists those that there are.");

    /// <summary>Where all of them stand, as lists show it, in no order. What is in the way, or damaged, is left out.</summary>
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
            if (FileStamp.Of(file) is { } stamp && await statuses.OfAsync(file, stamp, cancellationToken) is { Result: not null, Finalizing: false } ended)
            {
                return ended;
            }

            // Of a run that has not ended the log says more.
            return SlimStatus.Of(StoredRun.ReadStatus(folder));
        }
        catch (Exception failure) when (failure is PlaybookException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
