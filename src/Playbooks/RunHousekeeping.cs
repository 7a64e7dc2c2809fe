using Playbooks.RunFolder.Finalizing;
using Playbooks.RunFolder.Retaining;
using Playbooks.Storage;

namespace Playbooks;

/// <summary>
/// Cleans up after earlier processes. Intended for long-running hosts, which call it at startup. Runs that are
/// active in another process are left alone, and any number of processes can clean up the same output root at the same time.
/// </summary>
public static class RunHousekeeping
{
    /// <summary>
    /// Finalizes the runs whose process no longer exists: their logs receive an end record with <see cref="ErrorCode.WorkerLost"/>, and their reports
    /// and statuses are written. Then deletes the confidential files of killed processes, and the runs beyond the retention limits.
    /// </summary>
    /// <param name="root">The full path of the output root. It does not have to exist.</param>
    /// <param name="retention">The limits, or null for <see cref="Retention.Default"/>. Runs of one output root are deleted at most once an hour.</param>
    /// <param name="time">The clock for timestamps and the age of runs, or null for the system clock.</param>
    /// <param name="cancellationToken">Cancels the operation between two runs that are finalized.</param>
    /// <returns>What was done. A run that could not be finalized is a problem in the result, not an exception.</returns>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static async Task<HousekeepingResult> RunAsync(string root, Retention? retention = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        var lost = await new LostRuns(root, time).FinalizeAsync(cancellationToken).ConfigureAwait(false);
        PrivateFolder.Sweep();
        var removed = await RemovalSchedule.Current.BeginAsync(root, retention ?? Retention.Default, time ?? TimeProvider.System).ConfigureAwait(false);
        return new(lost.RunIds, removed, lost.Problems);
    }
}

/// <summary>Represents what <see cref="RunHousekeeping.RunAsync"/> has done.</summary>
/// <param name="FinalizedRuns">The ids of the finalized runs.</param>
/// <param name="RemovedRuns">The ids of the deleted runs.</param>
/// <param name="Problems">The runs that could not be finalized, with the reason, one sentence each. The next call attempts to finalize them again.</param>
public sealed record HousekeepingResult(IReadOnlyList<string> FinalizedRuns, IReadOnlyList<string> RemovedRuns, IReadOnlyList<string> Problems);
