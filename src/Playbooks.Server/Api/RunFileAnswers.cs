using Microsoft.AspNetCore.Routing;
using Playbooks.Server.Api.Description;

namespace Playbooks.Server.Api;

/// <summary>The common part of all endpoints that return a file of a run.</summary>
internal static class RunFileAnswers
{
    /// <summary>Maps <c>GET</c> and <c>HEAD</c> for a file.</summary>
    public static RouteHandlerBuilder MapRunFile(this IEndpointRouteBuilder endpoints, string pattern, Delegate send, string contentType)
    {
        endpoints.MapMethods(pattern, [HttpMethods.Head], send).ExcludeFromDescription();
        return endpoints.MapGet(pattern, send)
            .Answers(StatusCodes.Status200OK, "The file.", contentType)
            .Answers(StatusCodes.Status206PartialContent, "The requested range.", contentType)
            .Answers(StatusCodes.Status304NotModified, "The file has not changed since the response that If-None-Match identifies.")
            .Refuses(StatusCodes.Status400BadRequest, "The run id or the file name is invalid.")
            .Refuses(StatusCodes.Status404NotFound, "The run or the file does not exist. With Retry-After: not available yet.")
            .Answers(StatusCodes.Status416RangeNotSatisfiable, "The range is beyond the end of the file.");
    }
}
