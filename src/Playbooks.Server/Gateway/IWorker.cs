using Playbooks.Server.Catalog;
using Playbooks.Server.Files;
using Playbooks.Server.Starting;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Gateway;

/// <summary>Executes runs for the gateway, in this process or in another that is called over HTTP.</summary>
/// <remarks>Every call throws a <see cref="PlaybookException"/> with <see cref="ErrorCode.UpstreamUnreachable"/> if the worker does not respond correctly.</remarks>
internal interface IWorker
{
    /// <summary>Gets the name of the worker for logs.</summary>
    string Name { get; }

    /// <summary>Returns the playbooks that the worker can execute.</summary>
    Task<IReadOnlyList<CatalogPlaybook>> ListPlaybooksAsync(CancellationToken cancellationToken);

    /// <summary>Validates a request without starting a run.</summary>
    /// <exception cref="PlaybookException">The request is invalid. A <see cref="Api.RefusedException"/> lists the invalid fields.</exception>
    Task<CheckedRequest> CheckAsync(StartRequest request, CancellationToken cancellationToken);

    /// <summary>Accepts a run. When the method returns, the run's folder exists.</summary>
    /// <exception cref="PlaybookException">The run was not accepted.</exception>
    Task<AcceptedRun> StartAsync(StartRequest request, CancellationToken cancellationToken);

    /// <summary>Returns the status of a run, or null if the run is not, or no longer, active on this worker.</summary>
    Task<RunStatus?> FindStatusAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Stops a run.</summary>
    /// <returns>Whether the run is active on this worker.</returns>
    Task<bool> StopAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Returns the events after a position as they occur, including the end.</summary>
    IAsyncEnumerable<RunEvent> ReadEventsAsync(string runId, EventPosition after, CancellationToken cancellationToken);

    /// <summary>Opens a file of a run.</summary>
    /// <exception cref="PlaybookException">The worker has no such file, or only the stored one.</exception>
    Task<LiveFile> OpenFileAsync(string runId, RunFile file, CancellationToken cancellationToken);
}
