using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Files;

namespace Playbooks.Server.Api;

/// <summary><c>GET /runs/{id}/recording/screenshots/{name}</c>: a screenshot, also while the run goes on.</summary>
internal static class ScreenshotEndpoint
{
    public static void MapScreenshot(this IEndpointRouteBuilder endpoints) => endpoints
        .MapRunFile("/runs/{id}/recording/screenshots/{name}", SendAsync, "image/jpeg")
        .WithName("GetScreenshot")
        .WithSummary("A screenshot, by the name that an action's record or the manifest gives.");

    private static Task SendAsync(string id, string name, HttpContext http, RunFileSender sender) => sender.SendAsync(http, RunIds.Safe(id), RunFile.Screenshot(name));
}
