using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Files;

namespace Playbooks.Server.Api;

/// <summary><c>GET /runs/{id}/recording/trace</c>: returns Playwright's trace of a run.</summary>
internal static class TraceEndpoint
{
    public static void MapTrace(this IEndpointRouteBuilder endpoints) => endpoints
        .MapRunFile("/runs/{id}/recording/trace", SendAsync, RunFile.Trace.ContentType)
        .WithName("GetTrace")
        .WithSummary("Returns Playwright's trace of a finished run.");

    /// <summary>Maps the target of the link in a run's report.</summary>
    public static void MapTraceOfReport(this IEndpointRouteBuilder endpoints) => endpoints.MapGet($"/runs/{{id}}/{RunFile.Trace.Path}", SendAsync).ExcludeFromDescription();

    private static Task SendAsync(string id, HttpContext http, RunFileSender sender) => sender.SendAsync(http, RunIds.Safe(id), RunFile.Trace);
}
