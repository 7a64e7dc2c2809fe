using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Api.Description;
using Playbooks.Server.Gateway;
using Playbooks.Server.Starting;

namespace Playbooks.Server.Api;

/// <summary><c>POST /runs</c>: starts a run, or only validates the request.</summary>
internal static class StartRunEndpoint
{
    public static void MapStartRun(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/runs", StartAsync)
        .WithName("StartRun")
        .WithSummary("Starts a run, by the id of a playbook or by a natural-language description. With dry_run=true, the request is only validated.")
        .WithMetadata(new StartRequestForm())
        .Asks("dry_run", "If true, the request is only validated.", """{"type":"boolean","default":false}""")
        .Answers(StatusCodes.Status202Accepted, "The run was accepted.", ServiceJson.Forms.AcceptedRun)
        .Answers(StatusCodes.Status200OK, "The dry-run request is valid.", ServiceJson.Forms.CheckedRequest)
        .Refuses(StatusCodes.Status400BadRequest, "The request is invalid. 'details' lists each invalid field.")
        .Refuses(StatusCodes.Status409Conflict, "A run with this id is already active.")
        .Refuses(StatusCodes.Status413PayloadTooLarge, "The body exceeds 1 MiB.")
        .Refuses(StatusCodes.Status415UnsupportedMediaType, "The content type is not JSON.")
        .Refuses(StatusCodes.Status429TooManyRequests, "The queue is full. Retry after the time in Retry-After.");

    private static async Task<IResult> StartAsync(HttpContext http, RunGateway gateway, CancellationToken cancellationToken)
    {
        var isDryRun = new QueryReader(http.Request.Query, "dry_run").Flag("dry_run") ?? false;
        var request = await StartRequestReader.ReadAsync(http.Request.Body, cancellationToken);
        if (isDryRun)
        {
            return TypedResults.Json(await gateway.CheckAsync(request, cancellationToken), ServiceJson.Forms.CheckedRequest);
        }

        // An accepted run continues even if its client disconnects.
        var accepted = (await gateway.StartAsync(request, CancellationToken.None)).Below(http.Request.PathBase + http.Request.Path);
        http.Response.Headers.Location = accepted.StatusUrl;
        return TypedResults.Json(accepted, ServiceJson.Forms.AcceptedRun, statusCode: StatusCodes.Status202Accepted);
    }
}
