namespace Playbooks.RunFolder.Finalizing;

/// <summary>Finalizes runs whose process no longer exists, from their stored logs.</summary>
/// <remarks>
/// Active runs are left alone. Any number of processes can finalize the runs of one folder at the same time: each run is finalized by one
/// of them, and a finalized run does not change.
/// </remarks>
/// <param name="root">The folder that contains all runs. It does not have to exist.</param>
/// <param name="time">The clock for timestamps, or null for the system's.</param>
internal sealed class LostRuns(string root, TimeProvider? time = null)
{
    private readonly TimeProvider time = time ?? TimeProvider.System;

    /// <summary>Finalizes all lost runs. A missing end (<see cref="ErrorCode.WorkerLost"/>) is appended to the log, and then the report and the status are written.</summary>
    /// <param name="cancellationToken">Cancels the operation between two runs.</param>
    /// <returns>The runs that were finalized, and those that could not be. Failures are not thrown.</returns>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<FinalizedRuns> FinalizeAsync(CancellationToken cancellationToken = default)
    {
        var finalized = new List<string>();
        var problems = new List<string>();
        foreach (var folder in Folders())
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (await new LostRun(folder, time).FinalizeAsync().ConfigureAwait(false))
                {
                    finalized.Add(folder.Path);
                }
            }
            catch (Exception failure)
            {
                problems.Add($"The lost run in {folder.Path} could not be finalized: {failure.Message}");
            }
        }

        return new([.. finalized.Select(static path => Path.GetFileName(path))], problems);
    }

    private IEnumerable<RunDirectory> Folders() => !Directory.Exists(root)
        ? []
        : new DirectoryInfo(root).EnumerateDirectories()
            .Where(static folder => !SymbolicLinks.IsLink(folder) && RunId.IsSafe(folder.Name))
            .Select(folder => new RunDirectory(root, folder.Name));
}

/// <summary>The result of finalizing lost runs.</summary>
/// <param name="RunIds">The ids of the finalized runs.</param>
/// <param name="Problems">The runs that could not be finalized, with the reason, one sentence each. The next call attempts them again.</param>
internal sealed record FinalizedRuns(IReadOnlyList<string> RunIds, IReadOnlyList<string> Problems);
