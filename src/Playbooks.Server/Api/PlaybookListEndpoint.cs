using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Api.Description;
using Playbooks.Server.Catalog;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Api;

/// <summary><c>GET /playbooks</c>: lists the playbooks.</summary>
internal static class PlaybookListEndpoint
{
    public static void MapPlaybookList(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/playbooks", ListAsync)
        .WithName("ListPlaybooks")
        .WithSummary("Lists the playbooks with their parameters.")
        .Answers(StatusCodes.Status200OK, "The playbooks, ordered by id.", ServiceJson.Forms.CatalogList);

    private static async Task<IResult> ListAsync(RunGateway gateway, CancellationToken cancellationToken) =>
        TypedResults.Json(new CatalogList(await gateway.ListPlaybooksAsync(cancellationToken)), ServiceJson.Forms.CatalogList);
}
