using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Texts;

namespace Playbooks.Steps.Support;

/// <summary>
/// Sends a request through the page's context, which adds and stores its cookies, and follows its redirects. Redirects are followed here,
/// not by Playwright, because the guardrails apply to each.
/// </summary>
/// <param name="context">The context of the attempt.</param>
/// <param name="request">The request as written.</param>
/// <param name="limit">The time limit of all requests together.</param>
internal sealed partial class ApiExchange(StepContext context, ApiRequest request, TimeSpan limit)
{
    private const int MostRedirects = 20;
    private const int LongestBody = 2000;
    private const int LongestQuote = 300;

    private readonly Deadline deadline = new(context.Time, limit);
    private readonly List<string> shown = [];

    /// <summary>Gets whether a server has received a request, or may have.</summary>
    public bool MayHaveBeenSent { get; private set; }

    /// <summary>Sends a request and returns the response.</summary>
    /// <exception cref="PlaybookException">There is no response, its status is not expected, or a guardrail blocks a URL.</exception>
    public async Task<ApiResponse> SendAsync(RequestHop hop)
    {
        for (var redirects = 0; ; redirects++)
        {
            if (context.Guard is { } guard)
            {
                guard.BeforeOpening(hop.Url);
                await guard.BeforeConnectingAsync(hop.Url, context.CancellationToken).ConfigureAwait(false);
            }

            var response = await FetchAsync(hop, isFirst: redirects == 0).ConfigureAwait(false);
            Show(response);
            if (request.ExpectStatus.Contains(response.Status) || response.Status is not (301 or 302 or 303 or 307 or 308) || response.Header("location") is not { } location)
            {
                context.Guard?.AfterOpening(hop.Url);
                return Expected(response);
            }

            if (redirects == MostRedirects)
            {
                throw new PlaybookException(ErrorCode.StepFailed, $"{request.MethodName} {request.Url} was redirected more than {MostRedirects} times, the last time to {location}.");
            }

            hop = hop.Follow(response.Status, location, context.Mask);
        }
    }

    private async Task<ApiResponse> FetchAsync(RequestHop hop, bool isFirst)
    {
        MayHaveBeenSent = true;
        IAPIResponse? response = null;
        try
        {
            response = await context.Page.Context.APIRequest.FetchAsync(hop.Url, Options(hop)).ConfigureAwait(false);
            var headers = response.HeadersArray.Select(static header => KeyValuePair.Create(header.Name, header.Value)).ToList();
            var read = new ApiResponse(hop.Name, response.Status, response.StatusText, headers, await response.BodyAsync().ConfigureAwait(false));
            ThrowIfProxyAnswered(hop, response.Status, isFirst);
            return read;
        }
        catch (TimeoutException error)
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"{hop.Name} did not finish within {limit.InWords()}.", Readable(error));
        }
        catch (PlaywrightException error)
        {
            MayHaveBeenSent = !isFirst || !Unsent().IsMatch(error.Message);
            ThrowIfProxyAnswered(hop, status: null, isFirst);
            throw PlaywrightError.Explain(Readable(error), hop.Name);
        }
        finally
        {
            if (response is not null)
            {
                await response.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    // Only the proxy knows why it did not connect, and its answer looks like one of the server.
    private void ThrowIfProxyAnswered(RequestHop hop, int? status, bool isFirst)
    {
        if (context.Guard is not { } guard || status is not (null or 403 or 502))
        {
            return;
        }

        var why = guard.WhyUnreachable(hop.Url);
        if (why is not null || guard.IsRefused(hop.Url))
        {
            MayHaveBeenSent = !isFirst;
        }

        guard.ThrowIfRefused(hop.Url);
        if (why is not null)
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"{hop.Name} failed: {why}.");
        }
    }

    private APIRequestContextOptions Options(RequestHop hop) => new()
    {
        Method = hop.Method,
        Headers = hop.Headers,
        DataByte = hop.Body,
        MaxRedirects = 0,
        FailOnStatusCode = false,
        Timeout = deadline.RemainingMilliseconds,
    };

    private void Show(ApiResponse response)
    {
        shown.Add(response.Describe(context.Mask, LongestBody));
        context.Response = string.Join("\n\n", shown);
    }

    private ApiResponse Expected(ApiResponse response)
    {
        var isExpected = request.ExpectStatus.Count == 0 ? response.Status is >= 200 and < 300 : request.ExpectStatus.Contains(response.Status);
        if (isExpected)
        {
            return response;
        }

        var expected = request.ExpectStatus.Count == 0 ? "any 2xx" : string.Join(" or ", request.ExpectStatus.Select(static status => status.ToString(CultureInfo.InvariantCulture)));
        var body = response.Beginning(context.Mask, LongestQuote);
        throw new PlaybookException(
            ErrorCode.StepFailed, $"{response.Request} returned HTTP status {response.StatusLine} instead of {expected}{(body.Length == 0 ? "." : $": {body}")}");
    }

    // Playwright's log contains the headers of the request.
    private static PlaywrightException Readable(Exception error) => PlaywrightError.Clean(new PlaywrightException(ShownHeader.InLines(error.Message)));

    // Without a connection, nothing was sent.
    [GeneratedRegex("ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH")]
    private static partial Regex Unsent();
}
