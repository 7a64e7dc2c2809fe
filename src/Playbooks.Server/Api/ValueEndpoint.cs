using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Files;

namespace Playbooks.Server.Api;

/// <summary><c>GET /runs/{id}/values/{name}</c>: returns a text that is too long for the status of the run.</summary>
internal static class ValueEndpoint
{
    public static void MapValue(this IEndpointRouteBuilder endpoints) => endpoints
        .MapRunFile("/runs/{id}/values/{name}", SendAsync, "text/plain")
        .WithName("GetValue")
        .WithSummary("Returns a text value longer than 64 KiB, by its file name from large_values in the run's status.");

    private static Task SendAsync(string id, string name, HttpContext http, RunFileSender sender) => sender.SendAsync(http, RunIds.Safe(id), RunFile.Value(name));
}
