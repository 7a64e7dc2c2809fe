using Microsoft.AspNetCore.Routing;
using Playbooks.RunFolder.Log;
using Playbooks.Server.Api.Description;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Api;

/// <summary><c>POST /runs/{id}/stop</c>: stops a run, which ends as terminated. A run that has ended does not change.</summary>
internal static class StopRunEndpoint
{
    public static void MapStopRun(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/runs/{id}/stop", StopAsync)
        .WithName("StopRun")
        .WithSummary("Stops a run. A run that has ended does not change.")
        .Answers(StatusCodes.Status202Accepted, "The status of the run, which is being stopped or has ended.", LogJson.Status)
        .Refuses(StatusCodes.Status400BadRequest, "The run id is invalid.")
        .Refuses(StatusCodes.Status404NotFound, "The run does not exist.");

    private static async Task<IResult> StopAsync(string id, RunGateway gateway, CancellationToken cancellationToken) =>
        StatusJson.Create(await gateway.StopAsync(RunIds.Safe(id), cancellationToken), StatusCodes.Status202Accepted);
}
