using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Api.Description;
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
        .Answers(StatusCodes.Status200OK, "The playbooks, by id.", ServiceJson.Forms.CatalogueList);

    private static async Task<IResult> ListAsync(RunGateway gateway, CancellationToken cancellationToken) =>
        TypedResults.Json(new CatalogueList(await gateway.ListPlaybooksAsync(cancellationToken)), ServiceJson.Forms.CatalogueList);
}
