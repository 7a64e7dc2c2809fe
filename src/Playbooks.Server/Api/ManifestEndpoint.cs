using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Api.Description;
using Playbooks.Server.Files;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Api;

/// <summary><c>GET /runs/{id}/recording/manifest</c>: lists the files of a run.</summary>
internal static class ManifestEndpoint
{
    private const string End = "/recording/manifest";

    public static void MapManifest(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/runs/{id}" + End, GetAsync)
        .WithName("GetManifest")
        .WithSummary("Lists the files of a run: trace, report, and screenshots.")
        .Answers(StatusCodes.Status200OK, "The files that are available so far.", ServiceJson.Forms.RecordingManifest)
        .Refuses(StatusCodes.Status400BadRequest, "The run id is invalid.")
        .Refuses(StatusCodes.Status404NotFound, "The run does not exist.");

    private static async Task<JsonHttpResult<RecordingManifest>> GetAsync(string id, HttpContext http, RunGateway gateway, StoredRuns runs)
    {
        var status = await gateway.GetAsync(RunIds.Safe(id), http.RequestAborted);
        var address = (http.Request.PathBase + http.Request.Path).Value![..^End.Length];
        return TypedResults.Json(RecordingManifest.Create(runs.FolderOf(id), status, address), ServiceJson.Forms.RecordingManifest);
    }
}
