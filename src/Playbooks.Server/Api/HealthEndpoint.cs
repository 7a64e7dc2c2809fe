using Microsoft.AspNetCore.Routing;

namespace Playbooks.Server.Api;

/// <summary><c>GET /healthz</c>: the service answers.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/healthz", static () => TypedResults.Text("ok"))
        .WithName("Health")
        .WithSummary("Whether the service answers; asks for no token.");
}
