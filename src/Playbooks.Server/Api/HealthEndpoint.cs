using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Api.Description;
using Playbooks.Server.Security;

namespace Playbooks.Server.Api;

/// <summary><c>GET /healthz</c>: the service answers.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/healthz", static IResult () => TypedResults.Text("ok"))
        .AllowsAnonymous()
        .WithName("Health")
        .WithSummary("Whether the service answers; asks for no token.")
        .Answers(StatusCodes.Status200OK, "It does.", "text/plain");
}
