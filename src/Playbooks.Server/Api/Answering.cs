using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Playbooks.Server.Pages;

namespace Playbooks.Server.Api;

/// <summary>Wraps every endpoint of the service, and converts each error to a response in one format.</summary>
internal static partial class Answering
{
    /// <summary>Adds the error handling to all endpoints of a group.</summary>
    public static void AnswerErrors(this IEndpointConventionBuilder group) => group.Finally(static endpoint =>
    {
        var inner = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = http => AnswerAsync(http, inner);
    });

    /// <summary>Handles a request. Each error becomes the response, or aborts a response that has started.</summary>
    public static async Task AnswerAsync(HttpContext http, RequestDelegate inner)
    {
        try
        {
            await inner(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected.
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            var explained = Explain(http, failure);
            await ((BrowserRequest.WantsPage(http) ? ErrorPage.Find(http, explained) : null)?.ExecuteAsync(http) ?? ApiError.WriteAsync(http, explained));
        }
        catch (Exception failure)
        {
            // The response has already started, so it is aborted: the client must notice the interruption.
            Logger(http).ResponseInterrupted(failure, http.Request.Path);
            http.Abort();
        }
    }

    private static PlaybookException Explain(HttpContext http, Exception failure)
    {
        switch (failure)
        {
            case PlaybookException known:
                return known;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return new RefusedException(StatusCodes.Status413PayloadTooLarge, ErrorCode.InvalidRequest, "The request body exceeds the limit of 1 MiB.");
            case BadHttpRequestException bad:
                return new RefusedException(bad.StatusCode, ErrorCode.InvalidRequest, $"The request is not valid HTTP: {bad.Message}");
            default:
                Logger(http).RequestFailed(failure, http.Request.Path);
                return new PlaybookException(ErrorCode.InternalError, "An unexpected error occurred. See the log of the service for details.", failure);
        }
    }

    private static ILogger Logger(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Playbooks.Server");

    [LoggerMessage(20, LogLevel.Error, "A request for {Path} failed with an unexpected error")]
    private static partial void RequestFailed(this ILogger logger, Exception failure, string path);

    [LoggerMessage(21, LogLevel.Warning, "The response to {Path} was interrupted")]
    private static partial void ResponseInterrupted(this ILogger logger, Exception failure, string path);
}
