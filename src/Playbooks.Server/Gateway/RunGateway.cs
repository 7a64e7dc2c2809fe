using System.Runtime.CompilerServices;
using Playbooks.RunFolder.Log;
using Playbooks.RunFolder.Streaming;
using Playbooks.Server.Catalogue;
using Playbooks.Server.Starting;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Gateway;

/// <summary>What clients and pages ask: runs wherever they are at work, and what is stored of them.</summary>
internal sealed class RunGateway(Workers workers, RunLocations places, StoredRuns stored, LogEvents logs, PlaybooksOptions options)
{
    /// <summary>The playbooks of all workers that answer, by id.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.UpstreamUnreachable"/>: none does.</exception>
    public Task<IReadOnlyList<CataloguePlaybook>> ListPlaybooksAsync(CancellationToken cancellationToken) => workers.ListPlaybooksAsync(cancellationToken);

    /// <summary>Checks a request without starting anything.</summary>
    /// <exception cref="PlaybookException">It is not as it should be.</exception>
    public Task<CheckedRequest> CheckAsync(StartRequest request, CancellationToken cancellationToken) =>
        workers.FirstAsync((worker, token) => worker.CheckAsync(request, token), cancellationToken);

    /// <summary>Starts a run on a worker that takes it.</summary>
    /// <exception cref="PlaybookException">No worker took it. <see cref="ErrorCode.RunConflict"/>: a run of this id is under way.</exception>
    public async Task<AcceptedRun> StartAsync(StartRequest request, CancellationToken cancellationToken)
    {
        // Chosen here, so that a run whose acceptance got lost on its way can be asked for.
        var runId = request.RunId is { } named ? RunId.From(named) : RunId.New(options.TimeProvider);
        if (request.RunId is not null && await IsAtWorkAsync(runId.Text, cancellationToken))
        {
            throw new PlaybookException(ErrorCode.RunConflict, $"A run of the id '{runId}' is under way. Wait for its end, stop it, or choose another run id.");
        }

        return await workers.FirstAsync(
            async (worker, token) =>
            {
                var accepted = await worker.StartAsync(request with { RunId = runId.Original }, token);
                places.Put(accepted.RunId, worker);
                return accepted;
            },
            cancellationToken);
    }

    /// <summary>The runs that fit, the newest first.</summary>
    public async Task<RunPage> ListAsync(RunFilter filter, CancellationToken cancellationToken)
    {
        var all = await stored.ReadAllAsync(cancellationToken);
        return RunSelection.Page(all.Select(status => Told(status, places.Known(status.RunId))), filter);
    }

    /// <summary>Where a run stands: live, else stored.</summary>
    /// <param name="runId">An id of the safe form.</param>
    /// <param name="cancellationToken">The asker has gone.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is no such run.</exception>
    public async Task<RunStatus> GetAsync(string runId, CancellationToken cancellationToken)
    {
        var place = await FindPlaceAsync(runId, cancellationToken);
        var live = IsActive(place) ? StatusOf(place, runId, cancellationToken) : null;
        return await new LiveOrStored<RunStatus>(live, StatusOf(runId, place), place?.Mark).ReadAsync(cancellationToken).FirstAsync(cancellationToken);
    }

    /// <summary>Where a run stands that a worker of this gateway has; null: none has it.</summary>
    public async Task<RunStatus?> FindAtWorkAsync(string runId, CancellationToken cancellationToken) =>
        await places.FindAsync(runId, cancellationToken) is { Mark.IsActive: true } place ? await place.Worker.FindStatusAsync(runId, cancellationToken) : null;

    /// <summary>Has a run ended before its time; one that has ended stays as it is.</summary>
    /// <returns>Where it stands.</returns>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is no such run. <see cref="ErrorCode.RunConflict"/>: it is at work where this gateway cannot stop it.</exception>
    public async Task<RunStatus> StopAsync(string runId, CancellationToken cancellationToken)
    {
        var place = await FindPlaceAsync(runId, cancellationToken);
        var isStopped = IsActive(place) && await place.Worker.StopAsync(runId, cancellationToken);
        var status = await GetAsync(runId, cancellationToken);
        return isStopped || status.Status is not (RunState.Starting or RunState.Running)
            ? status
            : throw new PlaybookException(ErrorCode.RunConflict, $"The run '{runId}' is at work in a process that is no worker of this service. Stop it there.");
    }

