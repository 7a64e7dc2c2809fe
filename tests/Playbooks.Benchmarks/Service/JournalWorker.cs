using Playbooks.Benchmarks.Log;
using Playbooks.Server;
using Playbooks.Server.Catalog;
using Playbooks.Server.Files;
using Playbooks.Server.Gateway;
using Playbooks.Server.Starting;
using Playbooks.Server.Streaming;

namespace Playbooks.Benchmarks.Service;

/// <summary>A worker with one run that a benchmark writes down, without a browser.</summary>
internal sealed class JournalWorker(PlaybooksOptions options, LogEvents logs) : IWorker
{
    private MadeJournal? journal;
    private string runId = string.Empty;

    public string Name => "journal";

    /// <summary>Begins the run.</summary>
    public MadeJournal Begin(string id)
    {
        runId = id;
        return journal = MadeJournal.Begin(new(options.Root, id));
    }

    public Task<RunStatus?> FindStatusAsync(string runId, CancellationToken cancellationToken) =>
        Task.FromResult(runId == this.runId ? StoredRun.Read(Path.Combine(options.Root, runId)).Status : null);

    public IAsyncEnumerable<RunEvent> ReadEventsAsync(string runId, EventPosition after, CancellationToken cancellationToken) =>
        logs.FollowAsync(journal!.Tail, Path.Combine(options.Root, runId), after, cancellationToken);

    public Task<IReadOnlyList<CatalogPlaybook>> ListPlaybooksAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CatalogPlaybook>>([]);

    public Task<CheckedRequest> CheckAsync(StartRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<AcceptedRun> StartAsync(StartRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> StopAsync(string runId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<LiveFile> OpenFileAsync(string runId, RunFile file, CancellationToken cancellationToken) => throw new PlaybookException(file.Missing, "There is none.");
}
