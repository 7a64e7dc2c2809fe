using System.ClientModel;
using System.Net;
using Anthropic.Exceptions;

namespace Playbooks.Agent.Models;

/// <summary>A call of a model that failed, in the terms of all providers.</summary>
/// <param name="IsTransient">Whether another attempt can succeed.</param>
/// <param name="Reason">What happened, as the end of a sentence.</param>
internal sealed record ModelFailure(bool IsTransient, string Reason)
{
    private const int Overloaded = 529;

    /// <summary>Describes an exception of a client.</summary>
    /// <param name="failure">The exception.</param>
    /// <param name="isLate">Whether the model sent nothing for too long.</param>
    /// <param name="patience">How long it may send nothing.</param>
    public static ModelFailure From(Exception failure, bool isLate, TimeSpan patience)
    {
        if (isLate)
        {
            return new(true, $"it sent nothing for {patience.TotalSeconds:0.#} s");
        }

        return StatusOf(failure) is { } status and > 0
            ? new(IsTransientStatus(status), Describe(status))
            : new(IsBroken(failure), $"the connection failed: {failure.Message}");
    }

    private static bool IsTransientStatus(int status) =>
        status is Overloaded or (int)HttpStatusCode.RequestTimeout or (int)HttpStatusCode.Conflict or (int)HttpStatusCode.TooManyRequests or >= 500;

    private static string Describe(int status) => status switch
    {
        Overloaded => "it is overloaded (HTTP 529)",
        429 => "its rate limit is reached (HTTP 429)",
        401 or 403 => $"it rejected the API key (HTTP {status})",
        404 => "the provider does not know the model (HTTP 404)",
        _ => $"it returned HTTP {status}",
    };

    private static int? StatusOf(Exception failure) => failure switch
    {
        ClientResultException result => result.Status,
        AnthropicApiException api => (int)api.StatusCode,
        HttpRequestException { StatusCode: { } status } => (int)status,
        _ => null,
    };

    // A stream that breaks off, or that says in its middle that the provider is overloaded.
    private static bool IsBroken(Exception failure) => failure is IOException or HttpRequestException or AnthropicIOException or AnthropicSseException or ClientResultException
        || (failure is AggregateException all && all.InnerExceptions.Any(IsBroken));
}
