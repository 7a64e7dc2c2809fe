using Microsoft.AspNetCore.Routing;
using Playbooks.RunFolder.Log;
using Playbooks.Server.Api.Description;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Api;

/// <summary><c>POST /runs/{id}/stop</c>: has a run end as terminated; one that has ended stays as it is.</summary>
internal static class StopRunEndpoint
{
    public static void MapStopRun(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/runs/{id}/stop", StopAsync)
        .WithName("StopRun")
        .WithSummary("Has a run end before its time; one that has ended stays as it is.")
        .Answers(StatusCodes.Status202Accepted, "The run ends, or has ended; its status.", LogJson.Status)
        .Refuses(StatusCodes.Status400BadRequest, "The id is not of the safe form.")
        .Refuses(StatusCodes.Status404NotFound, "There is no such run.");

    private static async Task<IResult> StopAsync(string id, RunGateway gateway, CancellationToken cancellationToken) =>
        StatusJson.Of(await gateway.StopAsync(RunIds.Safe(id), cancellationToken), StatusCodes.Status202Accepted);
}
