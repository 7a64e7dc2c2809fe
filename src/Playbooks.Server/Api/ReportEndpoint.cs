using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Files;

namespace Playbooks.Server.Api;

/// <summary><c>GET /runs/{id}/report</c>: the page for people about a run.</summary>
internal static class ReportEndpoint
{
    public static void MapReport(this IEndpointRouteBuilder endpoints) => endpoints
        .MapRunFile("/runs/{id}/report", SendAsync, "text/html")
        .WithName("GetReport")
        .WithSummary("The report of a finished run: one page that loads nothing.");

    private static Task SendAsync(string id, HttpContext http, RunFileSender sender) => sender.SendAsync(http, RunIds.Safe(id), RunFile.Report);
}
