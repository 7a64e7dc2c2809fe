using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Playbooks.Server.Working;

/// <summary>
/// Ties a worker to the lifetime of its program. Before the first request is accepted, unfinished runs of an earlier process are finalized,
/// and runs beyond the retention limits are deleted. On shutdown, runs are stopped before connections close, so that every client receives
/// the end.
/// </summary>
internal sealed class WorkerLifetime(Lazy<LocalWorker> worker, PlaybooksOptions options, ILogger<LocalWorker> logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!options.Role.HasFlag(PlaybooksRole.Worker))
        {
            return;
        }

        // Created now, so that a program without playbooks fails when it starts.
        _ = worker.Value;
        var done = await RunHousekeeping.RunAsync(options.Root, options.Run.Retention, options.TimeProvider, cancellationToken);
        foreach (var runId in done.FinalizedRuns)
        {
            logger.Recovered(runId);
        }

        foreach (var problem in done.Problems)
        {
            logger.NotRecovered(problem);
        }

        if (done.RemovedRuns.Count > 0)
        {
            logger.Removed(done.RemovedRuns.Count);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => worker.IsValueCreated ? worker.Value.CloseAsync().WaitAsync(cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
