using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Playbooks.RunFolder.Log;
using Playbooks.Server.Api;
using Playbooks.Server.Gateway;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Pages.Watching;

/// <summary><c>GET /runs/{id}/timeline</c>: streams the updates of a run's page as server-sent events that contain HTML.</summary>
internal static class TimelineEndpoint
{
    // A browser ignores an event without data.
    private static readonly ReadOnlyMemory<byte> Ended = "ended"u8.ToArray();

    public static void MapTimeline(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/runs/{id}/timeline", StreamAsync).WithMetadata(new PageDepth(3));

    private static async Task StreamAsync(string id, HttpContext http, RunGateway gateway, SseWriter writer, CancellationToken cancellationToken)
    {
        var after = StreamEndpoint.After(http.Request);
        if (await gateway.FindEndAsync(RunIds.Safe(id), cancellationToken) is { } end && after.HasReached(end))
        {
            // This status prevents an EventSource from reconnecting.
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var run = await WatchedRun.GetAsync(gateway, id, cancellationToken);
        var shown = after.In(run.Stored.Header.Epoch);
        var seen = run with { Stored = run.Stored with { Records = [.. run.Stored.Records.TakeWhile(record => record.Id <= shown)] } };
        await writer.WriteAsync(http, DrawAsync(new(seen, Links.From(http)), gateway.ReadEventsAsync(id, after, CancellationToken.None), CancellationToken.None));
    }

    private static async IAsyncEnumerable<RunEvent> DrawAsync(Timeline timeline, IAsyncEnumerable<RunEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var one in events.WithCancellation(cancellationToken))
        {
            yield return one with { Data = one.IsComplete ? Ended : Draw(timeline, one.Data) };
        }
    }

    // Data must be on one line; a character reference for a line break has the same meaning in HTML.
    private static byte[] Draw(Timeline timeline, ReadOnlyMemory<byte> line) =>
        JsonSerializer.Deserialize(line.Span, LogJson.Record) is { } record
            ? Encoding.UTF8.GetBytes(timeline.Grow(record).Replace("\n", "&#10;", StringComparison.Ordinal))
            : [];
}
