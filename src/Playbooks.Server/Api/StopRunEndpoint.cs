using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Api;

/// <summary><c>POST /runs/{id}/stop</c>: has a run end as terminated; one that has ended stays as it is.</summary>
internal static class StopRunEndpoint
{
    public static void MapStopRun(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/runs/{id}/stop", StopAsync)
        .WithName("StopRun")
        .WithSummary("Has a run end before its time; one that has ended stays as it is.");

    private static async Task<Utf8ContentHttpResult> StopAsync(string id, RunGateway gateway, CancellationToken cancellationToken) =>
        StatusJson.Of(await gateway.StopAsync(RunIds.Safe(id), cancellationToken), StatusCodes.Status202Accepted);
}
