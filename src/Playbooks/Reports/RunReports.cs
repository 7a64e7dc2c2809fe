using Playbooks.Reports.GitHub;
using Playbooks.Reports.Html;
using Playbooks.Reports.JUnit;
using Playbooks.Reports.Markdown;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Comparing;

namespace Playbooks.Reports;

/// <summary>Writes the reports of a run from the content of its folder, so that a run whose process was killed can be reported as well.</summary>
/// <param name="settings">The reports in addition to those in the run's folder.</param>
internal sealed class RunReports(ReportOptions settings)
{
    /// <summary>Writes all reports. A failure to write one does not prevent the others from being written.</summary>
    /// <param name="run">The run. If the run has ended, it must contain the end.</param>
    /// <param name="cancellationToken">Cancels writing.</param>
    /// <returns>The reports that could not be written, one sentence each.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(StoredRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(settings);
        var problems = new List<string>();
        var reported = new ReportedRun(run);
        var exclusive = new ExclusiveFile(settings.TimeProvider);
        await TryAsync(RunFiles.Report, Now(() => WholeFile.Write(Path.Combine(run.Folder, RunFiles.Report), new ReportHtml(reported).Write()))).ConfigureAwait(false);
        if (reported.Verdict.IsBad())
        {
            await TryAsync(RunFiles.ErrorContext, Now(() => WholeFile.Write(Path.Combine(run.Folder, RunFiles.ErrorContext), new ErrorContext(reported).Write()))).ConfigureAwait(false);
        }

        if (run.Actions.Any(static one => one.Tool == ActionRecord.RecoveryTool))
        {
            var patch = new HealPatch(reported);
            await TryAsync(RunFiles.Recovery, Now(() => WholeFile.Write(Path.Combine(run.Folder, RunFiles.Recovery), new RecoveryReport(reported, patch).Write()))).ConfigureAwait(false);
            if (patch.Create() is { } diff)
            {
                await TryAsync(RunFiles.HealPatch, Now(() => WholeFile.Write(Path.Combine(run.Folder, RunFiles.HealPatch), diff))).ConfigureAwait(false);
            }
        }

        if (reported.IsInItsFolder && Path.GetDirectoryName(run.Folder) is { } root)
        {
            await TryAsync("The record of the last passed run", Now(() => new LastPassedRuns(root).Remember(run))).ConfigureAwait(false);
            await TryAsync($"{RunFiles.Index} of all runs", Now(() => new RunIndex(root).Update())).ConfigureAwait(false);
        }

        if (settings.JUnitPath is { } junit)
        {
            await TryAsync($"JUnit XML ({ReportOptions.JUnitVariable}={junit})", () => new JUnitFile(junit, exclusive).WriteAsync(reported, cancellationToken)).ConfigureAwait(false);
        }

        if (settings.GitHub is { } github)
        {
            if (new Annotation(reported, github.Workspace).Write() is { } annotation)
            {
                await TryAsync("GitHub's annotation", () => settings.Output.WriteLineAsync(annotation.AsMemory(), cancellationToken)).ConfigureAwait(false);
            }

            if (github.SummaryPath is { } summary)
            {
                await TryAsync("GitHub's job summary", () => new JobSummary(reported).AppendAsync(summary, exclusive, cancellationToken)).ConfigureAwait(false);
            }
        }

        return problems;

        async Task TryAsync(string what, Func<Task> write)
        {
            try
            {
                await write().ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                problems.Add($"{what} could not be written: {failure.Message}");
            }
        }
    }

    private static Func<Task> Now(Action write) => () =>
    {
        write();
        return Task.CompletedTask;
    };
}
