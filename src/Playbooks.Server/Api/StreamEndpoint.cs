using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Api.Description;
using Playbooks.Server.Gateway;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Api;

/// <summary><c>GET /runs/{id}/stream</c>: streams the events of a run as server-sent events.</summary>
internal static class StreamEndpoint
{
    private const string Id = """{"type":"string","pattern":"^([1-9][0-9]*-)?[0-9]+$"}""";

    public static void MapStream(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/runs/{id}/stream", StreamAsync)
        .WithName("StreamRun")
        .WithSummary("Streams the events of a run as server-sent events, followed by 'complete' with the status of the run.")
        .Asks("after", "Only the events after the event with this id.", Id)
        .WithMetadata(new Question("Last-Event-ID", "The same as 'after', for a client that reconnects. Takes precedence over 'after'.", Id, IsHeader: true))
        .Answers(StatusCodes.Status200OK, "The events. The id of each consists of the run's epoch and the record's id (2-17), and its data is the record as one line of JSON.", "text/event-stream")
        .Answers(StatusCodes.Status204NoContent, "No event follows the event with this id.")
        .Refuses(StatusCodes.Status400BadRequest, "The id of the run or of the event is invalid.")
        .Refuses(StatusCodes.Status404NotFound, "The run does not exist.")
        .Refuses(StatusCodes.Status503ServiceUnavailable, "Too many clients are following streams.");

    private static async Task StreamAsync(string id, HttpContext http, RunGateway gateway, SseWriter writer)
    {
        var after = After(http.Request);
        if (await gateway.FindEndAsync(id, http.RequestAborted) is { } end && after.HasReached(end))
        {
            // This status prevents an EventSource from reconnecting.
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        await writer.WriteAsync(http, gateway.ReadEventsAsync(id, after, CancellationToken.None));
    }

    /// <summary>Returns the id of the last event that the client received. The header of a reconnection takes precedence over the URL.</summary>
    /// <exception cref="PlaybookException">The id is invalid.</exception>
    public static EventPosition After(HttpRequest request)
    {
        var text = request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } header ? header : request.Query["after"].ToString();
        return text.Length == 0 ? default
            : EventPosition.TryParse(text, out var after) ? after
            : throw new PlaybookException(ErrorCode.InvalidRequest, "Last-Event-ID and 'after' must be the id of an event, such as 2-17 (the run's epoch and the record's number). Omit both to receive all events.");
    }
}
