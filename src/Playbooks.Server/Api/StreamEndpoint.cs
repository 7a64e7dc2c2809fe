using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Gateway;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Api;

/// <summary><c>GET /runs/{id}/stream</c>: a run's events, as server-sent events.</summary>
internal static class StreamEndpoint
{
    public static void MapStream(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/runs/{id}/stream", StreamAsync)
        .WithName("StreamRun")
        .WithSummary("The run's events from the start, or after Last-Event-ID, as they come; the last one is 'complete' with the run's status. 204 where nothing follows.")
        .Produces(StatusCodes.Status200OK, contentType: "text/event-stream")
        .Produces(StatusCodes.Status204NoContent);

    private static async Task StreamAsync(string id, HttpContext http, RunGateway gateway, SseWriter writer)
    {
        var after = After(http.Request);
        if (await gateway.FindEndAsync(id, http.RequestAborted) is { } end && after >= end)
        {
            // Which stops an EventSource from coming back.
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        await writer.WriteAsync(http, gateway.ReadEventsAsync(id, after, CancellationToken.None));
    }

    /// <summary>The id of the last event that the client has: what its reconnection says goes before the URL.</summary>
    /// <exception cref="PlaybookException">It is no id.</exception>
    public static long After(HttpRequest request)
    {
        var text = request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } header ? header : request.Query["after"].ToString();
        return text.Length == 0 ? 0
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after
            : throw new PlaybookException(ErrorCode.InvalidRequest, "Last-Event-ID and 'after' take the id of an event, a whole number from 0. Leave both out to get all events.");
    }
}
