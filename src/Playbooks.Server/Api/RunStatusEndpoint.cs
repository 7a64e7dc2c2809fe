using Microsoft.AspNetCore.Routing;
using Playbooks.RunFolder.Log;
using Playbooks.Server.Api.Description;
using Playbooks.Server.Gateway;
using Playbooks.Server.Pages;
using Playbooks.Server.Pages.Watching;

namespace Playbooks.Server.Api;

/// <summary><c>GET /runs/{id}</c>: where a run stands.</summary>
internal static class RunStatusEndpoint
{
    public static void MapRunStatus(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/runs/{id}", GetAsync)
        .WithName("GetRun")
        .WithMetadata(new PageDepth(2))
        .WithSummary("Where a run stands: live, else as it is stored.")
        .Answers(StatusCodes.Status200OK, "The run's status.", LogJson.Status)
        .Refuses(StatusCodes.Status400BadRequest, "The id is not of the safe form.")
        .Refuses(StatusCodes.Status404NotFound, "There is no such run.");

    private static async Task<IResult> GetAsync(string id, bool? live, HttpContext http, RunGateway gateway, PlaybooksOptions options, CancellationToken cancellationToken)
    {
        if (BrowserRequest.WantsPage(http))
        {
            return await WatchPage.GetAsync(http, id, gateway, options, cancellationToken);
        }

        return StatusJson.Of(live == true
            // What gateways ask their workers, to find out which of them has a run.
            ? await gateway.FindAtWorkAsync(RunIds.Safe(id), cancellationToken) ?? throw new PlaybookException(ErrorCode.NotFound, $"The run '{id}' is not at work here.")
            : await gateway.GetAsync(RunIds.Safe(id), cancellationToken));
    }
}
