using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Api.Description;
using Playbooks.Server.Gateway;
using Playbooks.Server.Starting;

namespace Playbooks.Server.Api;

/// <summary><c>POST /runs</c>: starts a run, or only checks the request.</summary>
internal static class StartRunEndpoint
{
    public static void MapStartRun(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/runs", StartAsync)
        .WithName("StartRun")
        .WithSummary("Starts a run by the playbook's id, or by what is wanted in words; with dry_run=true nothing is started.")
        .WithMetadata(new StartRequestForm())
        .Asks("dry_run", "true: the request is only checked.", """{"type":"boolean","default":false}""")
        .Answers(StatusCodes.Status202Accepted, "The run was accepted.", ServiceJson.Forms.AcceptedRun)
        .Answers(StatusCodes.Status200OK, "Of a dry run: the request is as it should be.", ServiceJson.Forms.CheckedRequest)
        .Refuses(StatusCodes.Status400BadRequest, "The request is not as it should be; details names each field.")
        .Refuses(StatusCodes.Status409Conflict, "A run of this id is under way.")
        .Refuses(StatusCodes.Status413PayloadTooLarge, "The body is longer than 1 MiB.")
        .Refuses(StatusCodes.Status415UnsupportedMediaType, "The body is not said to be JSON.")
        .Refuses(StatusCodes.Status429TooManyRequests, "As many runs wait as may; Retry-After says when to come back.");

    private static async Task<IResult> StartAsync(HttpContext http, RunGateway gateway, CancellationToken cancellationToken)
    {
        var isDryRun = new QueryReader(http.Request.Query, "dry_run").Flag("dry_run") ?? false;
        var request = await StartRequestReader.ReadAsync(http.Request.Body, cancellationToken);
        if (isDryRun)
        {
            return TypedResults.Json(await gateway.CheckAsync(request, cancellationToken), ServiceJson.Forms.CheckedRequest);
        }

        // A run that was accepted goes on, also if its client has gone by then.
        var accepted = (await gateway.StartAsync(request, CancellationToken.None)).Below(http.Request.PathBase + http.Request.Path);
        http.Response.Headers.Location = accepted.StatusUrl;
        return TypedResults.Json(accepted, ServiceJson.Forms.AcceptedRun, statusCode: StatusCodes.Status202Accepted);
    }
}
