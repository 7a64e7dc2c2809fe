using System.Buffers;
using System.Runtime.CompilerServices;
using Playbooks.Server.Files;

namespace Playbooks.Server.Gateway;

/// <summary>Reads a file of a run from a worker. A file whose truncation could not be detected is rejected.</summary>
internal sealed class UpstreamFile(Upstream upstream, PlaybooksOptions options)
{
    private const int ChunkLength = 64 * 1024;

    /// <summary>Opens the file. When the method returns, the worker has responded.</summary>
    /// <exception cref="PlaybookException">The worker has no such file. <see cref="ErrorCode.UpstreamUnreachable"/>: the worker does not respond, or not with a valid file.</exception>
    public async Task<LiveFile> OpenAsync(string runId, RunFile file, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"runs/{runId}/{file.Address}");
        var response = await upstream.SendAsync(request, cancellationToken);
        if (Objection(response, file) is { } objection)
        {
            response.Dispose();
            throw upstream.Unreachable(objection);
        }

        return new(response.Content.Headers.ContentLength, response.Headers.ETag?.ToString(), ReadAsync(response, file, cancellationToken));
    }

    private static string? Objection(HttpResponseMessage response, RunFile file)
    {
        var headers = response.Content.Headers;
        return response.StatusCode != System.Net.HttpStatusCode.OK ? $"it returned {(int)response.StatusCode} to a request for a whole file"
            : headers.ContentType?.MediaType != file.ContentType.Split(';')[0] ? $"it sent '{headers.ContentType}' instead of '{file.ContentType}'"
            : headers.ContentEncoding.Count > 0 ? "it encoded the file"
            : headers.ContentLength is null && response.Headers.TransferEncodingChunked != true ? "it sent the file without its length"
            : null;
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, RunFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var closing = response;
        await using var body = await upstream.OpenAsync(response, options.UpstreamIdleTimeout, cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkLength);
        try
        {
            var read = await NextAsync(body, buffer, Math.Max(1, file.Begin.Length), cancellationToken);
            if (!buffer.AsSpan(0, read).StartsWith(file.Begin.Span))
            {
                throw upstream.Unreachable($"the response is not a '{file.Path}'");
            }

            while (read > 0)
            {
                yield return buffer.AsMemory(0, read);
                read = await NextAsync(body, buffer, 1, cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async ValueTask<int> NextAsync(UpstreamStream body, byte[] buffer, int least, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAtLeastAsync(buffer, least, throwOnEndOfStream: false, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw upstream.Unreachable(failure.Message, failure);
        }
    }
}
