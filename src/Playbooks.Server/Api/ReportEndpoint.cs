using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Files;

namespace Playbooks.Server.Api;

/// <summary><c>GET /runs/{id}/report</c>: returns the HTML report of a run.</summary>
internal static class ReportEndpoint
{
    public static void MapReport(this IEndpointRouteBuilder endpoints) => endpoints
        .MapRunFile("/runs/{id}/report", SendAsync, "text/html")
        .WithName("GetReport")
        .WithSummary("Returns the report of a finished run, as a self-contained HTML page.");

    private static Task SendAsync(string id, HttpContext http, RunFileSender sender) => sender.SendAsync(http, RunIds.Safe(id), RunFile.Report);
}
