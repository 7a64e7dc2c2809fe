using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Files;

namespace Playbooks.Server.Api;

/// <summary><c>GET /runs/{id}/values/{name}</c>: a text that is too long for the run's status.</summary>
internal static class ValueEndpoint
{
    public static void MapValue(this IEndpointRouteBuilder endpoints) => endpoints
        .MapRunFile("/runs/{id}/values/{name}", SendAsync, "text/plain")
        .WithName("GetValue")
        .WithSummary("A text longer than 64 KiB that the run has read, by the file name that large_values of its status gives.");

    private static Task SendAsync(string id, string name, HttpContext http, RunFileSender sender) => sender.SendAsync(http, RunIds.Safe(id), RunFile.Value(name));
}
