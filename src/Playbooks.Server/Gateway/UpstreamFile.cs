using System.Buffers;
using System.Runtime.CompilerServices;
using Playbooks.Server.Files;

namespace Playbooks.Server.Gateway;

/// <summary>Reads a run's file from a worker. A file that could be cut short without being noticed is not taken.</summary>
internal sealed class UpstreamFile(Upstream upstream, PlaybooksOptions options)
{
    private const int ChunkLength = 64 * 1024;

    /// <summary>Opens it; the worker has answered when this returns.</summary>
    /// <exception cref="PlaybookException">The worker has none. <see cref="ErrorCode.UpstreamUnreachable"/>: it does not answer, or not with such a file.</exception>
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
        return response.StatusCode != System.Net.HttpStatusCode.OK ? $"it answered {(int)response.StatusCode} where a whole file was asked for"
            : headers.ContentType?.MediaType != file.ContentType.Split(';')[0] ? $"it sent '{headers.ContentType}' in the place of '{file.ContentType}'"
            : headers.ContentEncoding.Count > 0 ? "it encoded the file"
            : headers.ContentLength is null && response.Headers.TransferEncodingChunked != true ? "it sent the file without saying how long it is"
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
                throw upstream.Unreachable($"what it sent is no '{file.Path}'");
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
