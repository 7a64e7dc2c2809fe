
using Playbooks.Server.Catalogue;
using Playbooks.Server.Files;
using Playbooks.Server.Starting;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Gateway;

/// <summary>Executes runs, as the gateway sees it: in this process, or in another that is reached over HTTP.</summary>
/// <remarks>Every call throws a <see cref="PlaybookException"/> with <see cref="ErrorCode.UpstreamUnreachable"/> where the worker does not answer as it should.</remarks>
internal interface IWorker
{
    /// <summary>What it is called in logs.</summary>
    string Name { get; }

    /// <summary>The playbooks that it can execute.</summary>
    Task<IReadOnlyList<CataloguePlaybook>> ListPlaybooksAsync(CancellationToken cancellationToken);

    /// <summary>Checks a request without starting anything.</summary>
    /// <exception cref="PlaybookException">It is not as it should be; a <see cref="Api.RefusedException"/> says what is wrong with which field.</exception>
    Task<CheckedRequest> CheckAsync(StartRequest request, CancellationToken cancellationToken);

    /// <summary>Accepts a run; its folder is there when this returns.</summary>
    /// <exception cref="PlaybookException">It was not accepted.</exception>
    Task<AcceptedRun> StartAsync(StartRequest request, CancellationToken cancellationToken);

    /// <summary>Where a run stands; null: it is not, or no longer, at work here.</summary>
    Task<RunStatus?> FindStatusAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Has a run ended before its time.</summary>
    /// <returns>Whether it is at work here.</returns>
    Task<bool> StopAsync(string runId, CancellationToken cancellationToken);

    /// <summary>The events after one as they come, the end included.</summary>
    IAsyncEnumerable<RunEvent> ReadEventsAsync(string runId, EventPosition after, CancellationToken cancellationToken);

    /// <summary>A file of a run as the worker gives it.</summary>
    /// <exception cref="PlaybookException">There is none, or it is no other than what is stored.</exception>
    Task<LiveFile> OpenFileAsync(string runId, RunFile file, CancellationToken cancellationToken);
}
