using Microsoft.AspNetCore.Routing;
using Playbooks.RunFolder.Log;
using Playbooks.Server.Api.Description;
using Playbooks.Server.Gateway;
using Playbooks.Server.Pages;
using Playbooks.Server.Pages.Watching;

namespace Playbooks.Server.Api;

/// <summary><c>GET /runs/{id}</c>: returns the status of a run.</summary>
internal static class RunStatusEndpoint
{
    public static void MapRunStatus(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/runs/{id}", GetAsync)
        .WithName("GetRun")
        .WithMetadata(new PageDepth(2))
        .WithSummary("Returns the status of a run.")
        .Answers(StatusCodes.Status200OK, "The run's status.", LogJson.Status)
        .Refuses(StatusCodes.Status400BadRequest, "The run id is invalid.")
        .Refuses(StatusCodes.Status404NotFound, "The run does not exist.");

    private static async Task<IResult> GetAsync(string id, bool? live, HttpContext http, RunGateway gateway, PlaybooksOptions options, CancellationToken cancellationToken)
    {
        if (BrowserRequest.WantsPage(http))
        {
            return await WatchPage.GetAsync(http, id, gateway, options, cancellationToken);
        }

        return StatusJson.Create(live == true
            // Gateways use this to find the worker that executes a run.
            ? await gateway.FindAtWorkAsync(RunIds.Safe(id), cancellationToken) ?? throw new PlaybookException(ErrorCode.NotFound, $"The run '{id}' is not active in this process.")
            : await gateway.GetAsync(RunIds.Safe(id), cancellationToken));
    }
}
