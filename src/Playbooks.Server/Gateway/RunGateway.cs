using System.Collections.Concurrent;
using Playbooks.Runs;
using Playbooks.Runs.Status;
using Playbooks.Server.Catalogue;
using Playbooks.Server.Starting;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Gateway;

/// <summary>What clients and pages ask: runs wherever they are at work, and what is stored of them.</summary>
internal sealed class RunGateway(IEnumerable<IWorker> workers, PlaybooksOptions options)
{
    private readonly List<IWorker> workers = [.. workers];
    private readonly ConcurrentDictionary<string, IWorker> places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The playbooks of all workers, by id.</summary>
    public async Task<IReadOnlyList<CataloguePlaybook>> ListPlaybooksAsync(CancellationToken cancellationToken)
    {
        var all = new List<CataloguePlaybook>();
        foreach (var worker in workers)
        {
            all.AddRange(await worker.ListPlaybooksAsync(cancellationToken));
        }

        return [.. all.DistinctBy(playbook => playbook.Id).OrderBy(playbook => playbook.Id, StringComparer.Ordinal)];
    }

    /// <summary>Checks a request without starting anything.</summary>
    public Task<CheckedRequest> CheckAsync(StartRequest request, CancellationToken cancellationToken) => workers[0].CheckAsync(request, cancellationToken);

    /// <summary>Starts a run on a worker that takes it.</summary>
    public async Task<AcceptedRun> StartAsync(StartRequest request, CancellationToken cancellationToken)
    {
        var accepted = await workers[0].StartAsync(request, cancellationToken);
        places[accepted.RunId] = workers[0];
        return accepted;
    }

    /// <summary>The runs that fit, the newest first.</summary>
    public Task<RunPage> ListAsync(RunFilter filter, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Where a run stands: live, else stored.</summary>
    /// <param name="runId">An id of the safe form.</param>
    /// <param name="cancellationToken">The asker has gone.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is no such run.</exception>
    public Task<RunStatus> GetAsync(string runId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Has a run ended before its time; one that has ended stays as it is.</summary>
    /// <returns>Where it stands.</returns>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is no such run.</exception>
    public Task<RunStatus> StopAsync(string runId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The events after an id: live, or what is stored if nothing came; the last one is the end.</summary>
    /// <exception cref="Runs.Streaming.BrokenOffException">The live source failed after something had been delivered.</exception>
    public IAsyncEnumerable<RunEvent> ReadEventsAsync(string runId, long after, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>What is stored of a run, for pages.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: nothing is.</exception>
    public StoredRun Read(string runId) => StoredRun.Read(Path.Combine(options.Root, runId));
}
