namespace Playbooks.RunFolder.Comparing;

/// <summary>Says what of a failed run differs from the last one of its playbook and case that passed.</summary>
/// <param name="folder">The failed run's folder; all its actions are in the log.</param>
internal sealed class Comparison(RunDirectory folder)
{
    /// <summary>The failure, with what differs; as it is where no run has passed yet, or what it left cannot be read.</summary>
    public FailureDetails AddTo(FailureDetails failure)
    {
        try
        {
            var now = StoredRun.Read(folder.Path);
            return new LastPassedRuns(folder.Root).Find(now.Header.Playbook, now.Header.Case) is { } passed
                ? failure with { LastPassed = passed, Differences = Differences.Between(StoredRun.Read(passed.Folder), [.. now.Actions], now.Header.BaseUrl) }
                : failure;
        }
        catch (Exception unreadable) when (unreadable is PlaybookException or IOException or UnauthorizedAccessException)
        {
            // The comparison helps to understand a failure; it is no part of it.
            return failure;
        }
    }
}
