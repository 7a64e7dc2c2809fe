using System.Runtime.CompilerServices;
using Playbooks.RunFolder.Log;
using Playbooks.Server.Catalog;
using Playbooks.Server.Starting;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Gateway;

/// <summary>Serves runs to clients and pages, on whichever worker they are active, and from storage.</summary>
internal sealed class RunGateway(Workers workers, RunLocations places, StoredRuns stored, LogEvents logs, PlaybooksOptions options)
{
    /// <summary>Returns the playbooks of all workers that respond, ordered by id.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.UpstreamUnreachable"/>: no worker responds.</exception>
    public Task<IReadOnlyList<CatalogPlaybook>> ListPlaybooksAsync(CancellationToken cancellationToken) => workers.ListPlaybooksAsync(cancellationToken);

    /// <summary>Validates a request without starting a run.</summary>
    /// <exception cref="PlaybookException">The request is invalid.</exception>
    public Task<CheckedRequest> CheckAsync(StartRequest request, CancellationToken cancellationToken) =>
        workers.FirstAsync((worker, token) => worker.CheckAsync(request, token), cancellationToken);

    /// <summary>Starts a run on a worker that accepts it.</summary>
    /// <exception cref="PlaybookException">No worker accepted the run. <see cref="ErrorCode.RunConflict"/>: a run with the same id is active.</exception>
    public async Task<AcceptedRun> StartAsync(StartRequest request, CancellationToken cancellationToken)
    {
        // Assigned here, so that a run whose acceptance was lost in transit can be found.
        var runId = request.RunId is { } named ? RunId.From(named) : RunId.New(options.TimeProvider);
        if (request.RunId is not null && await IsAtWorkAsync(runId.Text, cancellationToken))
        {
            throw new PlaybookException(ErrorCode.RunConflict, $"A run with the id '{runId}' is already active. Wait for it to end, stop it, or choose another run id.");
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

    /// <summary>Returns the matching runs, newest first.</summary>
    public async Task<RunPage> ListAsync(RunFilter filter, CancellationToken cancellationToken)
    {
        var all = await stored.ReadAllAsync(cancellationToken);
        return RunSelection.Page(all.Select(status => WithReachability(status, places.Known(status.RunId))), filter);
    }

    /// <summary>Returns the live status of a run, or else the stored one.</summary>
    /// <param name="runId">The id of the run in its safe form.</param>
    /// <param name="cancellationToken">Canceled when the client disconnects.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the run does not exist.</exception>
    public async Task<RunStatus> GetAsync(string runId, CancellationToken cancellationToken)
    {
        var place = await FindPlaceAsync(runId, cancellationToken);
        var live = IsActive(place) ? StatusOf(place, runId, cancellationToken) : null;
        return await new LiveOrStored<RunStatus>(live, StatusOf(runId, place), place?.Mark).ReadAsync(cancellationToken).FirstAsync(cancellationToken);
    }

    /// <summary>Returns the status of a run that is active on a worker of this gateway, or null.</summary>
    public async Task<RunStatus?> FindAtWorkAsync(string runId, CancellationToken cancellationToken) =>
        await places.FindAsync(runId, cancellationToken) is { Mark.IsActive: true } place ? await place.Worker.FindStatusAsync(runId, cancellationToken) : null;

    /// <summary>Stops a run. A run that has ended does not change.</summary>
    /// <returns>The status of the run.</returns>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the run does not exist. <see cref="ErrorCode.RunConflict"/>: the run is active in a process that this gateway cannot reach.</exception>
    public async Task<RunStatus> StopAsync(string runId, CancellationToken cancellationToken)
    {
        var place = await FindPlaceAsync(runId, cancellationToken);
        var isStopped = IsActive(place) && await place.Worker.StopAsync(runId, cancellationToken);
        var status = await GetAsync(runId, cancellationToken);
        return isStopped || status.Status is not (RunState.Starting or RunState.Running)
            ? status
            : throw new PlaybookException(ErrorCode.RunConflict, $"The run '{runId}' is active in a process that is not a worker of this service. Stop it there.");
    }

    /// <summary>Returns the position of a run's last event, or null if the run is active.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the run does not exist.</exception>
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

    /// <summary>Returns the events after a position up to the end: live, or the stored ones if the live source delivered nothing.</summary>
    /// <exception cref="StreamInterruptedException">The live source failed after it had delivered events.</exception>
    public async IAsyncEnumerable<RunEvent> ReadEventsAsync(string runId, EventPosition after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var place = await FindPlaceAsync(runId, cancellationToken);
        var live = IsActive(place) ? place.Worker.ReadEventsAsync(runId, after, cancellationToken).OrNothing(cancellationToken) : null;
        await foreach (var item in new LiveOrStored<RunEvent>(live, EventsOf(runId, after, place, cancellationToken), place?.Mark).ReadAsync(cancellationToken))
        {
            yield return item;
        }
    }

    /// <summary>Returns the location of a run, or its last known location; null if no worker has it.</summary>
    public async Task<RunLocation?> FindPlaceAsync(string runId, CancellationToken cancellationToken) =>
        places.Known(runId) is { } known ? known
        : LogEnd.Find(Path.Combine(stored.FolderOf(runId), RunFiles.Log)) is not null ? null
        : await places.FindAsync(runId, cancellationToken);

    /// <summary>Reads the stored data of a run, for pages.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: nothing is.</exception>
    public StoredRun Read(string runId) => stored.Has(runId) ? StoredRun.Read(stored.FolderOf(runId)) : throw StoredRuns.NotFound(runId);

    private static bool IsActive([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] RunLocation? place) => place is { Mark.IsActive: true };

    private static RunStatus WithReachability(RunStatus status, RunLocation? place) => place is { Mark.IsActive: false } ? UnreachableRun.CreateStatus(status) : status;

    private async Task<bool> IsAtWorkAsync(string runId, CancellationToken cancellationToken)
    {
        try
        {
            var place = await FindPlaceAsync(runId, cancellationToken);
            return IsActive(place) && await place.Worker.FindStatusAsync(runId, cancellationToken) is not null;
        }
        catch (PlaybookException failure) when (failure.Code == ErrorCode.UpstreamUnreachable)
        {
            // Then the lock of the run's folder decides, which the worker that starts the run takes.
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
        yield return WithReachability(stored.Read(runId), place);
    }

    // Evaluated when it is needed, because the worker may have become unreachable by then.
    private async IAsyncEnumerable<RunEvent> EventsOf(string runId, EventPosition after, RunLocation? place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = stored.FolderOf(runId);
        if (!stored.Has(runId))
        {
            throw StoredRuns.NotFound(runId);
        }

        // A run that is active in another process on this output root is also live: its log is followed.
        var events = place is { Mark.IsActive: false }
            ? logs.ReadAsync(folder, after, isUnreachable: true, cancellationToken)
            : logs.FollowAsync(new ActionLogTail(folder, options.TimeProvider), folder, after, cancellationToken);
        await foreach (var item in events)
        {
            yield return item;
        }
    }
}
