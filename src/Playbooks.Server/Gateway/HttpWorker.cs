using Playbooks.RunFolder.Log;
using Playbooks.Server.Api;
using Playbooks.Server.Catalog;
using Playbooks.Server.Files;
using Playbooks.Server.Security;
using Playbooks.Server.Starting;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Gateway;

/// <summary>A worker in another process, which is called over the same HTTP API that clients use.</summary>
internal sealed class HttpWorker(Uri address, PlaybooksOptions options, ServiceToken token) : IWorker, IDisposable
{
    private readonly Upstream upstream = new(address, options, token, reusesConnections: true);
    private readonly Upstream starts = new(address, options, token, reusesConnections: false);

    public string Name => address.ToString();

    public async Task<IReadOnlyList<CatalogPlaybook>> ListPlaybooksAsync(CancellationToken cancellationToken)
    {
        using var request = Get("playbooks");
        return (await upstream.AskAsync(request, ServiceJson.Forms.CatalogList, cancellationToken)).Playbooks;
    }

    public async Task<CheckedRequest> CheckAsync(StartRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "runs?dry_run=true") { Content = new StartContent(request) };
        return await upstream.AskAsync(message, ServiceJson.Forms.CheckedRequest, cancellationToken);
    }

    public async Task<AcceptedRun> StartAsync(StartRequest request, CancellationToken cancellationToken)
    {
        using var content = new StartContent(request);
        using var message = new HttpRequestMessage(HttpMethod.Post, "runs") { Content = content };
        try
        {
            var accepted = await starts.AskAsync(message, ServiceJson.Forms.AcceptedRun, cancellationToken);
            return AcceptedRun.Create(accepted.RunId, accepted.Playbook);
        }
        catch (PlaybookException failure) when (failure is not RefusedException && content.IsSent)
        {
            // The worker may have accepted the run. Sending the request again, to any worker, could start it twice.
            return await FindStartedAsync(request.RunId!, failure, cancellationToken);
        }
    }

    public async Task<RunStatus?> FindStatusAsync(string runId, CancellationToken cancellationToken)
    {
        using var request = Get($"runs/{runId}?live=true");
        try
        {
            return await upstream.AskAsync(request, LogJson.Status, cancellationToken);
        }
        catch (RefusedException refused) when (refused.Code == ErrorCode.NotFound)
        {
            return null;
        }
        catch (RefusedException refused)
        {
            throw upstream.Unreachable(refused.Message, refused);
        }
    }

    public async Task<bool> StopAsync(string runId, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"runs/{runId}/stop") { Content = new ByteArrayContent([]) { Headers = { ContentType = new("application/json") } } };
        try
        {
            using var response = await upstream.SendAsync(request, cancellationToken);
            return true;
        }
        catch (RefusedException refused) when (refused.Code == ErrorCode.NotFound)
        {
            return false;
        }
    }

    public IAsyncEnumerable<RunEvent> ReadEventsAsync(string runId, EventPosition after, CancellationToken cancellationToken) =>
        new UpstreamEvents(upstream, options).ReadAsync(runId, after, cancellationToken);

    public Task<LiveFile> OpenFileAsync(string runId, RunFile file, CancellationToken cancellationToken) =>
        new UpstreamFile(upstream, options).OpenAsync(runId, file, cancellationToken);

    public void Dispose()
    {
        upstream.Dispose();
        starts.Dispose();
    }

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private async Task<AcceptedRun> FindStartedAsync(string runId, PlaybookException failure, CancellationToken cancellationToken)
    {
        try
        {
            var safe = RunId.From(runId).Text;
            if (await FindStatusAsync(safe, cancellationToken) is { } status)
            {
                return AcceptedRun.Create(safe, status.Playbook);
            }
        }
        catch (PlaybookException)
        {
            // Reported below, with the original cause.
        }

        throw new OutcomeUnknownException($"The worker {address} may have started the run '{runId}', but did not confirm it. Check whether the run exists before you start it again.", failure);
    }
}
