using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Guarding.Secrets;
using Playbooks.Recording;
using Playbooks.Reports;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Comparing;
using Playbooks.RunFolder.Finalizing;
using Playbooks.RunFolder.Status;

namespace Playbooks.Execution.Run;

/// <summary>Ends a run in the order that loses nothing: publish, clean up, persist.</summary>
internal sealed class RunFinalization(
    PlaybookInfo playbook, RunOptions options, RunDirectory folder, SecretMask mask, RunJournal journal, RunEvents events, RunPage source)
{
    private Recorder? recorder;
    private string? annotation;

    /// <summary>Begins to record what happens in a context, until the run's end.</summary>
    public async Task<Recorder> RecordAsync(IBrowserContext context) =>
        recorder = await Recorder.StartAsync(context, options.Trace!.Value, folder, mask, playbook.Name, options.TimeProvider).ConfigureAwait(false);

    /// <summary>The result, with what differs from the last run that passed, if it failed.</summary>
    public PlaybookResult Compare(PlaybookResult result) =>
        result.Failure is { } failure && journal.IsOwner ? result with { Failure = InTime(() => new Comparison(folder).AddTo(failure), failure) } : result;

    /// <summary>Ends it. Nothing is thrown.</summary>
    /// <returns>What evidence there is.</returns>
    public async Task<RunEvidence> FinishAsync(PlaybookResult result)
    {
        await new Finalizer(options.TimeProvider, journal.Report).FinishAsync(
            FinalPhase.Publish(_ => Publish(result)),
            FinalPhase.CleanUp(limit => CleanUpAsync(result.Outcome, limit)),
            FinalPhase.Persist(PersistAsync)).ConfigureAwait(false);
        journal.Commit(ListArtifacts());
        await journal.StatusWrittenAsync().ConfigureAwait(false);
        return new(folder, journal.Problems, annotation);
    }

    private IReadOnlyList<Artifact> ListArtifacts()
    {
        try
        {
            return InTime(() => Artifacts.Find(folder), []);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            journal.Report($"The files in the run's folder could not be listed: {failure.Message}");
            return [];
        }
    }

    private T InTime<T>(Func<T> read, T otherwise)
    {
        try
        {
            return journal.InTime(read);
        }
        catch (TimeoutException)
        {
            // The journal says so of the disk itself.
            return otherwise;
        }
    }

    private Task Publish(PlaybookResult result)
    {
        journal.End(result);
        events.Publish(result);
        return Task.CompletedTask;
    }

    private async Task CleanUpAsync(Outcome outcome, CancellationToken limit)
    {
        try
        {
            if (recorder is not null)
            {
                await recorder.StopAsync(keep: options.Trace == TraceMode.Always || outcome != Outcome.Passed, limit).ConfigureAwait(false);
            }
        }
        finally
        {
            await source.CloseAsync().ConfigureAwait(false);
        }
    }

    private async Task PersistAsync(CancellationToken limit)
    {
        if (recorder is not null)
        {
            await recorder.CommitAsync(playbook.Source, limit).ConfigureAwait(false);
            foreach (var problem in recorder.Problems)
            {
                journal.Report(problem);
            }
        }

        if (!journal.IsOwner || journal.IsStalled)
        {
            // There is nothing to report on; what lies in the folder would be another run's. Or the disk takes nothing.
            return;
        }

        using var commands = new StringWriter();
        var reports = options.Reports ?? ReportOptions.FromEnvironment(Environment.GetEnvironmentVariable, commands);
        foreach (var problem in await new RunReports(reports).WriteAsync(StoredRun.Read(folder.Path), limit).ConfigureAwait(false))
        {
            journal.Report(problem);
        }

        await AnnotateAsync(commands.ToString()).ConfigureAwait(false);
    }

    private async Task AnnotateAsync(string commands)
    {
        if (options.ReturnsGitHubAnnotation && commands.StartsWith("::error ", StringComparison.Ordinal))
        {
            annotation = commands.TrimEnd();
        }
        else if (commands.Length > 0)
        {
#pragma warning disable RS0030 // Not for people: GitHub reads workflow commands from the standard output, and only where it runs.
            await Console.Out.WriteAsync(commands).ConfigureAwait(false);
#pragma warning restore RS0030
        }
    }
}
