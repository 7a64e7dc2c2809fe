namespace Playbooks.Server.Pages.Watching;

/// <summary>What can be opened of a run.</summary>
/// <param name="HasReport">Whether its report is written.</param>
/// <param name="HasTrace">Whether there is a trace.</param>
/// <param name="TraceCommand">Opens the trace on the service's own machine; null: it is not there.</param>
internal sealed record RunFilesHere(bool HasReport, bool HasTrace, string? TraceCommand)
{
    public static RunFilesHere Of(WatchedRun run)
    {
        var isWritten = !run.IsLive && !run.Status.Finalizing;
        var hasTrace = isWritten && Has(run, RunFiles.Trace);
        var trace = Path.Combine(run.Stored.Folder, RunFiles.Trace);
        return new(isWritten && Has(run, RunFiles.Report), hasTrace, hasTrace && File.Exists(trace) ? Recording.TraceCommand.For(trace) : null);
    }

    // A status that was never committed names no files, though they may be there.
    private static bool Has(WatchedRun run, string name) =>
        run.Status.Artifacts.Any(one => one.Path == name) || (run.Stored.Folder.Length > 0 && File.Exists(Path.Combine(run.Stored.Folder, name)));
}
