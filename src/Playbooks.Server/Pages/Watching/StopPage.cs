using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Api;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Pages.Watching;

/// <summary><c>POST /stop/{id}</c>: handles the stop button on a run's page, which works without scripts.</summary>
internal static class StopPage
{
    public static void MapStopPage(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/stop/{id}", StopAsync).WithMetadata(new PageDepth(2));

    private static async Task<SeeOther> StopAsync(string id, HttpContext http, RunGateway gateway, CancellationToken cancellationToken)
    {
        await gateway.StopAsync(RunIds.Safe(id), cancellationToken);
        return new(Links.From(http).Run(id));
    }
}
