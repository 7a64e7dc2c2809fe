using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Api.Description;
using Playbooks.Server.Gateway;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Api;

/// <summary><c>GET /runs/{id}/stream</c>: a run's events, as server-sent events.</summary>
internal static class StreamEndpoint
{
    private const string Id = """{"type":"string","pattern":"^([1-9][0-9]*-)?[0-9]+$"}""";

    public static void MapStream(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/runs/{id}/stream", StreamAsync)
        .WithName("StreamRun")
        .WithSummary("A run's events as they come, as server-sent events; at the end 'complete' with the run's status.")
        .Asks("after", "Only the events after the one of this id.", Id)
        .WithMetadata(new Question("Last-Event-ID", "The same, for a client that comes back; it goes before 'after'.", Id, IsHeader: true))
        .Answers(StatusCodes.Status200OK, "The events: each has the run's epoch and the record's id (2-17), and the record as a line of JSON.", "text/event-stream")
        .Answers(StatusCodes.Status204NoContent, "Nothing follows the event of that id.")
        .Refuses(StatusCodes.Status400BadRequest, "The run's id, or the event's, is not as it should be.")
        .Refuses(StatusCodes.Status404NotFound, "There is no such run.")
        .Refuses(StatusCodes.Status503ServiceUnavailable, "As many readers follow streams as may.");

    private static async Task StreamAsync(string id, HttpContext http, RunGateway gateway, SseWriter writer)
    {
        var after = After(http.Request);
        if (await gateway.FindEndAsync(id, http.RequestAborted) is { } end && after.HasReached(end))
        {
            // Which stops an EventSource from coming back.
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        await writer.WriteAsync(http, gateway.ReadEventsAsync(id, after, CancellationToken.None));
    }

    /// <summary>The id of the last event that the client has: what its reconnection says goes before the URL.</summary>
    /// <exception cref="PlaybookException">It is no id.</exception>
    public static EventPosition After(HttpRequest request)
    {
        var text = request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } header ? header : request.Query["after"].ToString();
        return text.Length == 0 ? default
            : EventPosition.TryParse(text, out var after) ? after
            : throw new PlaybookException(ErrorCode.InvalidRequest, "Last-Event-ID and 'after' take the id of an event, such as 2-17: the run's epoch and the record's number. Leave both out to get all events.");
    }
}
