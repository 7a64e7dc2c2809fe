using Playbooks.Server.Security;

namespace Playbooks.Server.Gateway;

/// <summary>Manages the workers that are called over HTTP, and the connections to them.</summary>
internal sealed class HttpWorkers : IDisposable
{
    private readonly List<HttpWorker> workers;

    public HttpWorkers(PlaybooksOptions options, ServiceToken token) =>
        workers = options.Role.HasFlag(PlaybooksRole.Gateway) ? [.. options.Workers.Select(address => new HttpWorker(address, options, token))] : [];

    public IEnumerable<IWorker> All => workers;

    public void Dispose() => workers.ForEach(static worker => worker.Dispose());
}
