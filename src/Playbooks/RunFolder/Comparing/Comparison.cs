namespace Playbooks.RunFolder.Comparing;

/// <summary>Compares a failed run with the last passed run of its playbook and case.</summary>
/// <param name="folder">The folder of the failed run, whose log contains all of its actions.</param>
internal sealed class Comparison(RunDirectory folder)
{
    /// <summary>Adds the differences to the failure. Returns it unchanged if no run has passed yet, or if the passed run cannot be read.</summary>
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
            // The comparison helps to understand a failure, but it must not cause one.
            return failure;
        }
    }
}
