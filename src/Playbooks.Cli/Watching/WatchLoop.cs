using Playbooks.Cli.Findings;
using Playbooks.Cli.Projects;
using Playbooks.Cli.Running;

namespace Playbooks.Cli.Watching;

/// <summary>Runs playbooks, and runs those again that an edit touches.</summary>
/// <param name="written">The paths of playbooks and folders, as they were written.</param>
/// <param name="values">The values of parameters.</param>
/// <param name="options">The options of the runs.</param>
/// <param name="headed">Whether the browser shows its windows.</param>
/// <param name="terminal">Where the runs are shown.</param>
internal sealed class WatchLoop(IReadOnlyList<string> written, IReadOnlyDictionary<string, string> values, RunOptions options, bool headed, Terminal terminal)
{
    // A look at the times of a project's files takes a few milliseconds, and works on every file system.
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs until it is canceled.</summary>
    /// <exception cref="CommandException">A path does not exist, or names no playbook.</exception>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var playbooks = PlaybookFiles.Expand(written, terminal);
        var known = WatchedFiles.LookAt(playbooks);
        var last = known;
        await RunAsync(playbooks, null, cancellationToken);
        using var timer = new PeriodicTimer(LookInterval);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            playbooks = Expand(playbooks);
            var seen = WatchedFiles.LookAt(playbooks);
            // An editor can still be writing a file that has just changed: its text is only a part of the new one, or empty.
            var isWriting = seen.ChangedSince(last).Count > 0;
            last = seen;
            var changed = seen.ChangedSince(known);
            if (changed.Count > 0 && !isWriting)
            {
                known = seen;
                await RunAsync(playbooks, changed, cancellationToken);
            }
        }
    }

    // A playbook that is deleted, or renamed by an editor that writes another file, is back a moment later or not at all.
    private IReadOnlyList<string> Expand(IReadOnlyList<string> before)
    {
        try
        {
            return PlaybookFiles.Expand(written, terminal);
        }
        catch (CommandException)
        {
            return before;
        }
    }

    private async Task RunAsync(IReadOnlyList<string> playbooks, IReadOnlySet<string>? changed, CancellationToken cancellationToken)
    {
        try
        {
            var (good, bad, skipped) = (0, 0, 0);
            foreach (var folder in playbooks.GroupBy(static path => Path.GetDirectoryName(path)!, StringComparer.Ordinal))
            {
                var project = CheckedProject.WithAllOf(folder.First(), cancellationToken);
                foreach (var path in folder.Where(path => changed is null || WatchedFiles.IsTouched(project, path, changed)))
                {
                    skipped += project.Playbooks.First(playbook => playbook.Path == path).Model.Cases.Count(static one => one.Skip is not null);
                    foreach (var isGood in await RunAsync(project, path, cancellationToken))
                    {
                        (good, bad) = isGood ? (good + 1, bad) : (good, bad + 1);
                    }
                }
            }

            if (good + bad + skipped > 0)
            {
                await terminal.Error.WriteLineAsync($"{good} passed, {bad} failed{(skipped > 0 ? $", {skipped} skipped" : "")}. Waiting for edits. Press Ctrl+C to stop.");
            }
        }
        catch (Exception failure) when (failure is CommandException or IOException or UnauthorizedAccessException)
        {
            // The next edit can correct it.
            await terminal.Error.WriteLineAsync(failure.Message);
            await terminal.Error.WriteLineAsync("Waiting for edits. Press Ctrl+C to stop.");
        }
    }

    /// <summary>Runs the cases of a playbook, or the playbook if it has none.</summary>
    /// <returns>For each run whether it ended as it should.</returns>
    private async Task<IReadOnlyList<bool>> RunAsync(CheckedProject project, string path, CancellationToken cancellationToken)
    {
        try
        {
            LocalRun.RequireValid(project, path);
        }
        catch (InvalidPlaybookException invalid)
        {
            invalid.Errors.ToList().ForEach(error => terminal.Error.WriteLine(TextFindings.Line(error, terminal)));
            return [false];
        }

        var entry = CompiledProject.Catalog(CompiledProject.Compile(project, cancellationToken)).First(entry => entry.Info.Source.Path == path);
        var ended = new List<bool>();
        foreach (var planned in PlannedRun.Create(project.Playbooks.First(playbook => playbook.Path == path), entry, values))
        {
            var result = await LocalRun.RunAsync(planned.Playbook, options, headed, terminal.Error.WriteLine, cancellationToken, planned.Request);
            cancellationToken.ThrowIfCancellationRequested();
            RunSummary.Write(result, planned.Request.Case, terminal);
            ended.Add(result.Outcome != Outcome.Failed || result.FailedAsExpected == true);
        }

        return ended;
    }
}
