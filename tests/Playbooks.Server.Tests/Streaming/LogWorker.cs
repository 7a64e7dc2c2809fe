using Playbooks.RunFolder.Log;
using Playbooks.Server.Catalog;
using Playbooks.Server.Files;
using Playbooks.Server.Gateway;
using Playbooks.Server.Starting;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Tests.Streaming;

/// <summary>A worker whose runs are logs that a test writes: at work for as long as the test holds their lock.</summary>
internal sealed class LogWorker(PlaybooksOptions options, LogEvents logs) : IWorker
{
    public string Name => "logs";

    public Task<RunStatus?> FindStatusAsync(string runId, CancellationToken cancellationToken) =>
        Task.FromResult(Directory.Exists(FolderOf(runId)) && StoredRun.Read(FolderOf(runId)) is { IsLive: true } run ? run.Status : null);

    public IAsyncEnumerable<RunEvent> ReadEventsAsync(string runId, EventPosition after, CancellationToken cancellationToken) =>
        logs.FollowAsync(new ActionLogTail(FolderOf(runId)), FolderOf(runId), after, cancellationToken);

    public Task<IReadOnlyList<CatalogPlaybook>> ListPlaybooksAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CatalogPlaybook>>([]);

    public Task<CheckedRequest> CheckAsync(StartRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<AcceptedRun> StartAsync(StartRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> StopAsync(string runId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<LiveFile> OpenFileAsync(string runId, RunFile file, CancellationToken cancellationToken) => throw new PlaybookException(file.Missing, "None.");

    private string FolderOf(string runId) => Path.Combine(options.Root, runId);
}
