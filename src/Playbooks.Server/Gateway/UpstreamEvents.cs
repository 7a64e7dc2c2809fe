using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Gateway;

/// <summary>Follows the events of a run on a worker. Anything but the next event in sequence is an error, after which the stored log provides the rest.</summary>
internal sealed class UpstreamEvents(Upstream upstream, PlaybooksOptions options)
{
    private const int MostBytesOfAnEvent = 16 * 1024 * 1024;

    /// <summary>Returns the events after a position, including the end.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.UpstreamUnreachable"/>: the worker does not respond, or sends an invalid stream.</exception>
    public async IAsyncEnumerable<RunEvent> ReadAsync(string runId, EventPosition after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"runs/{runId}/stream");
        request.Headers.Add("Last-Event-ID", after.ToString());
        using var response = await upstream.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NoContent)
        {
            yield break;
        }

        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            throw upstream.Unreachable("it did not send an event stream");
        }

        await using var body = await upstream.OpenAsync(response, options.UpstreamIdleTimeout + (2 * options.KeepAlive), cancellationToken);
        body.Allow(MostBytesOfAnEvent);
        await using var items = SseParser.Create(body, static (_, data) => data.ToArray()).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(items, cancellationToken) is { } item)
        {
            body.Allow(MostBytesOfAnEvent);
            var next = Check(item, after);
            after = next.Id;
            yield return next;
            if (next.IsComplete)
            {
                yield break;
            }
        }

        throw upstream.Unreachable("its event stream ended before the run's end");
    }

    private async ValueTask<SseItem<byte[]>?> NextAsync(IAsyncEnumerator<SseItem<byte[]>> items, CancellationToken cancellationToken)
    {
        try
        {
            return await items.MoveNextAsync() ? items.Current : null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw upstream.Unreachable(failure.Message, failure);
        }
    }

    private RunEvent Check(SseItem<byte[]> item, EventPosition last)
    {
        var isComplete = item.EventType == "complete";
        if (!isComplete && item.EventType != SseParser.EventTypeDefault)
        {
            throw upstream.Unreachable(item.EventType == "error" ? "it interrupted the event stream" : $"it sent an event '{item.EventType}'");
        }

        if (!EventPosition.TryParse(item.EventId ?? string.Empty, out var id) || id.Epoch == 0 || id.Record != last.In(id.Epoch) + 1)
        {
            throw upstream.Unreachable($"it sent the event '{item.EventId}' after {last}");
        }

        return IsObject(item.Data, isComplete ? null : id.Record) ? new(id, item.Data, isComplete) : throw upstream.Unreachable($"the data of the event {id} is not a record");
    }

    /// <summary>Determines whether the data is one complete JSON object with the given id.</summary>
    private static bool IsObject(byte[] data, long? id)
    {
        try
        {
            using var document = JsonDocument.Parse(data);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && (id is null || (document.RootElement.TryGetProperty("id", out var own) && own.TryGetInt64(out var number) && number == id));
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
