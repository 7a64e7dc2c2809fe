using Microsoft.Extensions.Hosting;

namespace Playbooks.Server.Working;

/// <summary>Ties a worker to its program: it ends its runs before the program closes its connections, so that every subscriber is told of the end.</summary>
internal sealed class WorkerLifetime(LocalWorker worker) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => worker.CloseAsync().WaitAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
