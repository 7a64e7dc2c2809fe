namespace Playbooks.RunFolder.Finalizing;

/// <summary>Brings runs whose process is gone to the end that they did not come to themselves, from what is stored.</summary>
/// <remarks>
/// A run that goes on is left alone. Any number of processes may do this over one folder at once: each run is finalized by one of them,
/// and one that is final stays as it is.
/// </remarks>
/// <param name="root">The folder of all runs; it need not be there.</param>
/// <param name="time">Gives the ends' times; null: the system's clock.</param>
internal sealed class LostRuns(string root, TimeProvider? time = null)
{
    private readonly TimeProvider time = time ?? TimeProvider.System;

    /// <summary>Finalizes all of them: the log gets its end (<see cref="ErrorCode.WorkerLost"/>, where it has none), then report and status are written.</summary>
    /// <param name="cancellationToken">Ends it early, between two runs.</param>
    /// <returns>What was finalized, and what could not be; that is no exception.</returns>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
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
            .Where(static folder => folder.LinkTarget is null && RunId.IsSafe(folder.Name))
            .Select(folder => new RunDirectory(root, folder.Name));
}

/// <summary>What became of lost runs.</summary>
/// <param name="RunIds">Those that are final now.</param>
/// <param name="Problems">Which could not be finalized, and why, a sentence each; they are tried again the next time.</param>
internal sealed record FinalizedRuns(IReadOnlyList<string> RunIds, IReadOnlyList<string> Problems);
