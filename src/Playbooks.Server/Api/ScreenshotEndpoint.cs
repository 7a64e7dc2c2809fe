using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Files;

namespace Playbooks.Server.Api;

/// <summary><c>GET /runs/{id}/recording/screenshots/{name}</c>: returns a screenshot, even while the run is active.</summary>
internal static class ScreenshotEndpoint
{
    public static void MapScreenshot(this IEndpointRouteBuilder endpoints) => endpoints
        .MapRunFile("/runs/{id}/recording/screenshots/{name}", SendAsync, "image/jpeg")
        .WithName("GetScreenshot")
        .WithSummary("Returns a screenshot, by its name from the log or the manifest.");

    private static Task SendAsync(string id, string name, HttpContext http, RunFileSender sender) => sender.SendAsync(http, RunIds.Safe(id), RunFile.Screenshot(name));
}
