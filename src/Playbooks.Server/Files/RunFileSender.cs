using System.Runtime.CompilerServices;
using Playbooks.RunFolder.Streaming;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Files;

/// <summary>Sends a run's file: as its worker gives it, or whole as it is stored if nothing came; never a part of one with a part of the other.</summary>
internal sealed class RunFileSender(RunGateway gateway, StoredFiles stored)
{
    /// <summary>Sends it as the whole answer. What breaks off on its way is aborted, so that a short file is never taken for a whole one.</summary>
    /// <exception cref="PlaybookException">There is no such run or file.</exception>
    public async Task SendAsync(HttpContext http, string runId, RunFile file)
    {
        // A part of a file is taken from what is stored, which does not change between one part and the next.
        if (StoredFiles.IsAboutPart(http.Request) || !await TrySendLiveAsync(http, runId, file))
        {
            var answer = await stored.OpenAsync(runId, file, http.Request);
            SetHeaders(http.Response, runId, file);
            await answer.ExecuteAsync(http);
        }
    }

    private static void SetHeaders(HttpResponse response, string runId, RunFile file)
    {
        // Whoever has it asks whether it is still the same.
        response.Headers.CacheControl = "private, no-cache";
        if (file.Policy is { } policy)
        {
            response.Headers.ContentSecurityPolicy = policy;
        }

        if (file.DownloadName is { } name)
        {
            // A run id needs no quoting beyond this.
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
        // The first bytes are in hand before any header is sent.
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
