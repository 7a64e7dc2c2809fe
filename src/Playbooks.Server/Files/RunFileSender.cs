using System.Runtime.CompilerServices;
using Playbooks.Server.Gateway;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Files;

/// <summary>Sends a file of a run from its worker, or the complete stored file if the worker sent nothing. The two are never mixed.</summary>
internal sealed class RunFileSender(RunGateway gateway, StoredFiles stored)
{
    /// <summary>Sends the file as the complete response. An interrupted transfer is aborted, so that a truncated file is never mistaken for a complete one.</summary>
    /// <exception cref="PlaybookException">The run or the file does not exist.</exception>
    public async Task SendAsync(HttpContext http, string runId, RunFile file)
    {
        // Ranges are served from the stored file, which does not change between two requests.
        if (StoredFiles.IsAboutPart(http.Request) || !await TrySendLiveAsync(http, runId, file))
        {
            var answer = await stored.OpenAsync(runId, file, http.Request);
            SetHeaders(http.Response, runId, file);
            await answer.ExecuteAsync(http);
        }
    }

    private static void SetHeaders(HttpResponse response, string runId, RunFile file)
    {
        // Clients that have the file must revalidate it.
        response.Headers.CacheControl = "private, no-cache";
        if (file.Policy is { } policy)
        {
            response.Headers.ContentSecurityPolicy = policy;
        }

        if (file.DownloadName is { } name)
        {
            // A run id needs no further quoting.
            response.Headers.ContentDisposition = $"attachment; filename=\"{runId}-{name}\"";
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        RunLocation place, string runId, RunFile file, Action<LiveFile> opened, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var live = await place.Worker.OpenFileAsync(runId, file, cancellationToken);
        opened(live);
        await foreach (var chunk in live.Chunks.WithCancellation(cancellationToken))
        {
            yield return chunk;
        }
    }

    private async Task<bool> TrySendLiveAsync(HttpContext http, string runId, RunFile file)
    {
        if (await gateway.FindPlaceAsync(runId, http.RequestAborted) is not { Mark.IsActive: true } place)
        {
            return false;
        }

        LiveFile? head = null;
        var live = ReadAsync(place, runId, file, opened => head = opened, http.RequestAborted).OrNothing(http.RequestAborted);
        await using var chunks = new LiveOrStored<ReadOnlyMemory<byte>>(live, AsyncEnumerable.Empty<ReadOnlyMemory<byte>>(), place.Mark).ReadAsync(http.RequestAborted).GetAsyncEnumerator(http.RequestAborted);
        // The first chunk is read before any header is sent.
        if (!await chunks.MoveNextAsync())
        {
            return false;
        }

        SetHeaders(http.Response, runId, file);
        http.Response.ContentType = file.ContentType;
        http.Response.ContentLength = head!.Length;
        http.Response.Headers.ETag = head.ETag;
        try
        {
            do
            {
                await http.Response.Body.WriteAsync(chunks.Current, http.RequestAborted);
            }
            while (await chunks.MoveNextAsync());
        }
        catch (StreamInterruptedException)
        {
            http.Abort();
            throw;
        }

        return true;
    }
}
