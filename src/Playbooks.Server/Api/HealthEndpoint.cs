using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Api.Description;

namespace Playbooks.Server.Api;

/// <summary><c>GET /healthz</c>: reports that the service is available.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/healthz", static IResult () => TypedResults.Text("ok"))
        .AllowAnonymous()
        .WithName("Health")
        .WithSummary("Reports that the service is available. Requires no token.")
        .Answers(StatusCodes.Status200OK, "The service is available.", "text/plain");
}
