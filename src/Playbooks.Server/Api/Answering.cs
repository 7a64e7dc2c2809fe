using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Playbooks.Server.Pages;

namespace Playbooks.Server.Api;

/// <summary>What stands around every endpoint of the service: each error becomes an answer of one form.</summary>
internal static partial class Answering
{
    /// <summary>Puts it around all endpoints of a group.</summary>
    public static void AnswerErrors(this IEndpointConventionBuilder group) => group.Finally(static endpoint =>
    {
        var inner = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = http => AnswerAsync(http, inner);
    });

    private static async Task AnswerAsync(HttpContext http, RequestDelegate inner)
    {
        try
        {
            await inner(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to be answered.
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            var explained = Explain(http, failure);
            await ((BrowserRequest.WantsPage(http) ? ErrorPage.Find(http, explained) : null)?.ExecuteAsync(http) ?? ApiError.WriteAsync(http, explained));
        }
        catch (Exception failure)
        {
            // What was begun cannot be taken back: the client must see that it is broken off.
            Logger(http).BrokenOff(failure, http.Request.Path);
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
                return new RefusedException(StatusCodes.Status413PayloadTooLarge, ErrorCode.InvalidRequest, "The body is longer than 1 MiB, which is the most that is taken.");
            case BadHttpRequestException bad:
                return new RefusedException(bad.StatusCode, ErrorCode.InvalidRequest, $"The request is not as HTTP wants it: {bad.Message}");
            default:
                Logger(http).Unforeseen(failure, http.Request.Path);
                return new PlaybookException(ErrorCode.InternalError, "The service failed in a way that nobody foresaw; its log says more.", failure);
        }
    }

    private static ILogger Logger(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Playbooks.Server");

    [LoggerMessage(20, LogLevel.Error, "A request for {Path} failed in a way that nobody foresaw")]
    private static partial void Unforeseen(this ILogger logger, Exception failure, string path);

    [LoggerMessage(21, LogLevel.Warning, "The answer to {Path} was broken off")]
    private static partial void BrokenOff(this ILogger logger, Exception failure, string path);
}