    /// <summary>Where a run's last event stands, once it is known; null: the run goes on.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is no such run.</exception>
    public async Task<EventPosition?> FindEndAsync(string runId, CancellationToken cancellationToken)
    {
        var folder = stored.FolderOf(runId);
        if (LogEnd.FindPosition(Path.Combine(folder, RunFiles.Log)) is { } end)
        {
            return end;
        }

        var place = await places.FindAsync(runId, cancellationToken);
        if (IsActive(place))
        {
            return null;
        }

        if (!stored.Has(runId))
        {
            throw StoredRuns.NotFound(runId);
        }

        return place is null && StoredRun.Read(folder).IsLive ? null : (await logs.EndAsync(folder, place is not null, cancellationToken)).Id;
    }

    /// <summary>The events after one: live, or what is stored if nothing came; the last one is the end.</summary>
    /// <exception cref="StreamInterruptedException">The live source failed after something had been delivered.</exception>
    public async IAsyncEnumerable<RunEvent> ReadEventsAsync(string runId, EventPosition after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var place = await FindPlaceAsync(runId, cancellationToken);
        var live = IsActive(place) ? place.Worker.ReadEventsAsync(runId, after, cancellationToken).OrNothing(cancellationToken) : null;
        await foreach (var item in new LiveOrStored<RunEvent>(live, EventsOf(runId, after, place, cancellationToken), place?.Mark).ReadAsync(cancellationToken))
        {
            yield return item;
        }
    }

    /// <summary>Where a run is, or was when it was last heard of; null: no worker has it.</summary>
    public async Task<RunLocation?> FindPlaceAsync(string runId, CancellationToken cancellationToken) =>
        places.Known(runId) is { } known ? known
        : LogEnd.Find(Path.Combine(stored.FolderOf(runId), RunFiles.Log)) is not null ? null
        : await places.FindAsync(runId, cancellationToken);

    /// <summary>What is stored of a run, for pages.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: nothing is.</exception>
    public StoredRun Read(string runId) => stored.Has(runId) ? StoredRun.Read(stored.FolderOf(runId)) : throw StoredRuns.NotFound(runId);

    private static bool IsActive([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] RunLocation? place) => place is { Mark.IsActive: true };

    private static RunStatus Told(RunStatus status, RunLocation? place) => place is { Mark.IsActive: false } ? UnreachableRun.Told(status) : status;

    private async Task<bool> IsAtWorkAsync(string runId, CancellationToken cancellationToken)
    {
        try
        {
            var place = await FindPlaceAsync(runId, cancellationToken);
            return IsActive(place) && await place.Worker.FindStatusAsync(runId, cancellationToken) is not null;
        }
        catch (PlaybookException failure) when (failure.Code == ErrorCode.UpstreamUnreachable)
        {
            // Then the lock of its folder decides, which whoever is asked to start it takes.
            return false;
        }
    }

    private static async IAsyncEnumerable<RunStatus> StatusOf(RunLocation place, string runId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await place.Worker.FindStatusAsync(runId, cancellationToken) is { } status)
        {
            yield return status;
        }
    }

    private async IAsyncEnumerable<RunStatus> StatusOf(string runId, RunLocation? place)
    {
        await Task.CompletedTask;
        yield return Told(stored.Read(runId), place);
    }

    // Asked when it is needed: by then the worker may have turned out not to answer.
    private async IAsyncEnumerable<RunEvent> EventsOf(string runId, EventPosition after, RunLocation? place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = stored.FolderOf(runId);
        if (!stored.Has(runId))
        {
            throw StoredRuns.NotFound(runId);
        }

        // A run that another process on this folder has at work is live, too: its log is followed.
        var events = place is { Mark.IsActive: false }
            ? logs.ReadAsync(folder, after, isUnreachable: true, cancellationToken)
            : logs.FollowAsync(new ActionLogTail(folder, options.TimeProvider), folder, after, cancellationToken);
        await foreach (var item in events)
        {
            yield return item;
        }
    }
}
