using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Catalogue;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Api;

/// <summary><c>GET /playbooks</c>: what can be started.</summary>
internal static class PlaybookListEndpoint
{
    public static void MapPlaybookList(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/playbooks", ListAsync)
        .WithName("ListPlaybooks")
        .WithSummary("The catalogue: what can be started, and with which parameters.")
        .Produces<CatalogueList>();

    private static async Task<JsonHttpResult<CatalogueList>> ListAsync(RunGateway gateway, CancellationToken cancellationToken) =>
        TypedResults.Json(new CatalogueList(await gateway.ListPlaybooksAsync(cancellationToken)), ServiceJson.Default.CatalogueList);
}
