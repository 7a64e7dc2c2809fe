using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Api;

/// <summary><c>GET /runs/{id}</c>: where a run stands.</summary>
internal static class RunStatusEndpoint
{
    public static void MapRunStatus(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/runs/{id}", GetAsync)
        .WithName("GetRun")
        .WithSummary("Where a run stands: live, else as it is stored.");

    private static async Task<Utf8ContentHttpResult> GetAsync(string id, RunGateway gateway, CancellationToken cancellationToken) =>
        StatusJson.Of(await gateway.GetAsync(RunIds.Safe(id), cancellationToken));
}
