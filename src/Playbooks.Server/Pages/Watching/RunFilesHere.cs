namespace Playbooks.Server.Pages.Watching;

/// <summary>Specifies which files of a run are available.</summary>
/// <param name="HasReport">Whether there is a report.</param>
/// <param name="HasTrace">Whether there is a trace.</param>
/// <param name="TraceCommand">The command that opens the trace on the service's own machine, or null.</param>
internal sealed record RunFilesHere(bool HasReport, bool HasTrace, string? TraceCommand)
{
    public static RunFilesHere From(WatchedRun run)
    {
        var isWritten = !run.IsLive && !run.Status.Finalizing;
        var hasTrace = isWritten && Has(run, RunFiles.Trace);
        return new(isWritten && Has(run, RunFiles.Report), hasTrace, hasTrace ? run.Stored.FindTraceCommand() : null);
    }

    // A status that was never finalized lists no files, but they may exist.
    private static bool Has(WatchedRun run, string name) =>
        run.Status.Artifacts.Any(one => one.Path == name) || (run.Stored.Folder.Length > 0 && File.Exists(Path.Combine(run.Stored.Folder, name)));
}
