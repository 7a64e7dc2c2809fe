using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Api.Description;

namespace Playbooks.Server.Api;

/// <summary>What all endpoints have in common that send a file of a run.</summary>
internal static class RunFileAnswers
{
    /// <summary>Maps <c>GET</c> and <c>HEAD</c> to it.</summary>
    public static RouteHandlerBuilder MapRunFile(this IEndpointRouteBuilder endpoints, string pattern, Delegate send, string contentType)
    {
        endpoints.MapMethods(pattern, [HttpMethods.Head], send).ExcludeFromDescription();
        return endpoints.MapGet(pattern, send)
            .Answers(StatusCodes.Status200OK, "The file.", contentType)
            .Answers(StatusCodes.Status206PartialContent, "The part that Range asks for.", contentType)
            .Answers(StatusCodes.Status304NotModified, "The one that If-None-Match names.")
            .Refuses(StatusCodes.Status400BadRequest, "The run's id, or the file's name, is not as it should be.")
            .Refuses(StatusCodes.Status404NotFound, "There is no such run or file; with Retry-After: not yet.")
            .Answers(StatusCodes.Status416RangeNotSatisfiable, "It is shorter than that.");
    }
}
